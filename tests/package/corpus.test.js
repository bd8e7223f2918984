/**
 * The figures that labelled articles give, against floors that only rise: those of ../shared/corpus/dev and of
 * tests/golden, by the scorer in ../shared/eval. Where ../shared is absent, one test says so.
 *
 * `MATN_UPDATE=1 node --test tests/package/corpus.test.js` raises the floors in floors.json to what was measured.
 */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as matn from "matn";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scorer = new URL("../../../shared/eval/score.mjs", import.meta.url);
const corpus = join(root, "../shared/corpus/dev");
const golden = join(root, "tests/golden");
const floorsFile = new URL("floors.json", import.meta.url);
const floors = JSON.parse(readFileSync(floorsFile, "utf8"));
const figures = ["paragraphs", "words", "title", "dateline", "published", "byline", "related", "labels"];
const worstShown = 5;

if (existsSync(scorer) && existsSync(corpus)) {
  const score = await import(scorer.href);
  const cases = labelled(corpus);
  const sites = join(golden, "sites");
  const kinds = readdirSync(golden)
    .map((kind) => join(golden, kind))
    .filter((kind) => kind !== sites);
  gate("dev", cases, () => score.scoreSeveral(matn, corpus).paragraphs);
  gate("golden", kinds.flatMap(labelled), () => mean(several(join(golden, "several"), score)));
  gate("sites", labelled(sites));

  function gate(name, articles, severalFigure) {
    test(`no figure of the ${name} articles is below its floor`, (t) => {
      const rows = articles.map((article) => ({
        id: article.id,
        ...score.scoreArticle(matn, article.input, article.expected, "text"),
      }));
      const measured = Object.fromEntries(figures.map((figure) => [figure, mean(rows.map((row) => row[figure]))]));
      if (severalFigure) measured.several = severalFigure();
      measured.notLossless = rows.filter((row) => row.lost !== 0).length;
      report(t, rows, measured);
      if (process.env.MATN_UPDATE) raise(name, measured);
      assert.equal(measured.notLossless, 0, "articles with characters that are in no span or in two");
      for (const [figure, floor] of Object.entries(floors[name])) {
        assert.ok(measured[figure] >= floor, `${figure} ${measured[figure].toFixed(4)} is below its floor ${floor}`);
      }
    });
  }
} else {
  test("the labelled articles of ../shared are absent, so no figure is measured", () => {});
}

after(() => {
  if (process.env.MATN_UPDATE) writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
});

/** The labelled articles of plain text in a folder. */
function labelled(folder) {
  return readdirSync(folder)
    .sort()
    .map((id) => ({ id, text: join(folder, id, "input.txt"), labels: join(folder, id, "expected.json") }))
    .filter(({ text, labels }) => existsSync(text) && existsSync(labels))
    .map(({ id, text, labels }) => ({
      id,
      input: readFileSync(text, "utf8"),
      expected: JSON.parse(readFileSync(labels, "utf8")),
    }))
    .filter(({ expected }) => expected.body);
}

/** Of each paste of several articles, how many paragraphs are right; none where the number of articles is wrong. */
function several(folder, { scoreArticle }) {
  return readdirSync(folder).map((id) => {
    const input = readFileSync(join(folder, id, "input.txt"), "utf8");
    const wanted = JSON.parse(readFileSync(join(folder, id, "expected.json"), "utf8")).articles;
    const found = matn.extractAll(input);
    if (found.length !== wanted.length) return 0;
    const one = (at) => ({ extract: () => found[at], sourceText: (text) => text });
    return mean(wanted.map((expected, at) => scoreArticle(one(at), input, expected, "html").paragraphs));
  });
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Says the figures, and of which articles most is wrong. */
function report(t, rows, measured) {
  t.diagnostic(
    `${rows.length} articles: ${Object.entries(measured)
      .map(([name, value]) => `${name} ${round(value)}`)
      .join(", ")}`,
  );
  const wrong = (row) => figures.reduce((sum, figure) => sum + 1 - row[figure], 0);
  const worst = rows.filter((row) => wrong(row) > 0).sort((a, b) => wrong(b) - wrong(a));
  for (const row of worst.slice(0, worstShown)) {
    const below = figures.filter((figure) => row[figure] < 1).map((figure) => `${figure} ${round(row[figure])}`);
    t.diagnostic(`${row.id}: ${below.join(", ")}`);
  }
}

function round(value) {
  return Math.round(value * 1000) / 1000;
}

/** Lifts floors that lie below what was measured. */
function raise(name, measured) {
  for (const [figure, floor] of Object.entries(floors[name])) {
    floors[name][figure] = Math.max(floor, Math.floor(measured[figure] * 1000) / 1000);
  }
}
