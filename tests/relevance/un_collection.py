"""Our own collection: the real documents beside the project, our topics and judgements in un/.

The sources lie in corpus/seeds and corpus/real; undex takes them in as they are, and what it read
(title and text of each document) is what the other engines get. Two kinds are written out as text
first: paragraph JSON (by the tool beside the project) and decisions of the General Assembly.
"""
import glob
import json
import os

import collection as collections
import engines

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'un')
THESAURUS = 'real/library/thesaurus/unbis-thesaurus.tsv'
TOPICS = {'un': '', 'un-held-out': 'held_out_'}  # what their files begin with
AS_THEY_ARE = ('seeds', 'real/un-docx', 'real/un-pdf', 'real/six-languages')


def clean(text):
    return ' '.join((text or '').replace('\x7f', ' ').split())


def write_decisions(sources, folder):
    os.makedirs(folder)
    for path in sources:
        with open(path, encoding='utf-8') as file:
            decision = json.load(file)
        number = clean(decision['ED_DecisionNumber']).rstrip(' .')
        title = clean(decision.get('ED_Title'))
        name = os.path.splitext(os.path.basename(path))[0]
        with open(os.path.join(folder, f'{name}.txt'), 'w', encoding='utf-8') as file:
            file.write(f'United Nations\nA/DEC/{number}\nGeneral Assembly\n\n{number}. {title}\n\n'
                       f"{(decision.get('ED_DecisionText') or '').strip()}\n")


def write_texts(shared, folder):
    real = os.path.join(shared, 'corpus', 'real')
    engines.checked([os.path.join(shared, 'tools', 'un_json_to_text'), os.path.join(folder, 'json')] +
                    sorted(glob.glob(os.path.join(real, 'un-paragraph-json', '*.json'))))
    write_decisions(sorted(glob.glob(os.path.join(real, 'ga-decisions-json', '*', '*.json'))),
                    os.path.join(folder, 'decisions'))


def exported(undex, archive, what):
    output = engines.checked([undex, 'export', '--archive', archive, '--what', what])
    return [json.loads(line) for line in output.splitlines()]


def documents_of(undex, archive):
    titles, texts = {}, {}
    for row in exported(undex, archive, 'masthead'):
        if row['field'] == 'title':
            titles.setdefault(row['document'], row['value'])
    for row in exported(undex, archive, 'paragraphs'):
        texts.setdefault(row['document'], []).append(f"{row['number']} {row['text']}")
    return [collections.Document(name, clean(titles.get(name)), clean(' '.join(parts)))
            for name, parts in texts.items()]


def make(name, build, shared, folder):
    undex = os.path.join(build, 'bin', 'undex')
    texts, archive = os.path.join(folder, 'texts'), os.path.join(folder, 'un')
    if not os.path.isdir(os.path.join(shared, 'corpus', 'real')):
        raise SystemExit('relevance: the real documents are not here (../shared or $UNDEX_SHARED)')
    os.makedirs(texts)
    write_texts(shared, texts)
    engines.checked([undex, 'index', '--quiet', '--archive', archive, texts] +
                    [os.path.join(shared, 'corpus', name) for name in AS_THEY_ARE])
    engines.checked([undex, 'thesaurus', 'import', os.path.join(shared, 'corpus', THESAURUS),
                     '--archive', archive])
    files = os.path.join(HERE, TOPICS[name])
    return collections.Collection(name, documents_of(undex, archive),
                                  collections.read_topics(f'{files}topics.tsv'),
                                  collections.read_qrels(f'{files}qrels.tsv'),
                                  archive=archive, prose=False)
