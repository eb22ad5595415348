"""The figures of undex against those last recorded, and against what it promises beside others."""
import csv

import measures

ALLOWED_LOSS = 0.0005  # the table has four digits
# How far nDCG@10 of undex must be above another engine's, at least; of every other by None.
PROMISES = {'cran': {'xapian': -0.005}, 'cisi': {'xapian': -0.005}, 'un': {None: 0.1},
            'un-held-out': {None: 0.05}}


def figures_of(answers):
    return {(answer['collection'], name): answer['engines'][0][name]
            for answer in answers for name in measures.MEASURES}


def record(answers, path):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('collection\tmeasure\tvalue\n')
        for (collection, name), value in figures_of(answers).items():
            file.write(f'{collection}\t{name}\t{value:.4f}\n')


def recorded(path):
    with open(path, encoding='utf-8', newline='') as file:
        rows = csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE)
        return {(row['collection'], row['measure']): float(row['value']) for row in rows}


def losses(answers, path):
    """(what, whether it is lost) of each recorded figure of these collections."""
    before = recorded(path)
    for key, value in figures_of(answers).items():
        was = before.get(key)
        change = 'new: record it' if was is None else f'{value - was:+.4f}'
        yield (f'{key[0]} {key[1]} {value:.4f}  {change}',
               was is not None and value < was - ALLOWED_LOSS)


def promises(answers):
    """(what, whether it is broken) of each engine that something was promised of."""
    for answer in answers:
        promised = PROMISES.get(answer['collection'], {})
        for row in answer['engines'][1:]:
            least = promised.get(row['engine'], promised.get(None))
            if least is not None:
                above = row['ours against it']['difference']
                yield (f"{answer['collection']} nDCG@10 above {row['engine']} by {above:+.4f}, "
                       f'promised {least:+.3f}', above < least)


def check(answers, path):
    """A line a figure, and a last one that counts; whether all hold."""
    results = list(losses(answers, path)) + list(promises(answers))
    for what, failed in results:
        print(what + ('  LOSS' if failed else ''))
    failed = sum(failed for _, failed in results)
    print(f'{len(results) - failed} passed, {failed} failed')
    return failed == 0
