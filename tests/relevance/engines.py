"""The engines of a run, one class each: what it is, what it lacks here, and how it answers.

answers(collection, folder) gives {topic: [document ids, best first]}; folder is empty and its own.
`remarks` says in words what a reader of the figures should know.
"""
import html
import os
import re
import shutil
import sqlite3
import subprocess

DEPTH = 1000
TIMEOUT_SECONDS = 600


def checked(command, text=None, environment=None, accepted=(0,)):
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=TIMEOUT_SECONDS, check=False, encoding='utf-8',
                          env={**os.environ, **(environment or {})},
                          **({} if text is not None else {'stdin': subprocess.DEVNULL}))
    if done.returncode not in accepted:
        raise SystemExit(f'relevance: {command[0]} ended with {done.returncode}: '
                         f'{(done.stderr or done.stdout)[-500:]}')
    return done.stdout


def topic_lines(topics):
    return ''.join(f'{topic.id}\t{topic.query}\n' for topic in topics)


def page_name(number):
    return f'{number:07}.html'


def write_pages(collection, folder):
    """Each document as a page with its title as heading; {file name: id}."""
    os.makedirs(folder)
    for number, doc in enumerate(collection.documents):
        title, text = html.escape(doc.title), html.escape(doc.text or doc.title)
        with open(os.path.join(folder, page_name(number)), 'w', encoding='utf-8') as file:
            file.write(f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>'
                       f'</head><body>\n<h1>{title}</h1>\n<p>{text}</p>\n</body></html>\n')
    return {page_name(n): doc.id for n, doc in enumerate(collection.documents)}


def lists_of(output, names=None):
    """Lines of topic, document and weight as lists; refused queries apart."""
    lists, refused = {}, {}
    for line in output.splitlines():
        topic, name, rest = line.split('\t')
        if name == '!':
            refused[topic] = rest
        else:
            lists.setdefault(topic, []).append(names[name] if names else name)
    return lists, refused


class Undex:
    name = 'undex'
    what = 'undex, by its library, with the settings of production'

    def __init__(self, build, ranking=''):
        self.undex = os.path.join(build, 'bin', 'undex')
        self.program = os.path.join(build, 'bin', 'relevance-undex')
        self.ranking = ranking
        self.remarks = []
        if ranking:
            self.name = f'undex:{ranking}'

    def missing(self):
        absent = [path for path in (self.undex, self.program) if not os.path.exists(path)]
        return f'{absent[0]} is not built' if absent else ''

    def archive_of(self, collection, folder):
        """An archive of the documents, each a web page that undex reads like any other."""
        names = write_pages(collection, os.path.join(folder, 'pages'))
        archive = os.path.join(folder, 'archive')
        output = checked([self.undex, 'index', '--quiet', '--archive', archive,
                          os.path.join(folder, 'pages')], accepted=(0, 4))
        held = re.search(r'holds ([\d,]+) document', output)
        lost = len(names) - int(held.group(1).replace(',', ''))
        if lost:
            self.remarks.append(f'{lost} documents without text, or with the text of another, not held')
        return archive, names

    def answers(self, collection, folder):
        self.remarks = []
        archive, names = collection.archive, None
        if not archive:
            archive, names = self.archive_of(collection, folder)
        command = [self.program, archive, collection.match or 'automatic', self.ranking]
        lists, refused = lists_of(checked(command, topic_lines(collection.typed_topics())), names)
        if refused:
            self.remarks.append(f'{len(refused)} queries refused: ' +
                                '; '.join(f'{topic}: {why}' for topic, why in refused.items())[:300])
        return lists


class Xapian:
    name = 'xapian'
    what = 'Xapian: TermGenerator, QueryParser with OR, English stemmer, BM25'

    def __init__(self, build):
        self.program = os.path.join(build, 'bin', 'relevance-xapian')
        self.remarks = []

    def missing(self):
        return '' if os.path.exists(self.program) else f'{self.program} is not built'

    def answers(self, collection, folder):
        table = os.path.join(folder, 'docs.tsv')
        with open(table, 'w', encoding='utf-8') as file:
            file.writelines(f'{doc.id}\t{doc.title}\t{doc.text}\n' for doc in collection.documents)
        command = [self.program, os.path.join(folder, 'database'), table]
        return lists_of(checked(command, topic_lines(collection.topics)))[0]


class Sqlite:
    name = 'sqlite'
    what = 'SQLite FTS5: porter, any of the words, bm25()'
    remarks = ()

    def missing(self):
        try:
            with sqlite3.connect(':memory:') as database:
                database.execute('create virtual table probe using fts5(text)')
        except sqlite3.OperationalError as fault:
            return str(fault)
        return ''

    def answers(self, collection, folder):
        with sqlite3.connect(os.path.join(folder, 'fts5.db')) as database:
            database.execute("create virtual table docs using fts5(id unindexed, title, text, "
                             "tokenize = 'porter unicode61')")
            database.executemany('insert into docs values (?, ?, ?)',
                                 ((doc.id, doc.title, doc.text) for doc in collection.documents))
            lists = {}
            for topic in collection.topics:
                words = ' OR '.join(f'"{word}"' for word in re.findall(r'\w+', topic.query))
                found = database.execute('select id from docs where docs match ? '
                                         'order by bm25(docs) limit ?', (words or '""', DEPTH))
                lists[topic.id] = [row[0] for row in found]
        return lists


class Omega:
    remarks = ()
    cgi = '/usr/lib/cgi-bin/omega/omega'
    # The prefixes of Omega's own template `query`, and a page of names alone.
    template = ('$setmap{prefix,,$split{ S B F},title,S,author,A,topic,B}'
                '$hitlist{$field{url}$chr{10}}')

    def __init__(self, joined='and'):
        self.joined = joined
        self.name = 'omega' if joined == 'and' else f'omega-{joined}'
        self.what = f"Omega: omindex over web pages, omega with its prefixes, DEFAULTOP={joined}"

    def missing(self):
        if not shutil.which('omindex') or not os.path.exists(self.cgi):
            return 'the Debian package xapian-omega is not installed'
        return ''

    def answers(self, collection, folder):
        names = write_pages(collection, os.path.join(folder, 'pages'))
        for name in ('data', 'templates', 'log', 'cdb'):
            os.makedirs(os.path.join(folder, name))
        checked(['omindex', '--db', os.path.join(folder, 'data', 'default'), '--url', '/',
                 os.path.join(folder, 'pages')])
        with open(os.path.join(folder, 'templates', 'names'), 'w', encoding='utf-8') as file:
            file.write(self.template)
        settings = os.path.join(folder, 'omega.conf')
        with open(settings, 'w', encoding='utf-8') as file:
            for key, name in (('database', 'data'), ('template', 'templates'), ('log', 'log'),
                              ('cdb', 'cdb')):
                file.write(f'{key}_dir {os.path.join(folder, name)}\n')
        lists = {}
        for topic in collection.topics:
            page = checked([self.cgi, 'DB=default', 'FMT=names', f'HITSPERPAGE={DEPTH}',
                            f'DEFAULTOP={self.joined}', f'P={topic.query}'], environment={'OMEGA_CONFIG_FILE': settings})
            lists[topic.id] = [names[name] for name in re.findall(r'\d{7}\.html', page)]
        return lists
