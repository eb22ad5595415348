"""Everything is taken in turns, engine after engine, so that what else the machine does meets them all."""
import collections
import os
import shutil

import measure
import texts as prepared

# One of an engine's builds: runs by stage, the update, bytes of the index and of it compared with the text.
Built = collections.namedtuple('Built', 'stages update bytes')
Answers = collections.namedtuple('Answers', 'milliseconds matches')
WARM_SECONDS = 3


def build(engine, texts, place):
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    engine.prepare(texts, place)
    stages = {what: measure.run(command) for what, command in engine.stages(texts, place)}
    if not stages:
        return Built({}, None, 0)
    size = measure.size_bytes(engine.index(place))
    before = prepared.change_files(texts)
    update = measure.run(engine.update(texts, place))
    prepared.restore_files(before)
    return Built(stages, update, size)


def builds(engines, texts, places, rounds):
    """{engine: [Built]}"""
    found = collections.defaultdict(list)
    for _ in range(rounds):
        for engine in engines:
            found[engine.name].append(build(engine, texts, places[engine.name]))
    return found


def warmed(engine, place, asked):
    """A process that has answered every question, and for some seconds of the processor."""
    session, spent = measure.Session(engine.session(place)), 0
    while spent < 1000 * WARM_SECONDS:
        for questions in asked.values():
            spent += sum(session.ask(engine.lines(question))[0] for question in questions)
    return session


def asking(engines, places, asked, rounds):
    """{engine: {kind: [Answers of a question]}}, an entry of milliseconds a round."""
    sessions = [(engine, warmed(engine, places[engine.name], asked)) for engine in engines
                if engine.session(places[engine.name])]
    found = {engine.name: {kind: [Answers([], []) for _ in questions] for kind, questions in asked.items()}
             for engine, _ in sessions}
    for _ in range(rounds):
        for kind, questions in asked.items():
            for number, question in enumerate(questions):
                for engine, session in sessions:
                    milliseconds, answers = session.ask(engine.lines(question))
                    entry = found[engine.name][kind][number]
                    entry.milliseconds.append(milliseconds)
                    entry.matches[:] = engine.matches(answers)
    for _, session in sessions:
        session.close()
    return found


def processes(engines, places, questions, rounds):
    """{engine: {question: [Run]}}, of those that it can be asked."""
    found = {engine.name: collections.defaultdict(list) for engine in engines}
    for _ in range(rounds):
        for question in questions:
            for engine in engines:
                command = engine.process(places[engine.name], question)
                if command:
                    found[engine.name][question].append(measure.run(command))
    return found
