#!/usr/bin/env python3
"""urduhack and dateparser on the text cases of tests/cases, as JSON for cases.js: how many firm ones each gets exactly.

urduhack imports TensorFlow for its models; the rules measured here do not use it, so a stand-in is enough.
"""

import importlib
import importlib.abc
import importlib.machinery
import json
import re
import sys
from pathlib import Path
from unittest.mock import MagicMock

CASES = Path(__file__).resolve().parents[2] / "tests" / "cases"
ROWS = []


class StandIn(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Stands in for libraries that urduhack imports and these rules do not use."""

    ROOTS = ("numpy", "tensorflow", "tensorflow_datasets", "transformers", "click", "tf2crf", "spacy")

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if name.split(".")[0] in self.ROOTS else None

    def create_module(self, spec):
        module = MagicMock(name=spec.name)
        module.__path__, module.__spec__ = [], spec
        return module

    def exec_module(self, module):
        pass


def firm(name):
    return [case for case in json.loads((CASES / f"{name}.json").read_text(encoding="utf8")) if not case.get("debatable")]


def count(name, peer, answer):
    cases = firm(name)
    right = 0
    for case in cases:
        try:
            right += answer(case) == case["expected"]
        except Exception:
            pass
    ROWS.append({"tool": peer, "kind": name, "right": right, "of": len(cases)})


def dates():
    import dateparser

    def answer(case):
        settings = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
        if "now" in case:
            settings["RELATIVE_BASE"] = dateparser.parse(case["now"])
        found = dateparser.parse(case["input"], languages=["ur", "en"], settings=settings) if case["input"] else None
        if found is None:
            return None
        wanted = case["expected"] or ""
        text = found.isoformat()
        # What the case does not ask for is not held against it: a day is compared as a day.
        if len(wanted) == 10:
            return text[:10]
        return re.sub(r":00(?=$|[+-])", "", text) if len(wanted) == 16 else text

    count("dates", "dateparser", answer)


def urduhack():
    sys.meta_path.insert(0, StandIn())
    from urduhack.normalization import normalize
    from urduhack.preprocessing import normalize_whitespace
    from urduhack.tokenization import sentence_tokenizer

    count("normalization", "urduhack", lambda case: normalize_whitespace(normalize(case["input"])))
    count("sentences", "urduhack", lambda case: [text.strip() for text in sentence_tokenizer(case["input"]) if text.strip()])


dates()
urduhack()
print(json.dumps(ROWS))
