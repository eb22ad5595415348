"""Xapian as its own manual uses it (xapian_peer.cc)."""
import os

from engine import Engine
from measure import Command


class Xapian(Engine):
    def __init__(self, programs, units):
        self.program = os.path.join(programs, 'undex-bench-peers-xapian')
        self.units = units
        self.name = 'Xapian' if units == 'documents' else 'Xapian, both'
        self.letters = 'D' if units == 'documents' else 'DP'

    def missing(self):
        return '' if os.path.exists(self.program) else self.program

    def stages(self, texts, place):
        return [('', Command([self.program, 'build', place, self.letters, texts.table]))]

    def update(self, texts, place):
        return Command([self.program, 'update', place, self.letters, texts.changes])

    def session(self, place):
        return [self.program, 'ask', place, self.letters]
