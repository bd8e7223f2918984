/**
 * The figures that labelled articles give, against floors that only rise: those of tests/golden, text and HTML apart, by
 * `matn eval`, and where ../shared lies beside the project those of its corpus too, by the scorer there.
 *
 * `MATN_UPDATE=1 npm test` raises the floors in floors.json to what was measured.
 */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as matn from "matn";
import { run } from "./command.js";

const root = resolve(process.env.MATN_ROOT);
const golden = join(root, "tests/golden");
const shared = join(root, "../shared");
const floorsFile = join(root, "tests/package/floors.json");
const floors = JSON.parse(readFileSync(floorsFile, "utf8"));
const worstShown = 5;

const kinds = readdirSync(golden, { withFileTypes: true }).filter((kind) => kind.isDirectory());
const others = kinds.filter(({ name }) => name !== "sites" && holdsLabels(name)).map(({ name }) => join(golden, name));
gate("golden", others);
gate("sites", [join(golden, "sites")]);

test("no figure of the shared corpus is below its floor, where it lies beside the project", async (t) => {
  if (!existsSync(join(shared, "eval/score.mjs"))) return t.diagnostic("it does not");
  const score = await import(pathToFileURL(join(shared, "eval/score.mjs")).href);
  const corpus = join(shared, "corpus/dev");
  const rows = readdirSync(corpus)
    .map((id) => ({ id, text: join(corpus, id, "input.txt"), labels: join(corpus, id, "expected.json") }))
    .filter(({ text, labels }) => existsSync(text) && existsSync(labels))
    .map(({ id, text, labels }) => {
      const expected = JSON.parse(readFileSync(labels, "utf8"));
      return { id, ...score.scoreArticle(matn, readFileSync(text, "utf8"), expected, "text") };
    });
  const mean = (figure) => rows.reduce((sum, row) => sum + row[figure], 0) / rows.length;
  const measured = Object.fromEntries(Object.keys(floors.dev).map((figure) => [figure, mean(figure)]));
  measured.several = score.scoreSeveral(matn, corpus).paragraphs;
  const notLossless = rows.filter(({ lost }) => lost !== 0).length;
  hold(t, floors.dev, { ...measured, notLossless });
});

after(() => {
  if (process.env.MATN_UPDATE) writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
});

function holdsLabels(kind) {
  return readdirSync(join(golden, kind)).some((id) => existsSync(join(golden, kind, id, "expected.json")));
}

function gate(name, folders) {
  test(`no figure of the ${name} articles is below its floor`, async (t) => {
    const { code, out, err } = await run(["eval", ...folders, "--format", "json"]);
    assert.equal(code, 0, err);
    const { summary, cases } = JSON.parse(out);
    for (const form of Object.keys(floors[name])) hold(t, floors[name][form], summary[form]);
    const wrong = (row) => Object.keys(floors[name].text).reduce((sum, figure) => sum + 1 - row[figure], 0);
    const worst = cases.sort((a, b) => wrong(b) - wrong(a)).slice(0, worstShown);
    t.diagnostic(`most is wrong of ${worst.map(({ id }) => id).join(", ")}`);
  });
}

/** Fails where a figure is below its floor; with MATN_UPDATE lifts the floor first. */
function hold(t, least, measured) {
  t.diagnostic(JSON.stringify(measured));
  assert.equal(measured.notLossless, 0, "articles with characters that are in no span or in two");
  for (const [figure, floor] of Object.entries(least)) {
    if (process.env.MATN_UPDATE) least[figure] = Math.max(floor, Math.floor(measured[figure] * 1000) / 1000);
    assert.ok(measured[figure] >= floor, `${figure} ${measured[figure].toFixed(4)} is below its floor ${floor}`);
  }
}
