import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { extract } from "matn";
import { run, start } from "./command.js";
import { Pool } from "./node_modules/matn/pkg/lib/cli/pool.js";
import { answerLines } from "./node_modules/matn/pkg/lib/cli/records.js";
import { pasted } from "./sample.js";

const folder = () => mkdtempSync("jsonl-");
const record = (id, more = { input: pasted }) => `${JSON.stringify({ id, ...more })}\n`;
const parsed = (out) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("each record gives one line with its id, in input order, whatever the number of threads", async () => {
  const ids = Array.from({ length: 300 }, (_, at) => (at % 2 === 0 ? at : `r${at}`));
  const input = ids.map((id, at) => record(id, { input: at % 7 === 0 ? "" : pasted.repeat(1 + (at % 5)) })).join("");
  const one = await run(["--jsonl", "--jobs", "1"], input);
  assert.deepEqual(
    parsed(one.out).map(({ id }) => id),
    ids,
  );
  assert.equal((await run(["--jsonl", "--jobs", "3"], input)).out, one.out);
  assert.equal((await run(["--jsonl"], input)).out, one.out);
});

test("the article is that of the package, with the record's own options before the command's", async () => {
  const url = "https://example.org/a";
  const input = record(1) + record(2, { input: pasted, url: "https://example.org/b" });
  const { out, code } = await run(["--jsonl", "--url", url, "--language", "ur"], input);
  const [first, second] = parsed(out);
  assert.equal(code, 0);
  assert.deepEqual(first.article, extract(pasted, { url, language: "ur" }));
  assert.equal(second.article.url, "https://example.org/b");
});

test("bytes come as base64, and null is as if it were not there", async () => {
  const base64 = Buffer.from(pasted, "utf16le").toString("base64");
  const { out } = await run(
    ["--jsonl"],
    record("b", { base64, input: null, as: null, url: null }) +
      record("lines", { base64: base64.replace(/.{76}/g, "$&\r\n") }),
  );
  for (const { article } of parsed(out)) assert.deepEqual(article.blocks, extract(pasted).blocks);
});

test("what cannot be read is refused in its place, and the rest is done", async () => {
  const lines = [
    ["no JSON", { id: null, line: 1 }, "bad-line"],
    ["", { id: null, line: 2 }, "bad-line"],
    ['{"input":"x"}', { id: null, line: 3 }, "bad-line"],
    ["[1]", { id: null, line: 4 }, "bad-line"],
    ['{"id":5}', { id: 5 }, "bad-line"],
    ['{"id":6,"input":"x","base64":"eA=="}', { id: 6 }, "bad-line"],
    ['{"id":7,"base64":"?"}', { id: 7 }, "bad-line"],
    ['{"id":8,"input":""}', { id: 8 }, "empty-input"],
    ['{"id":9,"input":"x","as":"pdf"}', { id: 9 }, "bad-option"],
    ['{"id":"\\ud800","input":"صفحہ اول"}', { id: "\ud800" }, "no-article"],
  ];
  const { code, out, err } = await run(["--jsonl"], `${lines.map(([line]) => line).join("\n")}\n${record("last")}`);
  const answers = parsed(out);
  assert.equal(code, 1);
  assert.match(err, /1 done, 10 failed/);
  for (const [at, [, known, errorCode]] of lines.entries()) {
    const { error, ...rest } = answers[at];
    assert.deepEqual(rest, known);
    assert.equal(error.code, errorCode);
    assert.ok(error.message.length > 10);
  }
  assert.ok(answers.at(-1).article);
});

test("lines that wait for a thread together are counted on, whatever the number of threads", async () => {
  const ask = (at) => (at % 97 === 0 ? "no JSON\n" : record(at, { input: at % 5 === 0 ? pasted.repeat(9) : pasted }));
  const input = Array.from({ length: 600 }, (_, at) => ask(at)).join("");
  for (const jobs of ["1", "3"]) {
    const { out } = await run(["--jsonl", "--jobs", jobs], input);
    const told = parsed(out).map(({ id, line }) => (id === null ? `line ${line}` : id));
    assert.deepEqual(
      told,
      told.map((_, at) => (at % 97 === 0 ? `line ${at + 1}` : at)),
    );
    assert.equal(told.length, 600);
  }
});

test("a line that is not UTF-8 is refused", async () => {
  const { out } = await run(["--jsonl"], Buffer.from('{"id":1,"input":"\xff"}\n', "latin1"));
  assert.equal(parsed(out)[0].error.code, "bad-line");
});

test("an id comes back as it was given, also a number that JavaScript cannot hold", async () => {
  const given = ["9223372036854775807", "-1.50", '"\\u06cc"', "0"];
  const lines = given.map((id) => `{"x":{"id":1},"input":"","id":${id}}\n`);
  const { out } = await run(["--jsonl"], lines.join(""));
  const back = out.trimEnd().split("\n");
  for (const [at, id] of ["9223372036854775807", "-1.50", '"ی"', "0"].entries()) {
    assert.ok(back[at].startsWith(`{"id":${id},`), back[at]);
  }
});

test("a last line needs no line end, and a BOM and CRLF do no harm", async () => {
  const { out, code } = await run(["--jsonl"], `\ufeff${record(1).trimEnd()}\r\n${record(2).trimEnd()}`);
  assert.equal(code, 0);
  assert.deepEqual(
    parsed(out).map(({ id }) => id),
    [1, 2],
  );
});

test("no input gives no output", async () => {
  assert.deepEqual(await run(["--jsonl"], ""), { code: 0, out: "", err: "", signal: null });
});

test("files of records go to standard output in order, or each into --out", async () => {
  const from = folder();
  mkdirSync(join(from, "deep"));
  writeFileSync(join(from, "a.jsonl"), record(1));
  writeFileSync(join(from, "deep", "b.ndjson"), record(2));
  writeFileSync(join(from, "notes.txt"), "no records");
  const { out, err, code } = await run(["--jsonl", from, "missing.jsonl"]);
  assert.deepEqual(
    parsed(out).map(({ id }) => id),
    [1, 2],
  );
  assert.match(err, /missing\.jsonl: .*\(not-readable\)/);
  assert.equal(code, 1);
  const to = join(folder(), "out");
  assert.equal((await run(["--jsonl", from, "--out", to])).code, 0);
  assert.deepEqual(readdirSync(to, { recursive: true }).sort(), ["a.jsonl", "deep", join("deep", "b.jsonl")]);
  const again = await run(["--jsonl", join(from, "a.jsonl"), "--out", from]);
  assert.equal(again.code, 1);
  assert.match(again.err, /would overwrite the input/);
  assert.equal(readFileSync(join(from, "a.jsonl"), "utf8"), record(1));
});

test("each line is answered as it comes, without waiting for the end", async () => {
  const child = start(["--jsonl"]);
  child.stdout.setEncoding("utf8");
  for (const id of [1, 2, 3]) {
    child.stdin.write(record(id));
    const [text] = await once(child.stdout, "data");
    assert.equal(JSON.parse(text).id, id);
  }
  child.stdin.end();
  assert.deepEqual(await once(child, "close"), [0, null]);
});

/** Records without end, until whoever reads them has gone. */
function* endless() {
  const some = Array.from({ length: 20 }, (_, at) => record(at, { input: "کراچی میں آج بارش ہوئی۔ لوگ خوش ہوئے۔" }));
  for (;;) yield some.join("");
}

test("an endless stream ends quietly when its reader goes", async () => {
  const child = start(["--jsonl", "--jobs", "2"]);
  const err = [];
  child.stderr.on("data", (text) => err.push(text));
  const fed = pipeline(Readable.from(endless()), child.stdin).catch(() => {});
  let bytes = 0;
  for await (const chunk of child.stdout) {
    bytes += chunk.length;
    if (bytes > 3_000_000) break;
  }
  const [code] = await once(child, "close");
  await fed;
  assert.equal(code, 0);
  assert.equal(Buffer.concat(err).toString(), "");
});

test("an interrupt leaves whole lines", async () => {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    const child = start(["--jsonl", "--jobs", "2"]);
    const fed = pipeline(Readable.from(endless()), child.stdin).catch(() => {});
    const chunks = [];
    for await (const chunk of child.stdout) {
      if (chunks.length === 10) child.kill(signal);
      chunks.push(chunk);
    }
    await fed;
    const out = Buffer.concat(chunks).toString();
    assert.ok(out.endsWith("}\n"));
    assert.ok(parsed(out).length > 10);
    assert.equal(child.signalCode ?? (await once(child, "close"))[1], signal);
  }
});

test("an interrupt leaves whole lines in a file of --out as well", async () => {
  const to = folder();
  const child = start(["--jsonl", "--out", to]);
  const fed = pipeline(Readable.from(endless()), child.stdin).catch(() => {});
  const file = join(to, "stdin.jsonl");
  while (!existsSync(file) || statSync(file).size < 1_000_000) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "close"), [null, "SIGINT"]);
  await fed;
  const out = readFileSync(file, "utf8");
  assert.ok(out.endsWith("}\n"));
  assert.ok(parsed(out).length > 10);
});

test("what is read ahead of a slow reader stays small", async () => {
  const child = start(["--jsonl", "--jobs", "2"]);
  let taken = 0;
  const counted = (async function* () {
    for (const text of endless()) {
      taken += text.length;
      yield text;
    }
  })();
  pipeline(Readable.from(counted), child.stdin).catch(() => {});
  await once(child.stdout, "readable");
  let before;
  do {
    before = taken;
    await new Promise((resolve) => setTimeout(resolve, 500));
  } while (taken > before);
  child.kill("SIGKILL");
  await once(child, "close");
  assert.ok(taken < 10_000_000, `${taken} bytes`);
});

test("a thread that breaks down over a task is replaced, and the others are answered", async () => {
  const code = `require("node:worker_threads").parentPort.on("message", ({ n }) => {
    if (n === 3) process.exit(1);
    require("node:worker_threads").parentPort.postMessage(n);
  })`;
  const pool = new Pool(2, () => new Worker(code, { eval: true }));
  const answers = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((n) => pool.run(() => ({ n }))));
  await pool.close();
  assert.deepEqual(
    answers.map(({ status }) => status === "fulfilled"),
    [true, true, false, true, true, true],
  );
});

test("lines are answered without threads as well", () => {
  const { bytes, failed } = answerLines({ bytes: Buffer.from(`${record(1)}x\n`), first: 7, options: {} });
  assert.equal(failed, 1);
  assert.equal(parsed(Buffer.from(bytes).toString())[1].line, 8);
});
