"""What every engine is to the benchmark. `place` is a folder of its own, with what it has built."""
import os

from measure import Command

PEERS = os.path.dirname(os.path.abspath(__file__))


class Engine:
    name = ''
    units = ''  # 'documents', or 'both': paragraphs beside them
    package = ''  # of Debian
    note = ''

    def missing(self):
        """Which file is not there, or ''."""
        return ''

    def prepare(self, texts, place):
        """What is not measured."""

    def stages(self, texts, place):
        """[(what, Command)]: one after the other, each measured by itself."""
        return []

    def update(self, texts, place):
        """Command that brings Texts.changes in, or None."""
        return None

    def index(self, place):
        """The folder that counts as the index."""
        return place

    def session(self, place):
        """Arguments of a process that answers lines by lines, or None."""
        return None

    def lines(self, question):
        """A question as lines, each of which has one for an answer."""
        return ['\t'.join((question.kind, *question.words))]

    def matches(self, answers):
        """[documents, paragraphs], or whichever of them were asked for."""
        return [int(part) for answer in answers for part in answer.split()]

    def process(self, place, question):
        """Command of a new process that answers it: how many there are, and ten of them; None where it
        cannot be asked. Unless told otherwise the process of a session, given one question."""
        path = os.path.join(place, 'question')
        with open(path, 'w', encoding='utf-8') as file:
            file.writelines(line + '\n' for line in self.lines(question))
        return Command(self.session(place), path)
