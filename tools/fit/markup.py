#!/usr/bin/env python3
"""Fits the two models of HTML pages to labelled pages and says how well they do on pages that they have not seen.

    pip install -r tools/fit/requirements.txt
    cargo build --release --features fit --example features
    python3 tools/fit/markup.py            cross-validates over sites
    python3 tools/fit/markup.py --write    fits to everything and writes data/trees-markup.tsv and data/trees-context.tsv

The second model sees what the first says of pages that the first has not seen, as it will be in use. A page, its
twin in the other language and its variants are always in the same fold.
"""

import argparse
import difflib
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import lightgbm
import numpy

import pages as labelled
import variants
from fit import write as write_trees

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = str(ROOT / "target/release/examples/features")
FOLDS, INNER = 5, 3
TREES_FIRST, TREES_SECOND, DEPTH = 36, 88, 4


@dataclass
class Page:
    id: str
    kind: str
    markup: str
    body: str
    variant: bool = False
    lines: list = field(default_factory=list)
    hidden: list = field(default_factory=list)
    rows: numpy.ndarray = None
    labels: numpy.ndarray = None
    context: numpy.ndarray = None

    @property
    def weights(self):
        size = numpy.array([min(len(labelled.WORD.findall(line)), 150) + 2 for line in self.lines], float)
        return size / max(size.sum(), 1) * (50 if self.variant else 100)


def model(trees, seed=1):
    return lightgbm.LGBMClassifier(
        n_estimators=trees, max_depth=DEPTH, num_leaves=2**DEPTH, learning_rate=0.1, min_child_samples=30, subsample=0.8, subsample_freq=1,
        colsample_bytree=0.3, reg_lambda=5, max_bin=63, random_state=seed, n_jobs=2, verbose=-1)


def units(words):
    return Counter([tuple(words)]) if 0 < len(words) <= 4 else Counter(zip(*(words[at:] for at in range(4))))


def score(body, lines):
    """Precision and recall of an answer, in runs of four words, as the benchmark counts them."""
    want, got = units(labelled.WORD.findall(body)), units(labelled.WORD.findall("\n".join(lines)))
    shared = (want & got).total()
    return shared / got.total() if got else None, shared / want.total() if want else None


def label_by_score(page):
    """The lines that together answer best: first those mostly made of the body's runs of words, then one by one."""
    body = labelled.WORD.findall(page.body)
    runs = set(zip(*(body[at:] for at in range(4))))
    flat, owner = [], []
    for at, line in enumerate(page.lines):
        found = labelled.WORD.findall(line)
        flat += found
        owner += [at] * len(found)
    hit = [False] * len(flat)
    for at in range(len(flat) - 3):
        if tuple(flat[at : at + 4]) in runs:
            hit[at : at + 4] = [True] * 4
    share = numpy.zeros(len(page.lines))
    for at, found in zip(owner, hit):
        share[at] += found
    share /= numpy.maximum(numpy.bincount(owner, minlength=len(page.lines)), 1)
    chosen = [bool(part >= 0.5 and not hidden) for part, hidden in zip(share, page.hidden)]
    worth = lambda: sum(part or 0 for part in score(page.body, [line for line, take in zip(page.lines, chosen) if take]))
    best = worth()
    for _ in range(2):
        for at in range(len(chosen)):
            if page.hidden[at] or not (share[at] > 0 or chosen[at]):
                continue
            chosen[at] = not chosen[at]
            now = worth()
            if now > best + 1e-9:
                best = now
            else:
                chosen[at] = not chosen[at]
    return numpy.array(chosen)


def label_as(page, original):
    """The labels of a variant: those of the lines that it has from its page; new lines are no body."""
    labels = numpy.zeros(len(page.lines), bool)
    match = difflib.SequenceMatcher(a=original.lines, b=page.lines, autojunk=False)
    for block in match.get_matching_blocks():
        labels[block.b : block.b + block.size] = original.labels[block.a : block.a + block.size]
    return labels


def dump(pages, first=None):
    """Runs the crate's `features` example on pages: their lines and features; with `first`, those of the second model too."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, page in enumerate(pages):
            path = Path(folder) / f"{number}.html"
            path.write_text(page.markup, encoding="utf8", newline="")
            files.append(str(path))
        arguments = ["--html"]
        if first is not None:
            known = Path(folder) / "first.json"
            known.write_text(json.dumps({file: [float(x) for x in odds] for file, odds in zip(files, first)}))
            arguments = ["--context", str(known)]
        out = subprocess.run([EXAMPLE, *arguments, *files], capture_output=True, check=True).stdout.decode("utf8")
    head, *rows = out.splitlines()
    found = [[] for _ in pages]
    for row in map(json.loads, rows):
        found[int(Path(row["file"]).stem)].append(row)
    return json.loads(head)["names"], found


def benchmark(shared):
    for name in ("benchmark-dev", "benchmark-dev-urdu"):
        folder = shared / name
        if folder.exists():
            truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf8"))
            for key, page in truth.items():
                markup = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf8", "replace")
                yield Page(key, name, markup, page["articleBody"])


def articles(folder):
    for path in sorted(folder.rglob("expected.json")):
        source = path.parent / "input.html"
        expected = json.loads(path.read_text(encoding="utf8"))
        if source.exists() and expected.get("body"):
            yield Page(path.parent.name, "article", source.read_bytes().decode("utf8", "replace"), "\n".join(expected["body"]))


def load(per_page):
    pages = list(benchmark(ROOT.parent / "shared" / "corpus"))
    for folder in (ROOT.parent / "shared" / "corpus" / "dev", ROOT / "tests" / "golden"):
        if folder.exists():
            pages += articles(folder)
    names, found = dump(pages)
    take(pages, found)
    for page in pages:
        page.labels = label_by_score(page)
    by_kind = {}
    for page in pages:
        by_kind.setdefault(page.kind, []).append(page)
    made, origin = [], []
    for number, page in enumerate(pages):
        others = variants.sentences(other.body for other in by_kind[page.kind] if other.id != page.id)
        count = per_page if page.kind == "benchmark-dev" else 1
        for nth in range(count):
            markup = variants.made(page.markup, page.body, others, 1000 * number + nth)
            made.append(Page(page.id, page.kind, markup, page.body, True))
            origin.append(page)
    _, found = dump(made)
    take(made, found)
    for page, original in zip(made, origin):
        page.labels = label_as(page, original)
    return names, pages + [page for page in made if len(page.lines)]


def take(pages, found):
    for page, rows in zip(pages, found):
        page.lines = [row["text"] for row in rows]
        page.hidden = [row["hidden"] for row in rows]
        page.rows = numpy.array([row["features"] for row in rows], numpy.float32)


def fitted(trees, pages, rows, seed=1):
    x = numpy.vstack([rows(page) for page in pages])
    y = numpy.concatenate([page.labels for page in pages]).astype(int)
    weights = numpy.concatenate([page.weights for page in pages])
    return model(trees, seed).fit(x, y, sample_weight=weights)


def folds(pages, count, seed):
    ids = sorted({page.id for page in pages})
    order = numpy.random.RandomState(seed).permutation(len(ids))
    return {ids[at]: number % count for number, at in enumerate(order)}


def odds(fit, pages, rows=lambda page: page.rows):
    return [fit.predict(rows(page), raw_score=True) for page in pages]


def second(pages, seed):
    """The second model, fitted to what first models say of pages that they have not seen."""
    fold = folds(pages, INNER, seed)
    said = {}
    for number in range(INNER):
        first = fitted(TREES_FIRST, [page for page in pages if fold[page.id] != number], lambda page: page.rows)
        held = [page for page in pages if fold[page.id] == number]
        said.update({id(page): own for page, own in zip(held, odds(first, held))})
    names, found = dump(pages, [said[id(page)] for page in pages])
    for page, rows in zip(pages, found):
        page.context = numpy.array([row["features"] for row in rows], numpy.float32)
    return names, fitted(TREES_SECOND, pages, lambda page: page.context)


def figures(name, pages, answers):
    for kind in ("benchmark-dev", "benchmark-dev-urdu", "article"):
        rows = [score(page.body, [line for line, x, hidden in zip(page.lines, answers[id(page)], page.hidden) if x > 0 and not hidden])
                for page in pages if page.kind == kind and not page.variant]
        mean = lambda part: float(numpy.mean([row[part] for row in rows if row[part] is not None] or [0]))
        precision, recall = mean(0), mean(1)
        print(f"{name:<14} {kind:<20} precision {precision:.4f}  recall {recall:.4f}  F1 {2 * precision * recall / max(precision + recall, 1e-9):.4f}", flush=True)


def worst(pages, answers, count=24):
    rows = []
    for page in pages:
        if page.kind == "benchmark-dev" and not page.variant:
            p, r = score(page.body, [line for line, x, hidden in zip(page.lines, answers[id(page)], page.hidden) if x > 0 and not hidden])
            rows.append((round((p or 0) + (r or 0), 3), round(p or 0, 3), round(r or 0, 3), page.id[:8]))
    print(*sorted(rows)[:count], sep="\n", flush=True)


def cross_validate(pages, seed, keep=None):
    fold = folds(pages, FOLDS, seed)
    first_said, second_said = {}, {}
    for number in range(FOLDS):
        train = [page for page in pages if fold[page.id] != number]
        held = [page for page in pages if fold[page.id] == number and not page.variant]
        first = fitted(TREES_FIRST, train, lambda page: page.rows)
        said = odds(first, held)
        first_said.update({id(page): own for page, own in zip(held, said)})
        _, last = second(train, seed + 7)
        _, found = dump(held, said)
        for page, rows in zip(held, found):
            page.context = numpy.array([row["features"] for row in rows], numpy.float32)
        second_said.update({id(page): own for page, own in zip(held, odds(last, held, lambda page: page.context))})
    figures("first", pages, first_said)
    figures("second", pages, second_said)
    worst(pages, second_said)
    if keep:
        Path(keep).write_text(json.dumps([
            {"id": page.id, "kind": page.kind, "lines": page.lines, "odds": [float(x) for x in second_said[id(page)]], "labels": page.labels.tolist(), "hidden": page.hidden}
            for page in pages if id(page) in second_said]))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true", help="fit to everything and write the trees")
    arguments.add_argument("--variants", type=int, default=2, help="variants of each page")
    arguments.add_argument("--seeds", type=int, default=1, help="how often to cross-validate")
    arguments.add_argument("--keep", help="write what the held-out pages got to this file")
    chosen = arguments.parse_args()
    names, pages = load(chosen.variants)
    first_names = names[: pages[0].rows.shape[1]]
    print(f"{len(pages)} pages, {sum(len(page.lines) for page in pages)} lines, {len(first_names)} features", flush=True)
    if chosen.write:
        first = fitted(TREES_FIRST, pages, lambda page: page.rows)
        write_trees(ROOT / "data/trees-markup.tsv", names, first)
        names, last = second(pages, 7)
        write_trees(ROOT / "data/trees-context.tsv", names, last)
        return
    for seed in range(chosen.seeds):
        cross_validate(pages, seed, chosen.keep)


if __name__ == "__main__":
    sys.exit(main())
