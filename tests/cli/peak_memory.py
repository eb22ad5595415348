"""Runs a command and notes how much memory the largest of its processes took.

usage: peak_memory.py FILE SECONDS COMMAND...

Writes bytes to FILE. Exit status as the command's, 124 when it took longer than it may. A process
of its own, because the memory of whoever starts a process counts as that process's at first.
"""
import resource
import subprocess
import sys


def main():
    file, seconds, *command = sys.argv[1:]
    try:
        status = subprocess.run(command, timeout=float(seconds), check=False).returncode
    except subprocess.TimeoutExpired:
        status = 124
    with open(file, 'w', encoding='ascii') as out:
        out.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024))
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == '__main__':
    main()
