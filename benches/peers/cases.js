/** matn, Intl.Segmenter, urduhack and dateparser on the text cases of tests/cases: how many firm ones each gets exactly. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { normalize, parseDate, parseDateline, sentences, words } from "../../pkg/index.js";
import { main, must, root } from "../../tools/run.js";
import { keep } from "../keep.js";
import { installed } from "./installed.js";

const firm = (name) =>
  JSON.parse(readFileSync(join(root, `tests/cases/${name}.json`), "utf8")).filter((item) => !item.debatable);
const texts = (pieces) => JSON.stringify(pieces.map((piece) => piece.text ?? piece));
const segments = (granularity, input) => [...new Intl.Segmenter("ur", { granularity }).segment(input)];
const trimmed = (found) => found.map((part) => part.segment.trim()).filter(Boolean);
const wordLike = (found) => found.filter((part) => part.isWordLike).map((part) => part.segment);
const day = (date) => date?.slice(0, 10);

/** Whether the answer to a case is the expected one. */
const tools = {
  matn: {
    normalization: ({ input, options, expected }) => normalize(input, options).text === expected,
    sentences: ({ input, expected }) => texts(sentences(input)) === JSON.stringify(expected),
    words: ({ input, expected }) => texts(words(input)) === JSON.stringify(expected),
    dates: ({ input, now, expected }) => day(parseDate(input, now ? { now } : {})) === day(expected),
    datelines: ({ input, expected }) => (parseDateline(input)?.place ?? null) === (expected?.place ?? null),
  },
  "Intl.Segmenter": {
    sentences: ({ input, expected }) => texts(trimmed(segments("sentence", input))) === JSON.stringify(expected),
    words: ({ input, expected }) => texts(wordLike(segments("word", input))) === JSON.stringify(expected),
  },
};

await main(async () => {
  const { python } = await installed();
  const rows = JSON.parse(await must(python, [join(root, "benches/peers/cases.py")], { quiet: true }));
  for (const [tool, kinds] of Object.entries(tools)) {
    for (const [kind, right] of Object.entries(kinds)) {
      const cases = firm(kind);
      rows.push({ tool, kind, right: cases.filter(right).length, of: cases.length });
    }
  }
  for (const { tool, kind, right, of } of rows) console.log(`${kind.padEnd(14)}${tool.padEnd(16)}${right} of ${of}`);
  keep("cases", { rows });
});
