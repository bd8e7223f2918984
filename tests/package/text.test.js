import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import {
  extract,
  extractAll,
  normalize,
  parseDate,
  parseDateline,
  remove,
  render,
  restore,
  sentences,
  sourceText,
  words,
} from "matn";
import { paragraphs, pasted, title } from "./sample.js";

test("lone surrogates become U+FFFD, one unit for one unit", () => {
  const text = `${paragraphs[0]}\n\n\ud800${paragraphs[1]}\udc00 😀`;
  assert.equal(
    sourceText(text),
    text.toWellFormed?.() ?? text.replace(/[\ud800](?!\ude00)|\udc00 /g, (c) => `\ufffd${c.slice(1)}`),
  );
  assert.equal(sourceText(text).length, text.length);
});

test("BOM and NUL of a string stay in the source text", () => {
  const text = `\ufeff${paragraphs[0]}\0${paragraphs[1]}`;
  assert.equal(sourceText(text), text);
});

test("the source text of bytes is the decoded text without BOM", () => {
  assert.equal(sourceText(new TextEncoder().encode(`\ufeff${pasted}`)), pasted);
});

test("bytes and string give the same article", () => {
  const bytes = new TextEncoder().encode(pasted);
  assert.deepEqual(extract(bytes), extract(pasted));
  assert.deepEqual(extract(Buffer.from(pasted)), extract(pasted));
  assert.deepEqual(extract(bytes.buffer), extract(pasted));
  assert.deepEqual(extract(runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] })), extract(pasted));
});

test("an article is a plain object that JSON carries", () => {
  const article = extract(pasted);
  assert.equal(article.version, 1);
  assert.deepEqual(JSON.parse(JSON.stringify(article)), article);
  assert.equal(Object.getPrototypeOf(article), Object.prototype);
});

test("a field that the page does not give is null, one that does not apply is absent", () => {
  const article = extract(pasted);
  assert.equal(article.published, null);
  assert.ok(article.blocks.every((block) => block.kind !== "paragraph" || !("level" in block)));
});

test("each non-space character of the source lies in exactly one span", () => {
  const article = extract(pasted);
  const pieces = [...article.blocks, ...article.related, ...article.removed].flatMap((piece) => piece.spans);
  const seen = new Array(pasted.length).fill(0);
  for (const [start, end] of [...pieces, ...Object.values(article.spans).flat()]) {
    for (let at = start; at < end; at++) seen[at]++;
  }
  for (let at = 0; at < pasted.length; at++) {
    if (/\S/.test(pasted[at])) assert.equal(seen[at], 1, `${at} ${pasted[at]}`);
  }
});

test("restore and remove change a copy", () => {
  const article = extract(pasted);
  const copy = structuredClone(article);
  const restored = restore(article, 0);
  assert.equal(restored.blocks.length, article.blocks.length + 1);
  assert.equal(restored.removed.length, article.removed.length - 1);
  const removed = remove(article, 1);
  assert.equal(removed.blocks.length, article.blocks.length - 1);
  assert.ok(removed.removed.some((piece) => piece.rule === "by-hand"));
  assert.deepEqual(article, copy);
});

test("every format is rendered", () => {
  const article = extract(pasted);
  for (const format of ["text", "markdown", "html", "document", "json"]) {
    assert.ok(render(article, format).includes(title), format);
  }
});

test("the JSON of an article with all its parts is the article", () => {
  const article = extract(pasted);
  assert.deepEqual(JSON.parse(render(article, "json", { include: ["related", "removed"] })), article);
});

test("extractAll of one article is that article", () => {
  assert.deepEqual(extractAll(pasted), [extract(pasted)]);
});

test("a word typed on an Arabic keyboard becomes Urdu", () => {
  assert.equal(normalize("كراچي").text, "کراچی");
});

test("normalize tells its edits on demand only", () => {
  assert.equal(normalize("كراچي").edits, undefined);
  assert.ok(normalize("كراچي", { edits: true }).edits.length > 0);
});

test("sentences and words cut themselves out of the text", () => {
  for (const pieces of [sentences, words]) {
    const found = pieces(`😀 ${paragraphs[0]} ${paragraphs[1]}`);
    assert.ok(found.length > 1);
    for (const { text, start, end } of found) {
      assert.equal(`😀 ${paragraphs[0]} ${paragraphs[1]}`.slice(start, end), text);
    }
  }
});

test("a date line is read, a relative one with its moment", () => {
  assert.equal(parseDate("17 جنوری 2024"), "2024-01-17");
  assert.equal(parseDate("گزشتہ روز موسم اچھا تھا"), null);
  assert.match(parseDate("2 گھنٹے پہلے", { now: "2024-01-17T10:00:00" }), /^2024-01-17/);
  assert.match(parseDate("2 گھنٹے پہلے", { now: new Date(2024, 0, 17, 10) }), /^2024-01-17/);
});

test("a dateline is place, agency and the rest", () => {
  assert.deepEqual(parseDateline("ماسکو (سچ خبریں) روس نے کہا ہے۔"), {
    place: "ماسکو",
    agency: "سچ خبریں",
    rest: "روس نے کہا ہے۔",
  });
  assert.equal(parseDateline("روس نے کہا ہے۔"), null);
});

test("headlines with doubled spaces are other stories, and no menu", () => {
  const text = [
    "ملتان (نمائندہ خصوصی) دریا پر نیا پل مکمل ہو گیا ہے اور اسے منگل سے عام گاڑیوں کے لیے کھول دیا جائے گا۔",
    "ضلعی انتظامیہ کے مطابق پل پر ایک ارب روپے لاگت آئی اور اسے دو سال میں مکمل کیا گیا۔",
  ];
  const list = [
    "اسکولوں  میں  سردیوں کی  چھٹیوں کا اعلان",
    "سبزی  منڈی میں  ٹماٹر کی  قیمت پھر بڑھ گئی",
    "شہر  کے پارک  میں پھولوں  کی نمائش شروع",
    "ریلوے  نے نئی  ٹرین کا  شیڈول جاری کر دیا",
  ];
  const headline = "نئے پل کی تعمیر مکمل، شہریوں کو آمدورفت میں آسانی";
  const { related } = extract([headline, "25 نومبر 2026", "", ...text, "", "مزید خبریں", ...list].join("\n"));
  assert.deepEqual(
    related.map(({ title }) => title),
    list.map((title) => title.replaceAll("  ", " ")),
  );
});
