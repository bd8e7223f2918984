import assert from "node:assert/strict";
import { test } from "node:test";
import * as matn from "matn";
import { pasted } from "./sample.js";

const { extract, extractAll, MatnError, normalize, parseDate, remove, render, restore, sentences, words } = matn;
const fails = (code, message) => (error) => {
  assert.ok(error instanceof MatnError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, message);
  return true;
};

test("an empty input is empty-input", () => {
  for (const input of ["", " \n\t\u00a0\n", new Uint8Array()])
    assert.throws(() => extract(input), fails("empty-input", /./));
});

test("an input beyond maxInputBytes is too-large", () => {
  assert.throws(() => extract(pasted, { maxInputBytes: 100 }), fails("too-large", /./));
});

test("the limit is in bytes of UTF-8, to the byte", () => {
  const text = `${pasted} 😀 \ud800 é`;
  const size = new TextEncoder().encode(text).length;
  assert.ok(extract(text, { maxInputBytes: size }));
  for (const input of [text, new TextEncoder().encode(text)]) {
    assert.throws(
      () => extract(input, { maxInputBytes: size - 1 }),
      fails("too-large", new RegExp(`${size} bytes.* ${size - 1}:`)),
    );
  }
  assert.throws(() => extract(pasted, { maxInputBytes: 1, language: "ur" }), fails("too-large", /بائٹ/));
});

test("what is too large is refused before it is copied", () => {
  const before = process.memoryUsage().rss;
  for (let at = 0; at < 5; at++) assert.throws(() => extract(new Uint8Array(400_000_000)), fails("too-large", /./));
  assert.ok(process.memoryUsage().rss - before < 400_000_000);
});

test("sixty megabytes are too-large", () => {
  assert.throws(() => extract("متن ".repeat(10_000_000)), fails("too-large", /./));
  assert.throws(() => extract(new Uint8Array(60_000_000)), fails("too-large", /./));
});

test("a menu is no-article and its blocks hold every character", () => {
  const menu = "صفحہ اول\nکھیل\nرابطہ";
  assert.throws(
    () => extract(menu),
    (error) => {
      assert.equal(error.code, "no-article");
      const letters = (text) => text.replace(/\s/g, "");
      assert.equal(letters(error.blocks.map((block) => block.text).join("")), letters(menu));
      return true;
    },
  );
});

test("bytes that are no text are bad-encoding", () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
  assert.throws(() => extract(bytes), fails("bad-encoding", /./));
});

test("what is neither text nor bytes is bad-option", () => {
  for (const input of [undefined, null, 7, {}, ["متن"]])
    assert.throws(() => extract(input), fails("bad-option", /string/));
  for (const work of [normalize, sentences, words, parseDate]) {
    assert.throws(() => work(undefined), fails("bad-option", /string/));
  }
});

test("options that are null are none", () => {
  const text = "شہر میں پہلی بارش ہوئی۔";
  assert.deepEqual(extract(text, null), extract(text));
});

const refused = [
  [{ as: "pdf" }, /"as".*"text", "html" or "mhtml"/],
  [{ language: "fr" }, /"language".*"en" or "ur"/],
  [{ titel: "x" }, /"titel".*"siteName"/],
  [{ edits: "yes" }, /"edits".*true or false/],
  [{ url: 7 }, /"url".*string/],
  [{ keep: "share" }, /"keep".*array/],
  [{ keep: ["adverts"] }, /"keep".*"advert"/],
  [{ maxInputBytes: -1 }, /"maxInputBytes".*whole number/],
  [{ maxInputBytes: "1 MB" }, /"maxInputBytes".*whole number/],
  [{ now: "yesterday" }, /"now".*ISO 8601/],
  [{ now: new Date(Number.NaN) }, /"now".*ISO 8601/],
  [{ normalize: "all" }, /"normalize".*false or an object/],
  [{ normalize: { digits: "roman" } }, /"normalize\.digits".*"keep", "urdu" or "western"/],
  [{ normalize: { leters: true } }, /"normalize\.leters".*"letters"/],
  ["text", /options.*object/],
];
for (const [options, message] of refused) {
  test(`the options ${JSON.stringify(options)} are refused with what is allowed`, () => {
    assert.throws(() => extract(pasted, options), fails("bad-option", message));
  });
}

test("errors speak Urdu where the options ask for it", () => {
  assert.throws(
    () => extract(pasted, { language: "ur", as: "pdf" }),
    fails("bad-option", /"as" کے لیے "pdf" درست نہیں/),
  );
});

test("an option that is undefined is as if it were not there", () => {
  const options = { as: undefined, url: undefined, now: undefined, normalize: undefined };
  assert.deepEqual(extract(pasted, options), extract(pasted));
});

test("an index that does not exist is bad-option", () => {
  const article = extract(pasted);
  for (const index of [-1, 0.5, 10_000, Number.NaN, "0", undefined, 2 ** 32]) {
    assert.throws(() => restore(article, index), fails("bad-option", /./));
    assert.throws(() => remove(article, index), fails("bad-option", /./));
  }
});

test("a format that does not exist is bad-option", () => {
  assert.throws(() => render(extract(pasted), "pdf"), fails("bad-option", /"format".*"text"/));
  assert.throws(() => render(extract(pasted), "text", { include: ["all"] }), fails("bad-option", /"include"/));
});

test("what is no article is bad-option and names what is wrong in it", () => {
  assert.throws(() => render({}, "text"), fails("bad-option", /article/));
  const article = extract(pasted);
  const spoilt = { ...article, blocks: [{ ...article.blocks[0], kind: "poem" }] };
  assert.throws(() => restore(spoilt, 0), fails("bad-option", /"blocks\.kind"/));
});

test("a call that breaks off is internal, and the next one works", () => {
  const broken = {
    get url() {
      throw new Error("a getter of the caller's");
    },
  };
  assert.throws(() => extract(pasted, broken), fails("internal", /next call works/));
  assert.ok(extract(pasted).blocks.length > 0);
  assert.ok(extractAll(pasted).length > 0);
});
