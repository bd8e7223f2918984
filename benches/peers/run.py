#!/usr/bin/env python3
"""One tool over a folder of pages: `run.py TOOL FOLDER SECONDS`.

Prints what `native/src/main.rs` says.
"""

import json
import logging
import re
import sys
import time
from pathlib import Path


def trafilatura(**options):
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False, **options)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True)


def justext(language):
    from justext import get_stoplist, justext

    words = get_stoplist(language)

    def work(page):
        return "\n".join(part.text for part in justext(page, words) if not part.is_boilerplate)

    return work


TOOLS = {
    "trafilatura": trafilatura,
    "trafilatura-precision": lambda: trafilatura(favor_precision=True),
    "resiliparse": resiliparse,
    "justext-english": lambda: justext("English"),
    "justext-urdu": lambda: justext("Urdu"),
}


def attempt(work, page):
    """The answer, or None where the tool fails on the page."""
    try:
        return work(page) or None
    except Exception:
        return None


def memory():
    """The process's high-water mark in bytes, where the system tells it."""
    try:
        return int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) * 1024
    except OSError:
        return None


def passes(pages, work, seconds):
    """Passes over the pages until the time is up, each as milliseconds a page."""
    end = time.perf_counter() + seconds
    times = []
    while not times or time.perf_counter() < end:
        start = time.perf_counter()
        for page in pages:
            attempt(work, page)
        times.append((time.perf_counter() - start) * 1000 / len(pages))
    return times


def main():
    name, folder, seconds = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    work = TOOLS[name]()
    files = sorted(Path(folder).iterdir())

    def read(file):
        return file.read_text(encoding="utf8")

    answers = {file.stem: attempt(work, read(file)) for file in files}
    held = memory()
    timed = passes([read(file) for file in files], work, float(seconds)) if float(seconds) else []
    failed = sum(answer is None for answer in answers.values())
    json.dump({"answers": answers, "failed": failed, "memory": held, "passes": timed}, sys.stdout)


main()
