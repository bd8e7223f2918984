import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { paragraphs, pasted, title } from "./sample.js";

const folder = () => mkdtempSync("cli-");

/** Runs the installed command. */
async function matn(args, input) {
  const child = spawn(process.execPath, ["node_modules/.bin/matn", ...args]);
  child.stdin.end(input ?? "");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = child.exitCode ?? (await new Promise((resolve) => child.on("close", resolve)));
  return { code, out, err };
}

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
  for (const args of [["--format", "pdf"], ["--colour"], ["--now", "soon"], ["a.txt", "b.txt"]]) {
    const { code, err } = await matn(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, /^matn: .+\nTry "matn --help"\.\n$/);
  }
});

test("help names every option, and the version is the package's", async () => {
  const { out } = await matn(["--help"]);
  for (const option of ["format", "as", "url", "now", "language", "out"]) assert.ok(out.includes(`--${option}`));
  const manifest = JSON.parse(readFileSync("node_modules/matn/package.json", "utf8"));
  assert.equal((await matn(["--version"])).out, `${manifest.version}\n`);
});
