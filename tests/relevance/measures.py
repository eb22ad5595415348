"""How good a ranked list is, and whether one is better than another beyond chance.

A topic's judgements are {document: grade}; a document without one has grade 0. Relevant is a grade
of 1 and more. The figures are those of NIST's trec_eval of the same names:

  nDCG@10     DCG / DCG of the best possible list, DCG = sum of grade / log2(rank + 1) over ranks 1
              to 10 (Järvelin and Kekäläinen 2002, ACM TOIS 20:422; gains as they are, "ndcg_cut")
  AP          mean of the precision at the rank of each relevant document, 0 for one not listed; its
              mean over the topics is MAP (Buckley and Voorhees 2000, SIGIR; "map")
  RR          1 / rank of the first relevant document (Voorhees 1999, TREC-8; "recip_rank")
  recall@100  share of the relevant documents that the first 100 hold ("recall_100")
"""
import math
import random

FLIPS = 10000
SEED = 20030528


def dcg(grades):
    return sum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


def ndcg(ranked, judged, depth=10):
    best = dcg(sorted(judged.values(), reverse=True)[:depth])
    return dcg([judged.get(doc, 0) for doc in ranked[:depth]]) / best if best else 0.0


def relevant(judged):
    return {doc for doc, grade in judged.items() if grade >= 1}


def average_precision(ranked, judged):
    wanted, found, total = relevant(judged), 0, 0.0
    for rank, doc in enumerate(ranked, 1):
        if doc in wanted:
            found += 1
            total += found / rank
    return total / len(wanted) if wanted else 0.0


def reciprocal_rank(ranked, judged):
    wanted = relevant(judged)
    return next((1 / rank for rank, doc in enumerate(ranked, 1) if doc in wanted), 0.0)


def recall(ranked, judged, depth=100):
    wanted = relevant(judged)
    return len(wanted.intersection(ranked[:depth])) / len(wanted) if wanted else 0.0


MEASURES = {'nDCG@10': ndcg, 'MAP': average_precision, 'MRR': reciprocal_rank, 'R@100': recall}


def judged_share(run, qrels, depth=10):
    """Share of the first documents of all topics that somebody judged."""
    seen = [doc in qrels[topic] for topic in qrels for doc in run.get(topic, [])[:depth]]
    return sum(seen) / len(seen) if seen else 1.0


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def permutation_test(first, second):
    """Two-sided p that the mean difference of paired values is chance: how often it is as large when
    each pair keeps or changes its order by the toss of a coin (Smucker, Allan and Carterette 2007,
    CIKM). The tosses are always the same."""
    differences = [a - b for a, b in zip(first, second)]
    seen = abs(sum(differences)) - 1e-12
    toss = random.Random(SEED)
    as_large = sum(
        abs(sum(d if toss.random() < 0.5 else -d for d in differences)) >= seen
        for _ in range(FLIPS))
    return (as_large + 1) / (FLIPS + 1)
