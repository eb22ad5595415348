"""The questions that all engines are asked, drawn from the texts: twenty of each kind."""
import collections
import random
import re

Question = collections.namedtuple('Question', 'kind words')
EACH = 20
FACET_WORDS = 12
KINDS = ('rare', 'frequent', 'AND', 'OR', 'phrase', 'range', 'wildcard')
# Words that engines leave out of their indexes or of their questions.
STOP_WORDS = frozenset('about above after again against among because before being below between could during '
                       'every further having itself other ought should their theirs these there those through '
                       'under until where which while whose would without within'.split())


def words_of(text):
    return re.findall(r'[a-z]+', text.lower())


def lively(word):
    return len(word) >= 5 and word not in STOP_WORDS


class Vocabulary:
    def __init__(self, table):
        self.documents, self.pairs, self.years = collections.Counter(), [], collections.Counter()
        chance = random.Random(2)
        with open(table, encoding='utf-8') as file:
            for line in file:
                if line[0] != 'D':
                    continue
                row = line.rstrip('\n').split('\t')
                self.years[int(row[3])] += 1
                self.documents.update({word for word in words_of(row[6]) if lively(word)})
                self.pairs += self.pairs_in(row[6], chance)
        self.count = sum(self.years.values())

    @staticmethod
    def pairs_in(text, chance):
        """Two words that stand side by side, one pair a document."""
        found = re.findall(r'(?<![\w-])[a-z]{5,} [a-z]{5,}(?![\w-])', text)
        pairs = [tuple(pair.split()) for pair in found]
        pairs = [pair for pair in pairs if all(map(lively, pair))]
        return [chance.choice(pairs)] if pairs else []

    def between(self, least, most):
        """Evenly chosen of those that stand in such a part of the documents, the most frequent first."""
        fitting = sorted((word for word, count in self.documents.items()
                          if least <= count <= most), key=lambda word: (-self.documents[word], word))
        return fitting[::max(1, len(fitting) // EACH)][:EACH]


def make(table):
    """{kind: questions}; also `facets`, one that matches almost everything, and `snippets`."""
    known = Vocabulary(table)
    rare = known.between(2, max(3, known.count // 200))
    frequent = known.between(known.count // 4, known.count)
    middle = known.between(max(2, known.count // 50), max(3, known.count // 12))
    years = sorted(year for year in known.years if year)
    low = years[len(years) // 3] if years else 0
    high = years[2 * len(years) // 3] if years else 0
    shifted = frequent[3:] + frequent[:3]
    chance = random.Random(3)
    asked = {
        'rare': [(word,) for word in rare],
        'frequent': [(word,) for word in frequent],
        'AND': list(zip(frequent, shifted)),
        'OR': list(zip(frequent, shifted, middle)),
        'phrase': chance.sample(known.pairs, min(EACH, len(known.pairs))),
        'range': [(word, str(low), str(high)) for word in frequent],
        'wildcard': [(word[:-1],) for word in middle],
        'snippets': [(word,) for word in frequent],
        'facets': [tuple(word for word, _ in known.documents.most_common(FACET_WORDS))],
    }
    return {kind: [Question(kind, words) for words in all_] for kind, all_ in asked.items()}
