import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "./command.js";
import { paragraphs, pasted, title } from "./sample.js";

/** The labels of the sample page, as a person would write them. */
const expected = {
  title,
  dateline: { place: "کراچی", agency: "نمائندہ خصوصی" },
  published: null,
  authors: [],
  body: [`کراچی (نمائندہ خصوصی) ${paragraphs[0]}`, ...paragraphs.slice(1)],
  headings: [],
  related: [],
  removed: [
    { text: "صفحہ اول", label: "navigation" },
    { text: "شیئر کریں", label: "share" },
  ],
};

/** A folder with the cases that are named: an id, its input's file and content, its labels. */
function cases(...all) {
  const folder = mkdtempSync("eval-");
  for (const [id, name, content, labels] of all) {
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, name), content);
    writeFileSync(join(folder, id, "expected.json"), typeof labels === "string" ? labels : JSON.stringify(labels));
  }
  return folder;
}

async function scores(...args) {
  const { out, code, err } = await run(["eval", "--format", "json", ...args]);
  return { code, err, ...JSON.parse(out) };
}

test("a case that is read right has full marks", async () => {
  const { code, summary } = await scores(cases(["kind/one", "input.txt", pasted, expected]));
  assert.equal(code, 0);
  const { cases: count, notLossless, ...figures } = summary.text;
  assert.equal(count, 1);
  assert.equal(notLossless, 0);
  for (const [name, value] of Object.entries(figures)) assert.equal(value, 1, name);
});

test("each figure falls with what it measures", async () => {
  const wrong = {
    title: { title: "کچھ اور" },
    dateline: { dateline: { place: "لاہور", agency: null } },
    published: { published: "2024-01-17" },
    byline: { authors: ["احمد علی"] },
    related: { related: [{ title: "ایک اور خبر" }] },
    labels: { removed: [{ text: "شیئر کریں", label: "advert" }] },
    paragraphs: { body: expected.body.slice(1) },
    words: { body: expected.body.slice(1) },
  };
  for (const [figure, change] of Object.entries(wrong)) {
    const { summary } = await scores(cases(["one", "input.txt", pasted, { ...expected, ...change }]));
    assert.ok(summary.text[figure] < 1, figure);
  }
});

test("what is labelled optional counts neither way", async () => {
  const labels = { ...expected, body: expected.body.slice(0, 2), optional: [expected.body[2]] };
  const { summary } = await scores(cases(["one", "input.txt", pasted, labels]));
  assert.equal(summary.text.paragraphs, 1);
});

test("the page's own case files are read, with their options", async () => {
  const folder = mkdtempSync("eval-");
  const now = "2024-01-17T10:00:00+05:00";
  const input = pasted.replace(title, `${title}\n\n2 گھنٹے پہلے`);
  const labels = { ...expected, published: "2024-01-17T08:00" };
  writeFileSync(join(folder, "a.case.json"), JSON.stringify({ input, as: "text", now, expected: labels }));
  const base64 = Buffer.from(input, "utf16le").toString("base64");
  writeFileSync(join(folder, "b.case.json"), JSON.stringify({ base64, as: "text", now, expected: labels }));
  const { summary } = await scores(folder);
  assert.equal(summary.text.cases, 2);
  assert.equal(summary.text.published, 1);
});

test("pages have figures of their own", async () => {
  const page = `<!doctype html><title>${title}</title><h1>${title}</h1>${expected.body.map((text) => `<p>${text}</p>`).join("")}`;
  const { summary } = await scores(cases(["one", "input.html", page, { ...expected, removed: [] }]));
  assert.equal(summary.html.paragraphs, 1);
  assert.equal(summary.text, undefined);
});

test("input without an article is right where nothing is labelled", async () => {
  const none = { title: null, dateline: null, published: null, authors: [], body: [], related: [], removed: [] };
  const { summary } = await scores(cases(["one", "input.txt", "صفحہ اول\nکھیل", none]));
  assert.equal(summary.text.paragraphs, 1);
});

test("a case of several articles wants each of them", async () => {
  const { summary } = await scores(cases(["one", "input.txt", pasted, { articles: [expected, expected] }]));
  assert.equal(summary.text.paragraphs, 0);
});

test("cases that cannot be read are reported, and the others are scored", async () => {
  const folder = cases(
    ["good", "input.txt", pasted, expected],
    ["no-json", "input.txt", pasted, "{"],
    ["no-body", "input.txt", pasted, "{}"],
  );
  const { code, err, summary } = await scores(folder, "missing", mkdtempSync("eval-"));
  assert.equal(code, 1);
  assert.equal(summary.text.cases, 1);
  assert.equal(err.match(/\(not-readable\)/g).length, 4);
});

test("--verbose tells what a case lacks and what it has too much", async () => {
  const labels = { ...expected, body: [...expected.body.slice(0, 2), "یہ پیراگراف کہیں نہیں ہے۔"] };
  const { out } = await run(["eval", "--verbose", cases(["one", "input.txt", pasted, labels])]);
  assert.match(out, /missing {2}یہ پیراگراف کہیں نہیں ہے۔/);
  assert.ok(out.includes(`extra    ${paragraphs[2].slice(0, 60)}`));
  assert.match(out, /^text \(1 case\): paragraphs 0\.667 /m);
});
