"""What was measured, as Markdown."""
import collections
import os
import platform
import statistics

from measure import at, spread
from questions import KINDS

Measured = collections.namedtuple(
    'Measured', 'words texts small present absent tenth whole few many processes')
PARTS = (0.5, 0.95, 0.99)
UNITS = {'documents': 'documents', 'both': 'documents, paragraphs', 'lines': 'lines'}

INTRODUCTION = '''# Beside other engines

    {command}

prints this page, and `--write` keeps it ([bench.md](bench.md) tells what else is measured). It was made on
{machine}. Compare the ratios, never the times.

The texts are {words}: {documents:,} documents, {paragraphs:,} paragraphs, {megabytes:.1f} MB, each with a masthead. undex, Omega and
Recoll read files; the others get a table of the same documents and paragraphs, ready made. "Both" means a document and its paragraphs,
each by itself, which is what undex keeps. Each engine has the settings it comes with, English stems where it has stems, positions and
the stored text. Engines are taken in turns. ms and CPU s are those of the processor, with all processes and threads; a ratio
tells how many times undex's it is, the median of the rounds, and in brackets the least and the most. How good the
answers are is measured by `tools/relevance` ([tests/relevance](../tests/relevance/README.md)).
'''


def processor_name():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        names = [line.split(':', 1)[1].strip() for line in file if line.startswith('model name')]
    return names[0] if names else platform.machine()


def machine():
    with open('/proc/meminfo', encoding='utf-8') as file:
        memory = int(file.readline().split()[1]) / 1024 / 1024
    with open('/etc/os-release', encoding='utf-8') as file:
        system = next(line.split('=')[1].strip().strip('"') for line in file if line.startswith('PRETTY_NAME'))
    return (f'{os.cpu_count()} × {processor_name()}, {memory:.0f} GB of memory, {system}, with '
            f'{os.getloadavg()[2]:.1f} processes running at the end')


def table(heads, rows):
    lines = [heads, ['---'] + ['---:'] * (len(heads) - 1), *rows]
    return ''.join('| ' + ' | '.join(map(str, line)) + ' |\n' for line in lines) + '\n'


def short(value):
    return f'{value:.0f}' if value >= 100 else f'{value:.1f}' if value >= 10 else f'{value:.2f}'


def ratio(values):
    least, median, most = map(short, spread(values))
    return f'**{median}** ({least}–{most})'


def stage_names(engine, what):
    return f'{engine.name}: {what}' if what else engine.name


def rows_of_builds(measured):
    base = [list(built.stages.values())[-1] for built in measured.whole['undex']]
    texts = measured.texts
    for engine in measured.present:
        found = measured.whole[engine.name]
        for stage in found[0].stages:
            runs = [built.stages[stage] for built in found]
            seconds = statistics.median(run.seconds for run in runs)
            yield [stage_names(engine, stage), UNITS[engine.units], short(texts.bytes / 1e6 / seconds),
                   short(texts.documents / seconds), short(statistics.median(run.processor for run in runs)),
                   ratio([run.seconds / other.seconds for run, other in zip(runs, base)]),
                   ratio([run.processor / other.processor for run, other in zip(runs, base)]),
                   f'{max(run.peak_mb for run in runs):.0f}',
                   short(statistics.median(built.bytes for built in found) / texts.bytes)]


def builds(measured):
    heads = ['', 'index of', 'MB/s', 'documents/s', 'CPU s', 's, times undex',
             'CPU, times undex', 'peak MB', 'index / text']
    return ('## Building an index\n"Times undex" is of its index anew. Peak MB is the most that all processes held '
            'together, or that one of them ever did.\n\n' + table(heads, rows_of_builds(measured)))


def build_seconds(built):
    """Of the processor, for all that the first stage does."""
    return next(iter(built.stages.values())).processor


def updates(measured):
    rows = []
    for engine in measured.present:
        found = measured.whole[engine.name]
        if found[0].update:
            rows.append([engine.name, short(statistics.median(built.update.seconds for built in found)),
                         short(statistics.median(built.update.processor for built in found)),
                         ratio([100 * built.update.processor / build_seconds(built) for built in found])])
    return ('## One document in a hundred has changed\n\n' +
            table(['', 's', 'CPU s', 'CPU, % of its build'], rows))


def median_of_all(answers):
    return statistics.median(statistics.median(entry.milliseconds)
                             for kind in KINDS for entry in answers[kind])


def growth(measured):
    rows = []
    for engine in measured.present:
        small, large = measured.tenth[engine.name], measured.whole[engine.name]
        if not large[0].stages:
            continue
        asked = engine.name in measured.many
        rows.append([engine.name,
                     short(statistics.median(map(build_seconds, large)) /
                           statistics.median(map(build_seconds, small))),
                     short(large[0].bytes / small[0].bytes),
                     short(median_of_all(measured.many[engine.name]) / median_of_all(measured.few[engine.name]))
                     if asked else '–'])
    times = measured.texts.bytes / measured.small.bytes
    return (f'## From a tenth to the whole\nHow many times as much for {times:.1f} times the text; a question is the '
            'median one of all kinds below.\n\n' +
            table(['', 'CPU of the build', 'bytes of the index', 'a question'], rows))


def of_kind(answers, kind):
    """Medians of the questions."""
    return [statistics.median(entry.milliseconds) for entry in answers[kind]]


def by_round(answers, kind):
    """The median question of each round."""
    return [statistics.median(round_) for round_ in zip(*(entry.milliseconds for entry in answers[kind]))]


def ratios(measured, name, kind):
    return [one / other for one, other in
            zip(by_round(measured.many[name], kind), by_round(measured.many['undex'], kind))]


def found_in_all(answers, kind):
    """Documents or paragraphs that match, summed over the questions."""
    return ' / '.join(f'{sum(numbers):,}' for numbers in zip(*(entry.matches for entry in answers[kind])))


def kinds_of(measured, cell):
    return [[name, *(cell(name, kind) for kind in KINDS)] for name in measured.many]


def questions(measured):
    def percentiles(name, kind):
        return ' / '.join(short(at(of_kind(measured.many[name], kind), part)) for part in PARTS)
    return ('## Questions, within a process that has answered them before\nOmega, Recoll and ripgrep answer by new '
            'processes only. Twenty of each kind: all matches counted '
            'and ten read, of documents and, with both, of paragraphs too. p50 / p95 / p99 of the medians, ms; '
            'p99 of twenty is the slowest.\n\n' +
            table(['', *KINDS], kinds_of(measured, percentiles)) +
            'Times undex, by the median question of each round:\n\n' +
            table(['', *KINDS], kinds_of(measured, lambda name, kind: ratio(ratios(measured, name, kind)))) +
            'What they found in all, documents / paragraphs. Stems and words left out differ:\n\n' +
            table(['', *KINDS], kinds_of(measured, lambda name, kind: found_in_all(measured.many[name], kind))))


def shown(measured):
    rows = []
    for name, answers in measured.many.items():
        rows.append([name, found_in_all(answers, 'facets').split(' / ')[-1],
                     *(cell for kind in ('facets', 'snippets')
                       for cell in (short(statistics.median(of_kind(answers, kind))),
                                    ratio(ratios(measured, name, kind))))])
    return ('## Facets and snippets\nThree facets (year, Member State, entity) over what any of twelve frequent words '
            'match, paragraphs with both; and a frequent word with ten snippets, of undex one paragraph of each of ten '
            'documents. Xapian has three `ValueCountMatchSpy`, which count each list of names as one value; Lucene counts '
            'doc values.\n\n' +
            table(['', 'matches', 'facets, ms', 'times undex', 'snippets, ms', 'times undex'], rows))


def process_row(measured, engine):
    runs = measured.processes[engine.name]
    base = measured.processes['undex']
    row = [engine.name]
    for kind in KINDS:
        seconds = [run.seconds for question, list_ in runs.items() if question.kind == kind for run in list_]
        row.append(short(1000 * statistics.median(seconds)) if seconds else '–')
    everything = [1000 * run.seconds for list_ in runs.values() for run in list_]
    rounds_ = [statistics.median(one.seconds / other.seconds for one, other in zip(ours, theirs))
               for ours, theirs in zip(zip(*runs.values()), zip(*(base[question] for question in runs)))]
    return [*row, ' / '.join(short(at(everything, part)) for part in PARTS),
            short(1000 * statistics.median(run.processor for list_ in runs.values() for run in list_)),
            ratio(rounds_)]


def processes(measured):
    return ('## Questions, a new process each\nThe files are in the cache. undex shows ten documents with a '
            'pinpointed paragraph each, the others name ten; ripgrep counts lines in each file. ms from start to end, '
            'medians of a kind, and p50 / p95 / p99 of all.\n\n' +
            table(['', *KINDS, 'all', 'CPU ms', 'times undex'],
                  [process_row(measured, engine) for engine in measured.present]))


def absent(measured):
    lines = [f'- {engine.name} is not installed: {engine.missing()} is missing, of the package '
             f'{engine.package or "undex"}.\n' for engine in measured.absent]
    return '## Not measured\n' + (''.join(lines) or 'All engines that were asked for are installed.\n')


def markdown(measured, command):
    texts = measured.texts
    start = INTRODUCTION.format(command=command, machine=machine(), words=measured.words,
                                documents=texts.documents, paragraphs=texts.paragraphs,
                                megabytes=texts.bytes / 1e6)
    parts = (builds, updates, growth, questions, shown, processes, absent)
    return start + '\n' + '\n'.join(part(measured).rstrip('\n') + '\n' for part in parts)
