import assert from "node:assert/strict";
import { test } from "node:test";
import { extract, normalize, render, sentences, sourceText, words } from "matn";
import { paragraphs, pasted, title } from "./sample.js";

const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("");
const article = `<h1>${title}</h1>${body}`;

/** Reads the page: an article that has its paragraphs, or a clear refusal; and the next call works. */
function survives(html, options) {
  try {
    const { blocks } = extract(html, { as: "html", ...options });
    const text = blocks.map((block) => block.text).join("\n");
    for (const paragraph of paragraphs) assert.ok(text.includes(paragraph), text.slice(0, 300));
  } catch (error) {
    if (error.code !== "too-large") throw error;
  }
  assert.ok(extract(pasted).blocks.length > 0);
}

test("a hundred thousand nested elements of each kind are read or too large", () => {
  for (const tag of [
    "div",
    "span",
    "b",
    "p",
    "table><tr><td",
    "ul><li",
    "blockquote",
    "font size=1",
    "section",
    "svg",
  ]) {
    const opened = `<${tag}>`.repeat(100_000);
    survives(`${article}${opened}`);
    survives(`${opened}${article}${"</div>".repeat(100_000)}`);
  }
});

test("a million attributes are read, on one tag and on as many", () => {
  const attributes = Array.from({ length: 1_000_000 }, (_, at) => ` a${at}=${at}`).join("");
  survives(`<div${attributes}>${article}</div>`);
  survives(`${article}${"<i class=x>ا</i> ".repeat(1_000_000)}`);
});

test("everything left open is read", () => {
  const open = "<div><p><b><i><a href=x><table><tr><td><ul><li><h2><form><select><option><svg><math><template><!--";
  survives(`${article}${open.repeat(20_000)}`);
  survives(`${article}<p title="${"x ".repeat(1_000_000)}`);
  survives(`${article}<script>${"x ".repeat(1_000_000)}`);
});

test("a page of fifty megabytes is read or too large, and a larger one is too large", () => {
  const bytes = new TextEncoder().encode(article).length;
  const count = Math.floor((50 * 1024 * 1024) / bytes) - 1;
  survives(article.repeat(count));
  assert.throws(() => extract(article.repeat(count + 3), { as: "html" }), { code: "too-large" });
});

test("nodes without end are too large and not a broken instance", () => {
  survives(`${article}${"<b>".repeat(10_000_000)}`);
  survives(`${article}${"<br>".repeat(10_000_000)}`);
});

test("lines without end are too large and not a broken instance", () => {
  for (const line of ["ا\n", "شیئر\n", "1\u2028"])
    assert.throws(() => extract(line.repeat(5_000_000), { as: "text" }), { code: "too-large", message: /lines/ });
  assert.throws(() => extract("ا\n".repeat(1_000_000), { as: "text" }), { code: "no-article" });
  assert.ok(extract(pasted).blocks.length > 0);
});

test("a description nested a hundred thousand levels deep is passed over", () => {
  const deep = '{"a":'.repeat(100_000);
  survives(`<script type="application/ld+json">${deep}</script>${article}`);
  survives(`<script type="application/ld+json">${"[".repeat(100_000)}</script>${article}`);
});

test("short addresses do not become a huge article by a long base", () => {
  const base = `<base href="https://example.com/${"a/".repeat(2000)}">`;
  const html = `${base}${article}<p>${'<a href="b">ربط</a> '.repeat(100_000)}${paragraphs[0]}</p>`;
  assert.ok(JSON.stringify(extract(html, { as: "html" })).length < html.length * 40);
});

test("saved pages of parts without end are read or refused", () => {
  const boundary = "--x\r\nContent-Type: text/html\r\n\r\n";
  const mhtml = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n${boundary.repeat(100_000)}`;
  for (const input of [
    mhtml,
    `${mhtml}${article}\r\n--x--`,
    mhtml.replaceAll("text/html", "multipart/mixed; boundary=x"),
  ]) {
    try {
      extract(new TextEncoder().encode(input), { as: "mhtml" });
    } catch (error) {
      assert.ok(["empty-input", "no-article", "bad-encoding", "too-large"].includes(error.code), String(error));
    }
  }
  assert.ok(extract(pasted).blocks.length > 0);
});

test("long texts of one pattern are set right and cut without a broken instance", () => {
  for (const pattern of [
    "ا",
    " ",
    "\n",
    "۔",
    "(",
    "“",
    "&amp;",
    "*",
    "1",
    "😀",
    "َ",
    "\u200f",
    "ﻻ",
    "http://a",
    "#ا ",
  ]) {
    const text = pattern.repeat(Math.floor(1_000_000 / pattern.length));
    assert.equal(typeof normalize(text).text, "string");
    assert.ok(sentences(text).length >= 0 && words(text).length >= 0);
    assert.equal(sourceText(`${paragraphs[0]}\n${text}`).length, paragraphs[0].length + 1 + text.length);
    const { blocks } = extract(`${paragraphs[0]}\n\n${text}`, { as: "text" });
    assert.ok(blocks.length > 0);
  }
});

test("an article of very many marks is rendered in every format", () => {
  const found = extract(`<p>${"<b>اہم</b> <a href=https://example.com/>ربط</a> ".repeat(50_000)}${paragraphs[0]}</p>`);
  for (const format of ["text", "markdown", "html", "document", "json"])
    assert.ok(render(found, format).length > 100_000);
});
