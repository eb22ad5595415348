"""Apache Lucene 8 (LucenePeer.java), compiled when it is measured."""
import glob
import os
import shutil
import subprocess

from engine import PEERS, Engine
from measure import Command

PARTS = ('core', 'analyzers-common', 'queryparser', 'queries', 'sandbox', 'facet', 'highlighter', 'memory')


class Lucene(Engine):
    package = 'liblucene8-java and default-jdk-headless'

    def __init__(self, work, units):
        self.units = units
        self.name = 'Lucene 8' if units == 'documents' else 'Lucene 8, both'
        self.letters = 'D' if units == 'documents' else 'DP'
        self.classes = os.path.join(work, 'classes')
        self.libraries = [path for part in PARTS for path in glob.glob(f'/usr/share/java/lucene-{part}-8*.jar')]

    def missing(self):
        if not shutil.which('javac'):
            return 'javac'
        return '' if len(self.libraries) == len(PARTS) else '/usr/share/java/lucene-core-8*.jar'

    def path(self):
        return ':'.join([self.classes, *self.libraries])

    def prepare(self, texts, place):
        if not os.path.exists(self.classes):
            os.makedirs(self.classes)
            subprocess.run(['javac', '-cp', self.path(), '-d', self.classes,
                            os.path.join(PEERS, 'LucenePeer.java')], check=True)

    def command(self, what, place):
        return ['java', '-cp', self.path(), 'LucenePeer', what, place, self.letters]

    def stages(self, texts, place):
        return [('', Command([*self.command('build', place), texts.table]))]

    def update(self, texts, place):
        return Command([*self.command('update', place), texts.changes])

    def session(self, place):
        return self.command('ask', place)
