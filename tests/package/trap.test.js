/** A trap inside the module, here for want of memory: the call fails with `internal` and all after it work. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as matn from "matn";
import { limited, limitedPackage } from "./limited.js";
import { paragraphs, pasted } from "./sample.js";
import { installed, unbundled } from "./unbundled.js";

/** 4 MiB beyond what the module begins with, and a text that does not fit. */
const pages = 64;
const long = `${paragraphs.join("\n\n")}\n\n`.repeat(6000);
const article = matn.extract(pasted);
const internal = { name: "MatnError", code: "internal", message: /next call works/ };

const folder = mkdtempSync(join(tmpdir(), "matn-limited-"));
limitedPackage(installed, folder, pages);
after(() => rmSync(folder, { recursive: true, force: true }));
const entry = (name) => import(pathToFileURL(join(folder, name)));

/** Calls that each need more memory than there is. */
const tooMuch = {
  extract: [long],
  extractAll: [new TextEncoder().encode(long)],
  sourceText: [long],
  normalize: [long],
  sentences: [long],
  words: [long],
  parseDate: [long],
  parseDateline: [long],
  render: [{ ...article, blocks: [{ ...article.blocks[0], text: long }] }, "html"],
  restore: [{ ...article, removed: [{ ...article.removed[0], text: long }] }, 0],
  remove: [{ ...article, blocks: [{ ...article.blocks[0], text: long }] }, 0],
};

test("every function that traps fails with internal, and the next call works", async () => {
  const package_ = await entry("index.js");
  for (const [name, args] of Object.entries(tooMuch)) {
    assert.throws(() => package_[name](...args), internal, name);
    assert.deepEqual(package_.extract(pasted), article, `after ${name}`);
  }
});

test("the instance that trapped is replaced, its memory with it", async () => {
  const { extract, memory } = await unbundled({ wasm: (bytes) => limited(bytes, pages) });
  extract(pasted);
  const before = memory();
  for (let round = 0; round < 3; round++) {
    assert.throws(() => extract(long), internal);
    assert.deepEqual(extract(pasted), article);
    assert.ok(memory() <= before, `${memory()} bytes, ${before} before the trap`);
  }
});

test("the cause of the failure goes with it", async () => {
  const { extract } = await entry("index.js");
  assert.throws(
    () => extract(long),
    ({ cause }) => cause instanceof Error,
  );
});

test("in a worker the call that traps rejects, and those that wait and the next ones are answered", async () => {
  const { MatnWorker } = await entry("worker-node.js");
  const worker = new MatnWorker();
  try {
    const trapped = worker.extract(long);
    const waiting = worker.extract(pasted);
    await assert.rejects(trapped, internal);
    assert.deepEqual(await waiting, article);
    await assert.rejects(worker.normalize(long), internal);
    assert.deepEqual(await worker.extract(pasted), article);
  } finally {
    worker.close();
  }
});
