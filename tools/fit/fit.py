#!/usr/bin/env python3
"""Fits the structure model to labelled pages and says what each family of features is worth.

    pip install -r tools/fit/requirements.txt
    cargo build --release --features fit --example features
    python3 tools/fit/fit.py            cross-validates over sites, prints what is worth what
    python3 tools/fit/fit.py --write    fits to everything and writes data/trees-text.tsv

Pages of one site are always in the same fold, since the score that counts is on sites never seen.
"""

import argparse
from pathlib import Path

import lightgbm
import numpy

import pages as labelled

ROOT = Path(__file__).resolve().parents[2]
DEPTH, TREES, FOLDS = 4, 86, 8
# A frame around a real page says more than a page that was composed.
FRAME = 2


def model(seed=2):
    return lightgbm.LGBMClassifier(
        n_estimators=TREES, max_depth=DEPTH, num_leaves=2**DEPTH, learning_rate=0.2, min_child_samples=20, subsample=0.8,
        subsample_freq=1, colsample_bytree=0.3, reg_lambda=5, random_state=seed, n_jobs=1, verbose=-1)


def table(pages):
    """Features, labels, weights and page numbers of all lines that have a label."""
    x, y, weights, owner = [], [], [], []
    for number, page in enumerate(pages):
        sizes = [numpy.sqrt(len(labelled.WORD.findall(line)) + 1) for line in page.lines]
        known = [at for at, label in enumerate(page.labels) if label is not None]
        total = sum(sizes[at] for at in known) or 1
        votes = 1000 * (FRAME if page.kind == "frame" else 1)
        for at in known:
            x.append(page.features[at]), y.append(int(page.labels[at])), owner.append(number)
            weights.append(votes * sizes[at] / total)
    return numpy.array(x), numpy.array(y), numpy.array(weights), numpy.array(owner)


def folds(pages, seed):
    sites = sorted({page.site for page in pages})
    order = numpy.random.RandomState(seed).permutation(len(sites))
    fold = {sites[at]: number % FOLDS for number, at in enumerate(order)}
    return numpy.array([fold[page.site] for page in pages])


def cross_validate(pages, x, y, weights, owner, columns, seed=0):
    """Probabilities of each line from models that have not seen its site."""
    held = folds(pages, seed)[owner]
    probability = numpy.zeros(len(y))
    for fold in range(FOLDS):
        train = held != fold
        fitted = model().fit(x[train][:, columns], y[train], sample_weight=weights[train])
        probability[~train] = fitted.predict_proba(x[~train][:, columns])[:, 1]
    return probability


def scores(pages, probability, y, owner):
    """Mean F1 of body words (frames) or body lines (articles), a page a vote, by kind of page."""
    by_kind = {}
    for number, page in enumerate(pages):
        rows = owner == number
        lines = [line for line, label in zip(page.lines, page.labels) if label is not None]
        size = numpy.array([len(labelled.WORD.findall(line)) if page.kind == "frame" else 1 for line in lines], float)
        want = y[rows].astype(bool)
        got = probability[rows] > min(0.5, probability[rows].max(initial=0) / 2)
        if size.sum() == 0:
            continue
        hit, out, gold = size[want & got].sum(), size[got].sum(), size[want].sum()
        by_kind.setdefault(page.kind, []).append(1.0 if out + gold == 0 else 2 * hit / (out + gold))
    return {kind: float(numpy.mean(values)) for kind, values in by_kind.items()}


def line(name, score):
    print(f"{name:<24}" + "  ".join(f"{kind} {value:.4f}" for kind, value in sorted(score.items())), flush=True)


def hand_set(names, x):
    """The rule before any fitting: what lies in the densest run of prose is body."""
    return x[:, names.index("run.inside_short")]


def write(path, names, fitted):
    """The trees as a table of complete binary trees; a leaf higher up ends its branch."""
    rows = ["# Boosted trees over line features of plain text: log-odds of being body. Made by tools/fit, not by hand.",
            "tree\tnode\tfeature\tthreshold\tvalue"]

    def walk(tree, node, at):
        if "split_feature" in node:
            rows.append(f"{tree}\t{at}\t{names[node['split_feature']]}\t{node['threshold']:.6g}\t{node['internal_value']:.4f}")
            walk(tree, node["left_child"], 2 * at + 1)
            walk(tree, node["right_child"], 2 * at + 2)
        else:
            rows.append(f"{tree}\t{at}\t-\t0\t{node['leaf_value']:.4f}")

    for number, tree in enumerate(fitted.booster_.dump_model()["tree_info"]):
        walk(number, tree["tree_structure"], 0)
    path.write_text("\n".join(rows) + "\n", encoding="utf8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true", help="fit to everything and write data/trees-text.tsv")
    arguments.add_argument("--families", action="store_true", help="leave each family of features out in turn")
    chosen = arguments.parse_args()
    names, pages = labelled.load(ROOT, str(ROOT / "target/release/examples/features"))
    x, y, weights, owner = table(pages)
    print(f"{len(pages)} pages, {len(y)} lines, {y.mean():.3f} of them body")
    everything = list(range(len(names)))
    if chosen.write:
        fitted = model().fit(x, y, sample_weight=weights)
        write(ROOT / "data/trees-text.tsv", names, fitted)
        return
    line("hand-set", scores(pages, hand_set(names, x), y, owner))
    for seed in range(3):
        line(f"fitted, split {seed}", scores(pages, cross_validate(pages, x, y, weights, owner, everything, seed), y, owner))
    if chosen.families:
        for family in sorted({name.split(".")[0] for name in names}):
            columns = [at for at, name in enumerate(names) if not name.startswith(family + ".")]
            line(f"without {family}", scores(pages, cross_validate(pages, x, y, weights, owner, columns), y, owner))


if __name__ == "__main__":
    main()
