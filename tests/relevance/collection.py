"""Topics, judgements and documents of a collection, from tables or in the form of TREC.

Tables have tabs between their columns: documents id, title, text; topics id, query (or, with a line
of names above, id, kind, query and what is wanted); judgements topic, document and perhaps a grade.
TREC: <DOC> with <DOCNO>, <TITLE> and the rest, <top> with <num> and <title>, and judgements of four
columns. Which it is, the file says by itself.
"""
import dataclasses
import html
import os
import re

MARKS = re.compile(r'[^\w\s\'’.,;/-]')


@dataclasses.dataclass
class Document:
    id: str
    title: str
    text: str


@dataclasses.dataclass
class Topic:
    id: str
    query: str
    kind: str = ''


@dataclasses.dataclass
class Collection:
    name: str
    documents: list
    topics: list
    qrels: dict  # topic -> {document: grade}
    archive: str = ''  # of documents that undex took in from sources of their own
    match: str = ''    # what undex is told of bare words: any, all, or nothing
    prose: bool = True  # topics are sentences, written for no query language

    def judged_topics(self):
        """Topics without a relevant document measure nothing."""
        return [topic for topic in self.topics
                if any(grade >= 1 for grade in self.qrels.get(topic.id, {}).values())]

    def typed_topics(self):
        """As they are typed into undex: of a sentence its words, for a mark in it is no operator."""
        if not self.prose:
            return self.topics
        return [dataclasses.replace(topic, query=one_line(MARKS.sub(' ', topic.query)))
                for topic in self.topics]


def read(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return file.read()


def one_line(text):
    return ' '.join(text.split())


def is_trec(text):
    return text.lstrip().startswith('<')


def element(text, name):
    """The content of the first such element; of one that is never closed, up to the next mark."""
    found = re.search(rf'<{name}>(.*?)(?:</{name}>|(?=<[a-zA-Z]+>)|\Z)', text, re.S | re.I)
    return found.group(1) if found else ''


def trec_documents(text):
    for doc in re.findall(r'<DOC>(.*?)</DOC>', text, re.S | re.I):
        rest = re.sub(r'<(DOCNO|TITLE)>.*?</\1>', ' ', doc, flags=re.S | re.I)
        plain = [html.unescape(re.sub(r'<[^>]*>', ' ', part))
                 for part in (element(doc, 'TITLE'), rest)]
        yield Document(one_line(element(doc, 'DOCNO')), *map(one_line, plain))


def trec_topics(text):
    for top in re.findall(r'<top>(.*?)</top>', text, re.S | re.I):
        number = re.sub(r'^\s*Number:', '', element(top, 'num'))
        title = re.sub(r'^\s*Topic:', '', element(top, 'title'))
        yield Topic(one_line(number), one_line(title))


def rows(text):
    return [line.split('\t') for line in text.split('\n') if line.strip()]


def table_topics(text):
    table = rows(text)
    names = table[0] if table and table[0][:2] == ['topic', 'kind'] else None
    for row in table[1 if names else 0:]:
        yield Topic(row[0], row[2], row[1]) if names else Topic(row[0], one_line(row[1]))


def read_documents(path):
    text = read(path)
    if is_trec(text):
        return list(trec_documents(text))
    return [Document(*map(one_line, (row + ['', ''])[:3])) for row in rows(text)]


def read_topics(path):
    text = read(path)
    return list(trec_topics(text) if is_trec(text) else table_topics(text))


def read_qrels(path):
    qrels = {}
    for line in read(path).split('\n'):
        row = line.split('\t') if '\t' in line else line.split()
        if len(row) == 4:  # TREC: topic, iteration, document, grade
            row = [row[0], row[2], row[3]]
        if len(row) == 2:
            row.append('1')
        if len(row) == 3 and row[0] != 'topic':
            qrels.setdefault(row[0], {})[row[1]] = int(row[2])
    return qrels


def read_collection(name, documents, topics, qrels):
    return Collection(name, read_documents(documents), read_topics(topics), read_qrels(qrels))


def read_folder(folder):
    """The first of these files that is there, of each of the three."""
    def file_of(*stems):
        for stem in stems:
            for ending in ('tsv', 'trec', 'txt', 'xml'):
                path = os.path.join(folder, f'{stem}.{ending}')
                if os.path.exists(path):
                    return path
        raise SystemExit(f"relevance: '{folder}' has no {stems[0]}.tsv")
    name = os.path.basename(os.path.normpath(folder))
    return read_collection(name, file_of('docs', 'documents'), file_of('queries', 'topics'),
                           file_of('qrels'))
