"""Recoll without its windows: recollindex over the files, recollq."""
import os
import shutil

from engine import Engine
from measure import Command

FORMS = {
    'AND': '{0} {1}',
    'OR': '{0} OR {1} OR {2}',
    'phrase': '"{0} {1}"',
    'range': '{0} date:{1}-01-01/{2}-12-31',
    'wildcard': '{0}*',
}


class Recoll(Engine):
    name, units, package = 'Recoll', 'documents', 'recollcmd'

    def missing(self):
        return next((name for name in ('recollindex', 'recollq') if not shutil.which(name)), '')

    def prepare(self, texts, place):
        with open(os.path.join(place, 'recoll.conf'), 'w', encoding='utf-8') as file:
            file.write(f'topdirs = {texts.files}\nnoaspell = 1\nloglevel = 1\n')

    def taking_in(self, place):
        return Command(['recollindex', '-c', place])

    def stages(self, texts, place):
        return [('', self.taking_in(place))]

    def update(self, texts, place):
        return self.taking_in(place)

    def index(self, place):
        return os.path.join(place, 'xapiandb')

    def process(self, place, question):
        query = FORMS.get(question.kind, '{0}').format(*question.words)
        return Command(['recollq', '-c', place, '-n', '10', '-q', query])
