"""One long-lived `matn --jsonl` process, fed with records and read back in order.

A process that dies is started again, and what it had not answered is asked again: no record is lost, none comes twice.
"""

import contextlib
import json
import subprocess
import threading
from collections import deque
from queue import SimpleQueue

# Records that are with the process at once: enough that it never waits for the next one.
WINDOW = 64
# Deaths of a process that had one record only, after which that record is given up.
TRIES = 3

_shared = {}


def shared(command):
    """The process of this Python worker: it lives as long as the worker does, over all partitions that this one gets."""
    key = tuple(command)
    if key not in _shared:
        _shared[key] = MatnProcess(command)
    return _shared[key]


class MatnProcess:
    """A process and the way to it."""

    def __init__(self, command):
        """`command`: the program and its arguments, as a list; `--jsonl` is added here."""
        self._command = [*command, "--jsonl", "--jobs", "1"]
        self._process = None
        self._number = 0

    def answers(self, records):
        """Yields `(record, answer)` for each record, in order; an answer has `"article"` or `"error"`.

        `records`: dictionaries with `"input"` or `"base64"`, and perhaps `"as"` and `"url"`.
        """
        records = iter(records)
        asked = deque()
        again = deque()
        tries = 0
        try:
            while True:
                # After a death its records go one at a time, so that the one that did it is found.
                window = 1 if again else WINDOW
                while len(asked) < window:
                    record = again.popleft() if again else next(records, None)
                    if record is None:
                        break
                    asked.append((self._ask(record), record))
                if not asked:
                    return
                answer = self._answer(asked[0][0])
                if answer is None:
                    tries = tries + 1 if len(asked) == 1 else 0
                    if tries == TRIES:
                        answer = {"error": {"code": "internal", "message": f"matn ended {TRIES} times over this record."}}
                if answer is not None:
                    tries = 0
                    yield asked.popleft()[1], answer
                if self._process is None:
                    again.extendleft(record for _, record in reversed(asked))
                    asked.clear()
        finally:
            # Answers that nobody waits for any more must not be taken for those of the next records.
            if asked:
                self.stop()

    def stop(self):
        """Ends the process; the next record starts another one."""
        process, self._process = self._process, None
        if process is not None:
            self._to_write.put(None)
            process.kill()
            process.wait()
            process.stdout.close()

    def _start(self):
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._to_write = SimpleQueue()
        threading.Thread(target=_write, args=(self._process.stdin, self._to_write), daemon=True).start()
        # A process that cannot work at all is no fault of the records.
        if self._answer(self._ask({"input": ""})) is None:
            raise RuntimeError(f"{' '.join(self._command)} ends without an answer: is Node 20 there, and matn installed?")

    def _ask(self, record):
        """Hands a record over, under a number of its own, whatever its id is."""
        if self._process is None:
            self._start()
        self._number += 1
        line = json.dumps({**record, "id": self._number}, ensure_ascii=False)
        self._to_write.put(line.encode("utf-8", "replace") + b"\n")
        return self._number

    def _answer(self, number):
        """The next answer, or None where the process has died instead."""
        line = self._process.stdout.readline()
        answer = json.loads(line) if line.endswith(b"\n") else {}
        if answer.get("id") == number:
            return answer
        self.stop()
        return None


def _write(stdin, lines):
    """Writes beside the reading: a full pipe must not keep answers from being taken."""
    # Where the process has died, the reading side sees it.
    with contextlib.suppress(OSError):
        while (line := lines.get()) is not None:
            stdin.write(line)
            stdin.flush()
    with contextlib.suppress(OSError):
        stdin.close()
