"""groonga: a table of documents and, with both, one of paragraphs, indexed when they are filled. No stems."""
import json
import os
import shutil

from engine import Engine
from measure import Command

SCHEMA = '''table_create {0} TABLE_NO_KEY
column_create {0} number COLUMN_SCALAR UInt32
column_create {0} year COLUMN_SCALAR Int32
column_create {0} state COLUMN_VECTOR Values
column_create {0} entity COLUMN_VECTOR Values
column_create {0} text COLUMN_SCALAR LongText
'''
INDEXES = '''column_create Terms {0}_text COLUMN_INDEX|WITH_POSITION {0} text
column_create Numbers {0}_number COLUMN_INDEX {0} number
'''
SHARED = '''table_create Values TABLE_HASH_KEY ShortText
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
table_create Numbers TABLE_PAT_KEY UInt32
'''
FORMS = {
    'AND': lambda words: ' '.join(words),
    'phrase': lambda words: f'"{" ".join(words)}"',
    'wildcard': lambda words: f'{words[0]}*',
    'range': lambda words: words[0],
    'OR': lambda words: ' OR '.join(words),
    'facets': lambda words: ' OR '.join(words),
}


def load(table, unit, name, file):
    file.write(f'load --table {name}\n[\n')
    with open(table, encoding='utf-8') as lines:
        rows = (line.rstrip('\n').split('\t') for line in lines if line[0] == unit)
        file.write(',\n'.join(json.dumps({
            'number': int(row[1]), 'year': int(row[3]),
            'state': [value for value in row[4].split('|') if value],
            'entity': [value for value in row[5].split('|') if value],
            'text': row[6]}, ensure_ascii=False) for row in rows))
    file.write('\n]\n')


class Groonga(Engine):
    package = 'groonga-bin'

    def __init__(self, units):
        self.units = units
        self.name = 'groonga' if units == 'documents' else 'groonga, both'
        self.tables = {'D': 'Documents'} if units == 'documents' else {'D': 'Documents', 'P': 'Paragraphs'}

    def missing(self):
        return '' if shutil.which('groonga') else 'groonga'

    def prepare(self, texts, place):
        os.makedirs(self.index(place))
        with open(os.path.join(place, 'build'), 'w', encoding='utf-8') as file:
            file.write(SHARED)
            for unit, name in self.tables.items():
                file.write(SCHEMA.format(name))
                load(texts.table, unit, name, file)
                file.write(INDEXES.format(name))
        self.prepare_update(texts, place)

    def prepare_update(self, texts, place):
        with open(texts.changes, encoding='utf-8') as lines:
            numbers = [line.split('\t', 2)[1] for line in lines if line[0] == 'D']
        with open(os.path.join(place, 'update'), 'w', encoding='utf-8') as file:
            for unit, name in self.tables.items():
                for number in numbers:
                    file.write(f'delete {name} --filter "number == {number}"\n')
                load(texts.changes, unit, name, file)

    def index(self, place):
        return os.path.join(place, 'db')

    def database(self, place):
        return os.path.join(self.index(place), 'all')

    def stages(self, texts, place):
        return [('', Command(['groonga', '-n', self.database(place)], os.path.join(place, 'build')))]

    def update(self, texts, place):
        return Command(['groonga', self.database(place)], os.path.join(place, 'update'))

    def session(self, place):
        return ['groonga', self.database(place)]

    def select(self, table, question):
        query = FORMS.get(question.kind, lambda words: words[0])(question.words)
        parts = [f'select {table} --match_columns text --query {json.dumps(query)} --sort_keys -_score']
        if question.kind == 'range':
            parts.append(f'--filter "year >= {question.words[1]} && year <= {question.words[2]}"')
        if question.kind == 'facets':
            parts.append('--limit 0 --drilldown year,state,entity --drilldown_sort_keys -_nsubrecs '
                         '--drilldown_limit 20')
        else:
            shown = 'snippet_html(text)' if question.kind == 'snippets' else 'number'
            parts.append(f'--limit 10 --command_version 2 --output_columns "{shown},_score"')
        return ' '.join(parts)

    def lines(self, question):
        """One a table; what is counted and shown are paragraphs where there are any."""
        tables = list(self.tables.values())
        if question.kind in ('facets', 'snippets'):
            tables = tables[-1:]
        return [self.select(table, question) for table in tables]

    def matches(self, answers):
        return [json.loads(answer)[1][0][0][0] for answer in answers]
