"""sqlite_peer.py build|update|ask FOLDER UNITS [TABLE]: as undex-bench-peers-xapian, by SQLite's FTS5
with porter and bm25(); facets are grouped from tables of values beside the index."""
import os
import sqlite3
import sys

MATCHES = {
    'AND': lambda words: ' AND '.join(f'"{word}"' for word in words),
    'phrase': lambda words: f'"{" ".join(words)}"',
    'wildcard': lambda words: f'{words[0]}*',
    'range': lambda words: f'"{words[0]}"',
}
SHOWN = 10


def tables_of(unit):
    return 'documents' if unit == 'D' else 'paragraphs'


def create(database, name):
    database.executescript(f'''
        create virtual table {name} using fts5(text, tokenize = 'porter unicode61');
        create table {name}_facts (id integer primary key, number integer, year integer);
        create table {name}_state (id integer, value text);
        create table {name}_entity (id integer, value text);
        create index {name}_number on {name}_facts (number);
        create index {name}_states on {name}_state (id);
        create index {name}_entities on {name}_entity (id);''')


def remove(database, name, numbers):
    for number in numbers:
        ids = [row[0] for row in
               database.execute(f'select id from {name}_facts where number = ?', (number,))]
        for one in ids:
            database.execute(f'delete from {name} where rowid = ?', (one,))
            for facts in ('facts', 'state', 'entity'):
                database.execute(f'delete from {name}_{facts} where id = ?', (one,))


def add(database, name, row):
    one = database.execute(f'insert into {name} values (?)', (row[6],)).lastrowid
    database.execute(f'insert into {name}_facts values (?, ?, ?)', (one, int(row[1]), int(row[3])))
    for facts, values in (('state', row[4]), ('entity', row[5])):
        database.executemany(f'insert into {name}_{facts} values (?, ?)',
                             ((one, value) for value in values.split('|') if value))


def fill(database, unit, table, update):
    name = tables_of(unit)
    with open(table, encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t') for line in file if line[0] == unit] if update else \
            (line.rstrip('\n').split('\t') for line in file if line[0] == unit)
        if update:
            remove(database, name, {int(row[1]) for row in rows})
        else:
            create(database, name)
        for row in rows:
            add(database, name, row)
    database.commit()


def count_facets(database, name, match):
    database.execute('create temp table found as select rowid as id from '
                     f'{name} where {name} match ?', (match,))
    total = database.execute('select count(*) from found').fetchone()[0]
    database.execute(f'select year, count(*) from {name}_facts join found using (id) group by year').fetchall()
    for facts in ('state', 'entity'):
        database.execute(f'select value, count(*) from {name}_{facts} join found using (id) '
                         'group by value order by 2 desc limit 20').fetchall()
    database.execute('drop table found')
    return total


def rows_of(name, kind, words):
    """The rows that answer, and what they match."""
    within = ''
    if kind == 'range':
        within = f' join {name}_facts on id = {name}.rowid and year between {int(words[1])} and {int(words[2])}'
    match = MATCHES.get(kind, lambda words: ' OR '.join(f'"{word}"' for word in words))(words)
    return f'from {name}{within} where {name} match ?', match


def answer(database, name, asked):
    kind, words = asked[0], asked[1:]
    rows, match = rows_of(name, kind, words)
    if kind == 'facets':
        return count_facets(database, name, match)
    shown = f"snippet({name}, 0, '[', ']', '...', 32)" if kind == 'snippets' else f'{name}.rowid'
    database.execute(f'select {shown} {rows} order by rank limit {SHOWN}', (match,)).fetchall()
    return database.execute(f'select count(*) {rows}', (match,)).fetchone()[0]


def ask(database, units):
    for line in sys.stdin:
        asked = line.rstrip('\n').split('\t')
        last_only = asked[0] in ('facets', 'snippets')
        print(*(answer(database, tables_of(unit), asked) for unit in units[-1 if last_only else 0:]),
              sep='\t', flush=True)


def main():
    what, folder, units = sys.argv[1:4]
    database = sqlite3.connect(os.path.join(folder, 'fts5.db'))
    if what == 'ask':
        ask(database, units)
        return
    for unit in units:
        fill(database, unit, sys.argv[4], what == 'update')


if __name__ == '__main__':
    main()
