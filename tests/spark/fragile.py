"""matn, but for three records: one always ends it, one ends it once, and one once ends the whole executor.

fragile.py FOLDER COMMAND… ; FOLDER keeps what has happened already.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

POISON, ONCE, EXECUTOR = (f"یہاں عمل ختم ہوتا ہے: {name}" for name in ("ہمیشہ", "ایک بار", "سب"))


def main():
    folder, *command = sys.argv[1:]
    matn = subprocess.Popen(command, stdin=subprocess.PIPE)
    for line in sys.stdin.buffer:
        text = line.decode("utf-8")
        if POISON in text or (ONCE in text and first_time(folder, "once")):
            end(matn)
        if EXECUTOR in text and first_time(folder, "executor"):
            os.kill(executor(), signal.SIGKILL)
            end(matn)
        matn.stdin.write(line)
        matn.stdin.flush()
    matn.stdin.close()
    matn.wait()


def first_time(folder, what):
    mark = Path(folder, what)
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def end(matn):
    matn.kill()
    os.kill(os.getpid(), signal.SIGKILL)


def executor():
    """The process of Java that this one descends from."""
    pid = os.getpid()
    while "CoarseGrainedExecutorBackend" not in Path(f"/proc/{pid}/cmdline").read_text():
        status = Path(f"/proc/{pid}/status").read_text()
        pid = int(next(line for line in status.splitlines() if line.startswith("PPid:")).split()[1])
    return pid


if __name__ == "__main__":
    main()
