"""Labelled pages: each line of a page, its features, and whether it is body."""

import gzip
import json
import re
import subprocess
import tempfile
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

WORD = re.compile(r"\w+")
FOLD = str.maketrans({**dict.fromkeys("يىئۓے", "ی"), "ك": "ک", **dict.fromkeys("ةهۃۀەۂھ", "ہ"), **dict.fromkeys("أإٱآ", "ا"), "ؤ": "و"})


@dataclass
class Page:
    id: str
    site: str
    kind: str
    lines: list = field(default_factory=list)
    features: list = field(default_factory=list)
    labels: list = field(default_factory=list)


def fold(text):
    """Letters and digits only, as the evaluation compares them."""
    text = unicodedata.normalize("NFKC", text or "").translate(FOLD)
    return "".join(c for c in text if c.isalnum()).lower()


def dump(texts, example):
    """Runs the crate's `features` example on texts; returns the feature names and, of each text, its lines."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(texts):
            path = Path(folder) / f"{number}.txt"
            path.write_text(text, encoding="utf8", newline="")
            files.append(str(path))
        out = subprocess.run([example, *files], capture_output=True, check=True).stdout.decode("utf8")
    head, *rows = out.splitlines()
    lines = [[] for _ in texts]
    for row in map(json.loads, rows):
        lines[int(Path(row["file"]).stem)].append((row["text"], row["features"]))
    return json.loads(head)["names"], lines


def benchmark(folder):
    """Whole pages with their reference bodies: (id, text, body)."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf8"))
    for key, page in truth.items():
        path = folder / "text" / f"{key}.txt.gz"
        if path.exists():
            yield key, gzip.decompress(path.read_bytes()).decode("utf8"), page["articleBody"]


def articles(folder):
    """Labelled articles below a folder: (id, site, text, body entries)."""
    for path in sorted(folder.rglob("expected.json")):
        source = path.parent / "input.txt"
        if not source.exists():
            continue
        expected = json.loads(path.read_text(encoding="utf8"))
        each = expected.get("articles", [expected])
        body = [entry for article in each for entry in article["body"]]
        optional = [line for article in each for entry in article.get("optional", []) for line in entry.split("\n")]
        yield path.parent.name, expected.get("site", path.parent.name), source.read_bytes().decode("utf8"), body, optional


def label_by_shingles(lines, body):
    """Lines of a benchmark page: body where most of their runs of four words are the reference's."""
    words = WORD.findall(body)
    joined = f" {' '.join(words)} "
    runs = {tuple(words[at : at + 4]) for at in range(len(words) - 3)}
    whole = {" ".join(WORD.findall(line)) for line in body.split("\n")}
    first = []
    for line in lines:
        found = WORD.findall(line)
        if len(found) >= 6:
            own = [tuple(found[at : at + 4]) for at in range(len(found) - 3)]
            first.append("body" if sum(run in runs for run in own) >= len(own) / 2 else "")
        else:
            short = " ".join(found)
            first.append("whole" if short and short in whole else "part" if len(found) >= 3 and f" {short} " in joined else "")
    sure = [at for at, label in enumerate(first) if label == "body"]
    inside = lambda at: bool(sure) and sure[0] - 3 <= at <= sure[-1] + 3
    return [label == "body" or (label != "" and inside(at)) for at, label in enumerate(first)]


def label_by_entries(lines, body, optional):
    """Lines of a labelled article: True or False, None where either is right."""
    entries = [fold(entry) for entry in body]
    whole, spare = set(entries), {fold(line) for line in optional}
    joined = "\n".join(entries)
    labels = []
    for line in lines:
        letters = fold(line)
        if letters in spare:
            labels.append(None)
        elif letters in whole or fold(line.lstrip("0123456789۰۱۲۳۴۵۶۷۸۹.)-۔ ")) in whole:
            labels.append(True)
        else:
            # A part of an entry, or entries that one line holds.
            holds = any(entry and len(entry) > 20 and entry in letters for entry in entries)
            labels.append(len(letters) > 20 and (letters in joined or holds))
    return labels


def load(root, example):
    """Every labelled page that is there: the benchmark, the shared articles, the repository's golden ones."""
    pages, texts = [], []
    shared = root.parent / "shared" / "corpus"
    if (shared / "benchmark-dev-urdu").exists():
        for key, text, body in benchmark(shared / "benchmark-dev-urdu"):
            page = Page(key, key, "frame")
            page.label = lambda lines, body=body: label_by_shingles(lines, body)
            pages.append(page), texts.append(text)
    for kind, folder in (("article", shared / "dev"), ("golden", root / "tests" / "golden")):
        if folder.exists():
            for key, site, text, body, optional in articles(folder):
                page = Page(key, key if site.startswith("composed") else site, kind)
                page.label = lambda lines, body=body, optional=optional: label_by_entries(lines, body, optional)
                pages.append(page), texts.append(text)
    names, dumped = dump(texts, example)
    for page, rows in zip(pages, dumped):
        page.lines = [text for text, _ in rows]
        page.features = [features for _, features in rows]
        page.labels = page.label(page.lines)
    return names, pages
