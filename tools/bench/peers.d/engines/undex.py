"""undex itself: everything that it understands, documents and paragraphs, facets and pinpoints."""
import os

from engine import Engine
from measure import Command

FORMS = {
    'AND': '{0} {1}',
    'OR': '{0} OR {1} OR {2}',
    'phrase': '"{0} {1}"',
    'range': '{0} year:{1}..{2}',
    'wildcard': '{0}*',
}


class Undex(Engine):
    name, units = 'undex', 'both'

    def __init__(self, programs):
        self.programs = programs

    def program(self, name):
        return os.path.join(self.programs, name)

    def missing(self):
        return '' if os.path.exists(self.program('undex-bench-peers-undex')) else 'undex-bench-peers-undex'

    def archive(self, place):
        return os.path.join(place, 'archive')

    def taking_in(self, texts, place):
        return Command([self.program('undex'), 'index', texts.files, '--archive', self.archive(place), '--quiet'],
                       accepted=(0, 4))

    def stages(self, texts, place):
        rebuild = Command([self.program('undex'), 'rebuild', '--archive', self.archive(place), '--quiet'])
        return [('files to answers: read, understood, kept, indexed', self.taking_in(texts, place)),
                ('the index anew, from the archive', rebuild)]

    def update(self, texts, place):
        return self.taking_in(texts, place)

    def index(self, place):
        folder = os.path.join(self.archive(place), 'index')
        with open(os.path.join(folder, 'current'), encoding='utf-8') as file:
            return os.path.join(folder, file.read().strip())

    def session(self, place):
        return [self.program('undex-bench-peers-undex'), self.archive(place)]

    def lines(self, question):
        if question.kind == 'facets':
            return ['0\tyear,state,entity\t' + ' OR '.join(question.words)]
        return [f'{int(question.kind == "snippets")}\t\t{self.query(question)}']

    @staticmethod
    def query(question):
        return FORMS.get(question.kind, '{0}').format(*question.words)

    def process(self, place, question):
        return Command([self.program('undex'), 'search', self.query(question), '--passages', '1', '--archive',
                        self.archive(place)], accepted=(0, 1))
