"""What all engines are given: a folder of files, each with a masthead and the time of its document, and for
those that take no files a table of the same documents and paragraphs (table.cc)."""
import collections
import os
import random
import re
import shutil
import subprocess
import time

# `changes` is the part of the table that change_files() makes true of the files.
Texts = collections.namedtuple('Texts', 'files table changes bytes documents paragraphs')
MASTHEAD = ('United Nations A/INF/{session}/{number}\nGeneral Assembly\nDistr.: General\n'
            '20 September {year}\nOriginal: English\n\n')
ADDED = ' It is also noted that one sentence was added here.'
CHANGED_IN = 100


def unpacked(source, folder):
    if os.path.isdir(source):
        return source
    os.makedirs(folder)
    subprocess.run(['tar', '-xf', source, '-C', folder], check=True)
    return folder


def files_of(folder):
    found = [os.path.join(place, name) for place, _, names in os.walk(folder)
             for name in names if name.endswith('.txt')]
    if not found:
        raise SystemExit(f'peers: no .txt files in {folder}')
    return sorted(found)


def year_of(path, text):
    named = re.search(r'_(\d{4})\.txt$', path)
    printed = re.search(r'^\d{1,2} [A-Z][a-z]+ (\d{4})$', text, re.MULTILINE)
    return int((printed or named or ['', '2000'])[1])


def copy(source, folder, number):
    """With a masthead where there is none; bytes of the text."""
    with open(source, encoding='utf-8', errors='replace') as file:
        text = file.read()
    year = year_of(source, text)
    if not text.startswith('United Nations'):
        text = MASTHEAD.format(session=year - 1945, number=number, year=year) + text
    target = os.path.join(folder, f'{number:06}.txt')
    with open(target, 'w', encoding='utf-8') as file:
        file.write(text)
    date = time.mktime((max(year, 1970), 9, 20, 12, 0, 0, 0, 0, 0))
    os.utime(target, (date, date))
    return len(text.encode())


def chosen(source, folder, size_mb):
    """So many megabytes of the texts, drawn as the same seed always draws them."""
    os.makedirs(folder)
    paths = files_of(source)
    random.Random(1).shuffle(paths)
    size = 0
    for number, path in enumerate(paths, 1):
        if size >= size_mb * 1e6:
            break
        size += copy(path, folder, number)


def write_table(programs, files, table, work):
    archive = os.path.join(work, 'table-archive')
    done = subprocess.run([os.path.join(programs, 'undex'), 'index', files, '--archive', archive, '--quiet'],
                          check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode not in (0, 4):
        raise SystemExit(f'peers: undex index ended with {done.returncode}')
    with open(table, 'wb') as file:
        subprocess.run([os.path.join(programs, 'undex-bench-peers-table'), archive], check=True, stdout=file)
    shutil.rmtree(archive)


def changed_lines(lines):
    """Of one document in a hundred, with a sentence more at its end."""
    document = 0
    for at, line in enumerate(lines):
        kind = line[0]
        document += kind == 'D'
        if document % CHANGED_IN == 1:
            ends = kind == 'D' or at + 1 == len(lines) or lines[at + 1][0] == 'D'
            yield line.rstrip('\n') + (ADDED if ends else '') + '\n'


def make(table, files):
    with open(table, encoding='utf-8') as file:
        lines = list(file)
    changes = table + '.changes'
    with open(changes, 'w', encoding='utf-8') as file:
        file.writelines(changed_lines(lines))
    documents = [line for line in lines if line[0] == 'D']
    size = sum(len(line.split('\t', 6)[6].encode()) for line in documents)
    return Texts(files, table, changes, size, len(documents), len(lines) - len(documents))


def prepare(programs, source, size_mb, work):
    """All of the texts."""
    files, table = os.path.join(work, 'files'), os.path.join(work, 'table.tsv')
    chosen(unpacked(source, os.path.join(work, 'unpacked')), files, size_mb)
    write_table(programs, files, table, work)
    return make(table, files)


def tenth(texts, work):
    """Of each ten documents the first."""
    files, table = os.path.join(work, 'files-of-tenth'), os.path.join(work, 'tenth.tsv')
    os.makedirs(files)
    document = 0
    with open(texts.table, encoding='utf-8') as source, open(table, 'w', encoding='utf-8') as target:
        for line in source:
            document += line[0] == 'D'
            if document % 10 == 1:
                target.write(line)
                if line[0] == 'D':
                    shutil.copy2(source_of(line), files)
    return make(table, files)


def source_of(line):
    return line.split('\t', 3)[2]


def change_files(texts):
    """What they were before, to be put back."""
    before = {}
    with open(texts.changes, encoding='utf-8') as file:
        for line in file:
            if line[0] != 'D':
                continue
            path = os.path.join(texts.files, os.path.basename(source_of(line)))
            with open(path, encoding='utf-8') as text:
                before[path] = (text.read(), os.stat(path).st_mtime)
            with open(path, 'w', encoding='utf-8') as text:
                text.write(before[path][0].rstrip() + ADDED + '\n')
    return before


def restore_files(before):
    for path, (text, date) in before.items():
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        os.utime(path, (date, date))
