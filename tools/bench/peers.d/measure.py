"""What a command or a question takes: seconds, seconds of the processor, and memory of all its processes."""
import collections
import concurrent.futures
import multiprocessing
import os
import statistics
import subprocess
import threading
import time

Command = collections.namedtuple('Command', 'arguments input environment accepted',
                                 defaults=(None, None, (0,)))
Run = collections.namedtuple('Run', 'seconds processor peak_mb')
LOOK_SECONDS = 0.2
# A small process that starts the others: the system counts what a process held before it became the
# command, and that is what the one that started it holds.
STARTER = concurrent.futures.ProcessPoolExecutor(1, multiprocessing.get_context('spawn'))


def family(first):
    """The process and all that come of it."""
    children = collections.defaultdict(list)
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open(f'/proc/{name}/stat', encoding='utf-8', errors='replace') as file:
                    children[int(file.read().rpartition(')')[2].split()[1])].append(int(name))
            except OSError:
                continue  # it has ended
    found = [first]
    for process in found:
        found += children[process]
    return found


def memory_mb(process):
    """What the process holds, of what it shares only its part."""
    try:
        with open(f'/proc/{process}/smaps_rollup', encoding='utf-8') as file:
            for line in file:
                if line.startswith('Pss:'):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


def look(first, ended, seen):
    while not ended.wait(LOOK_SECONDS):
        seen.append(sum(memory_mb(process) for process in family(first)))


def run(command):
    return STARTER.submit(run_here, command).result()


def run_here(command):
    with open(command.input or os.devnull, 'rb') as source, open(os.devnull, 'wb') as nowhere:
        start = time.monotonic()
        child = subprocess.Popen(command.arguments, stdin=source, stdout=nowhere, stderr=nowhere,
                                 env={**os.environ, **(command.environment or {})})
        ended, seen = threading.Event(), []
        watcher = threading.Thread(target=look, args=(child.pid, ended, seen))
        watcher.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watcher.join()
    if child.returncode not in command.accepted:
        raise SystemExit(f'peers: {" ".join(command.arguments[:6])} ended with {child.returncode}')
    return Run(seconds, usage.ru_utime + usage.ru_stime, max([usage.ru_maxrss / 1024, *seen]))


class Session:
    """A process that answers lines by lines."""

    def __init__(self, arguments):
        self.child = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL, encoding='utf-8')
        self.clock = (~self.child.pid << 3) | 2  # that of the processor for a process, see clock_getcpuclockid(3)

    def ask(self, lines):
        """Milliseconds of the processor, and the answers."""
        start, answers = time.clock_gettime(self.clock), []
        for line in lines:
            self.child.stdin.write(line + '\n')
            self.child.stdin.flush()
            answers.append(self.child.stdout.readline())
            if not answers[-1]:
                raise SystemExit(f'peers: {self.child.args[0]} does not answer {line!r}')
        return 1000 * (time.clock_gettime(self.clock) - start), answers

    def close(self):
        self.child.stdin.close()
        self.child.wait()


def size_bytes(path):
    return sum(os.lstat(os.path.join(folder, name)).st_blocks * 512
               for folder, _, names in os.walk(path) for name in names)


def at(values, part):
    values = sorted(values)
    return values[round(part * (len(values) - 1))]


def spread(values):
    """Least, median and most."""
    return min(values), statistics.median(values), max(values)
