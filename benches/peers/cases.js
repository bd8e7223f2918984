/** matn and Intl.Segmenter on the text cases of tests/cases: how many firm ones each gets exactly. `node benches/peers/cases.js` */

import { readFileSync } from "node:fs";
import { normalize, parseDate, parseDateline, sentences, words } from "matn";

const firm = (name) =>
  JSON.parse(readFileSync(new URL(`../../tests/cases/${name}.json`, import.meta.url), "utf8")).filter(
    (item) => !item.debatable,
  );
const texts = (pieces) => JSON.stringify(pieces.map((piece) => piece.text ?? piece));
const count = (name, tool, right) => {
  const cases = firm(name);
  console.log(`${name.padEnd(14)}${tool.padEnd(16)}${cases.filter(right).length} of ${cases.length}`);
};
const segments = (granularity, input) => [...new Intl.Segmenter("ur", { granularity }).segment(input)];
const trimmed = (found) => found.map((part) => part.segment.trim()).filter(Boolean);

count("normalization", "matn", (c) => normalize(c.input, c.options).text === c.expected);
count("sentences", "matn", (c) => texts(sentences(c.input)) === JSON.stringify(c.expected));
count("words", "matn", (c) => texts(words(c.input)) === JSON.stringify(c.expected));
count(
  "dates",
  "matn",
  (c) => (parseDate(c.input, c.now ? { now: c.now } : {}) ?? null)?.slice(0, 10) === c.expected?.slice(0, 10),
);
count("datelines", "matn", (c) => (parseDateline(c.input)?.place ?? null) === (c.expected?.place ?? null));
count(
  "sentences",
  "Intl.Segmenter",
  (c) => texts(trimmed(segments("sentence", c.input))) === JSON.stringify(c.expected),
);
count(
  "words",
  "Intl.Segmenter",
  (c) =>
    texts(
      segments("word", c.input)
        .filter((part) => part.isWordLike)
        .map((part) => part.segment),
    ) === JSON.stringify(c.expected),
);
