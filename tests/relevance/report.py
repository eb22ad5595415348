"""What a run prints: a table for people, JSON for programs."""
import measures

FORMAT_VERSION = 1


def score(run, collection):
    """{measure: {topic: value}} over the topics that have a relevant document."""
    topics = [topic.id for topic in collection.judged_topics()]
    return {name: {topic: measure(run.get(topic, []), collection.qrels[topic]) for topic in topics}
            for name, measure in measures.MEASURES.items()}


def compare(values, others):
    """Ours against another engine, topic by topic, by one measure."""
    first = [values[topic] for topic in values]
    second = [others[topic] for topic in values]
    return {'difference': measures.mean(first) - measures.mean(second),
            'better': sum(a > b for a, b in zip(first, second)),
            'worse': sum(a < b for a, b in zip(first, second)),
            'p': measures.permutation_test(first, second)}


def summary(collection, runs, engines):
    """The answer of one collection as values that JSON can hold. The first engine is ours."""
    scores = {engine.name: score(runs[engine.name], collection) for engine in engines}
    ours = engines[0].name
    qrels = {topic.id: collection.qrels[topic.id] for topic in collection.judged_topics()}
    rows = []
    for engine in engines:
        row = {'engine': engine.name, 'what': engine.what, 'remarks': list(engine.remarks),
               'judged@10': measures.judged_share(runs[engine.name], qrels)}
        row.update({name: measures.mean(values.values())
                    for name, values in scores[engine.name].items()})
        if engine.name != ours:
            row['ours against it'] = compare(scores[ours]['nDCG@10'], scores[engine.name]['nDCG@10'])
        rows.append(row)
    kinds = {topic.id: topic.kind for topic in collection.topics}
    topics = [{'topic': topic, 'kind': kinds[topic],
               **{name: {engine.name: scores[engine.name][name][topic] for engine in engines}
                  for name in measures.MEASURES}} for topic in qrels]
    return {'format_version': FORMAT_VERSION, 'collection': collection.name,
            'documents': len(collection.documents), 'topics': len(topics), 'engines': rows,
            'values': topics}


def print_table(answer):
    print(f"{answer['collection']}: {answer['documents']} documents, {answer['topics']} topics with "
          "a relevant document")
    print(f"  {'':<14}" + ''.join(f'{name:>9}' for name in measures.MEASURES) +
          '  judged@10   undex against it, nDCG@10')
    for row in answer['engines']:
        line = f"  {row['engine']:<14}"
        line += ''.join(f'{row[name]:9.4f}' for name in measures.MEASURES)
        line += f"  {row['judged@10']:9.3f}"
        versus = row.get('ours against it')
        if versus:
            line += (f"   {versus['difference']:+.4f}, better in {versus['better']}, worse in "
                     f"{versus['worse']} topics, p {versus['p']:.4f}")
        print(line)
        for remark in row['remarks']:
            print(f"  {'':<14} {remark}")


def print_kinds(answer):
    """nDCG@10 of each kind of topic, where the collection has kinds."""
    kinds = list(dict.fromkeys(topic['kind'] for topic in answer['values'] if topic['kind']))
    names = [row['engine'] for row in answer['engines']]
    if kinds:
        print(f"  {'nDCG@10 by kind':<24}" + ''.join(f'{name:>10}' for name in names))
    for kind in kinds:
        values = [topic['nDCG@10'] for topic in answer['values'] if topic['kind'] == kind]
        line = ''.join(f'{measures.mean(value[name] for value in values):10.4f}' for name in names)
        print(f"  {kind + ' ' + str(len(values)):<24}{line}")


def print_topics(answer):
    names = [row['engine'] for row in answer['engines']]
    print('  nDCG@10 by topic'.ljust(26) + ''.join(f'{name:>10}' for name in names))
    for topic in answer['values']:
        print(f"  {topic['topic']:<24}" +
              ''.join(f"{topic['nDCG@10'][name]:10.4f}" for name in names))
