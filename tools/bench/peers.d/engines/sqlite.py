"""SQLite's FTS5, within Python (sqlite_peer.py); a new process is sqlite3, where it is installed."""
import os
import shutil
import sys

import sqlite_peer
from engine import PEERS, Engine
from measure import Command


class Sqlite(Engine):
    package = 'sqlite3'

    def __init__(self, units):
        self.units = units
        self.name = 'SQLite FTS5' if units == 'documents' else 'SQLite FTS5, both'
        self.letters = 'D' if units == 'documents' else 'DP'

    def command(self, what, place):
        return [sys.executable, os.path.join(PEERS, 'sqlite_peer.py'), what, place, self.letters]

    def missing(self):
        return '' if shutil.which('sqlite3') else 'sqlite3'

    def stages(self, texts, place):
        return [('', Command([*self.command('build', place), texts.table]))]

    def update(self, texts, place):
        return Command([*self.command('update', place), texts.changes])

    def session(self, place):
        return self.command('ask', place)

    def process(self, place, question):
        text = ''
        for unit in self.letters:
            name = sqlite_peer.tables_of(unit)
            rows, match = sqlite_peer.rows_of(name, question.kind, question.words)
            rows = rows.replace('?', "'" + match.replace("'", "''") + "'")
            text += f'select count(*) {rows}; select {name}.rowid {rows} order by rank limit 10; '
        return Command(['sqlite3', os.path.join(place, 'fts5.db'), text])
