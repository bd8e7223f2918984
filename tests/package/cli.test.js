import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { run as matn } from "./command.js";
import { paragraphs, pasted, title } from "./sample.js";

const folder = () => mkdtempSync("cli-");

test("standard input becomes the article as text", async () => {
  const { code, out } = await matn([], pasted);
  assert.equal(code, 0);
  assert.ok(out.startsWith(title));
  assert.ok(out.includes(paragraphs[2]));
  assert.ok(!out.includes("شیئر کریں"));
  assert.ok(out.endsWith("\n"));
});

test("a file is rendered in the format that is asked for", async () => {
  const file = join(folder(), "page.txt");
  writeFileSync(file, pasted);
  const { code, out } = await matn([file, "--format", "json", "--url", "https://example.org/a"]);
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).url, "https://example.org/a");
});

test("a folder goes file by file into --out, and what is no page stays out", async () => {
  const from = folder();
  mkdirSync(join(from, "deep"));
  writeFileSync(join(from, "one.txt"), pasted);
  writeFileSync(join(from, "deep", "two.txt"), pasted);
  writeFileSync(join(from, "notes.pdf"), "");
  const to = join(folder(), "clean");
  const { code, err } = await matn([from, "--out", to, "--format", "markdown"]);
  assert.equal(code, 0, err);
  assert.deepEqual(readdirSync(to, { recursive: true }).sort(), ["deep", join("deep", "two.md"), "one.md"]);
  assert.ok(readFileSync(join(to, "one.md"), "utf8").includes(title));
});

test("a file that fails is reported, the others are done, and the exit status is 1", async () => {
  const from = folder();
  writeFileSync(join(from, "good.txt"), pasted);
  writeFileSync(join(from, "empty.txt"), "");
  const to = folder();
  const { code, err } = await matn([join(from, "empty.txt"), join(from, "good.txt"), "missing.txt", "--out", to]);
  assert.equal(code, 1);
  assert.match(err, /empty\.txt: .*\(empty-input\)/);
  assert.match(err, /missing\.txt: .*\(not-readable\)/);
  assert.deepEqual(readdirSync(to), ["good.txt"]);
});

test("an input is never overwritten", async () => {
  const from = folder();
  writeFileSync(join(from, "page.txt"), pasted);
  const { code } = await matn([join(from, "page.txt"), "--out", from]);
  assert.equal(code, 1);
  assert.equal(readFileSync(join(from, "page.txt"), "utf8"), pasted);
});

test("wrong usage is one sentence and exit status 2", async () => {
  const wrong = [
    ["--format", "pdf"],
    ["--colour"],
    ["--now", "soon"],
    ["--now", "2024"],
    ["--out", ""],
    ["--jobs", "none"],
    ["--jsonl", "--format", "text"],
    ["--verbose"],
    ["eval"],
    ["eval", "--out", "x", "."],
    ["a.txt", "b.txt"],
  ];
  for (const args of wrong) {
    const { code, err } = await matn(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, /^matn: .+\nTry "matn --help"\.\n$/);
  }
});

test("help names every option, and the version is the package's", async () => {
  const { out } = await matn(["--help"]);
  for (const option of ["format", "as", "url", "now", "language", "out", "jobs", "jsonl", "verbose"])
    assert.ok(out.includes(`--${option}`));
  const manifest = JSON.parse(readFileSync("node_modules/matn/package.json", "utf8"));
  assert.equal((await matn(["--version"])).out, `${manifest.version}\n`);
});

test("a pattern in quotation marks is expanded, and results keep their folders", async () => {
  const from = folder();
  for (const name of ["one.html", "two.html", "deep/three.html", "deep/four.txt", ".hidden.html"]) {
    mkdirSync(dirname(join(from, name)), { recursive: true });
    writeFileSync(join(from, name), pasted);
  }
  const to = folder();
  const { code, err } = await matn([join(from, "**/*.html"), "--out", to, "--jobs", "2"]);
  assert.equal(code, 0, err);
  const results = readdirSync(to, { recursive: true }).sort();
  assert.deepEqual(results, ["deep", join("deep", "three.txt"), "one.txt", "two.txt"]);
  assert.equal((await matn([join(from, "*.pdf"), "--out", to])).code, 1);
});

test("of two inputs with one name, both results are kept", async () => {
  const from = folder();
  writeFileSync(join(from, "page.txt"), pasted);
  writeFileSync(join(from, "page.htm"), pasted);
  const to = folder();
  assert.equal((await matn([from, "--out", to, "--format", "html"])).code, 0);
  assert.deepEqual(readdirSync(to).sort(), ["page.html", "page.txt.html"]);
});

test("a file that is no text and a folder without pages are reported", async () => {
  const from = folder();
  writeFileSync(
    join(from, "noise.txt"),
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
  );
  const empty = folder();
  const { code, err } = await matn([from, empty, "--out", folder()]);
  assert.equal(code, 1);
  assert.match(err, /noise\.txt: .*\(bad-encoding\)/);
  assert.match(err, /there is no \.txt .* file in this folder \(not-readable\)/);
  assert.match(err, /0 done, 2 failed/);
});

test("errors speak Urdu where that is asked for", async () => {
  const { err } = await matn(["missing.txt", "--language", "ur"]);
  assert.match(err, /^matn: missing\.txt: فائل نہیں پڑھی جا سکی/);
});

test("a file beyond the limit is refused before it is read", async () => {
  const file = join(folder(), "large.txt");
  writeFileSync(file, "");
  truncateSync(file, 60_000_000);
  assert.match((await matn([file])).err, /\(too-large\)/);
});
