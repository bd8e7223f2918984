import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import * as matn from "matn";
import { MatnWorker } from "matn/worker";
import { paragraphs, pasted } from "./sample.js";

/** A worker for one test. */
const using = (work) => async () => {
  const worker = new MatnWorker();
  try {
    await work(worker);
  } finally {
    worker.close();
  }
};
const long = Array.from({ length: 20_000 }, () => paragraphs.join("\n\n")).join("\n\n");

test(
  "a worker answers every function as the package itself does",
  using(async (worker) => {
    const article = matn.extract(pasted);
    assert.deepEqual(await worker.extract(pasted), article);
    assert.deepEqual(
      await worker.extract(new TextEncoder().encode(pasted), { edits: true }),
      matn.extract(pasted, { edits: true }),
    );
    assert.deepEqual(await worker.extractAll(pasted), [article]);
    assert.equal(await worker.sourceText(pasted), pasted);
    assert.deepEqual(await worker.restore(article, 0), matn.restore(article, 0));
    assert.deepEqual(await worker.remove(article, 0), matn.remove(article, 0));
    assert.equal(await worker.render(article, "markdown", {}), matn.render(article, "markdown"));
    assert.deepEqual(await worker.normalize("كراچي"), matn.normalize("كراچي"));
    assert.deepEqual(await worker.sentences(pasted), matn.sentences(pasted));
    assert.deepEqual(await worker.words(pasted), matn.words(pasted));
    assert.equal(await worker.parseDate("17 جنوری 2024", { now: new Date() }), "2024-01-17");
    assert.deepEqual(await worker.parseDateline(paragraphs[0]), matn.parseDateline(paragraphs[0]));
  }),
);

test(
  "an error crosses as a MatnError with its code and blocks",
  using(async (worker) => {
    await assert.rejects(worker.extract(""), { name: "MatnError", code: "empty-input" });
    await assert.rejects(
      worker.extract("صفحہ اول\nکھیل"),
      (error) => error.code === "no-article" && error.blocks.length > 0,
    );
    await assert.rejects(worker.extract(pasted, { url: () => "" }), { code: "bad-option" });
    assert.ok(await worker.extract(pasted));
  }),
);

test(
  "a call that runs is cancelled by its signal, and the next one is answered",
  using(async (worker) => {
    const cancel = new AbortController();
    const running = worker.extract(
      long,
      {},
      { signal: cancel.signal, onProgress: () => setImmediate(() => cancel.abort()) },
    );
    const next = worker.extract(pasted);
    await assert.rejects(running, { code: "cancelled" });
    assert.ok((await next).blocks.length > 0);
  }),
);

test(
  "a call that waits is cancelled, and the one before it is answered",
  using(async (worker) => {
    const cancel = new AbortController();
    const first = worker.extract(pasted);
    const second = worker.extract(pasted, {}, { signal: cancel.signal });
    cancel.abort();
    await assert.rejects(second, { code: "cancelled" });
    assert.ok(await first);
  }),
);

test(
  "a signal that is aborted already cancels at once",
  using(async (worker) => {
    await assert.rejects(worker.words("متن", { signal: AbortSignal.abort() }), { code: "cancelled" });
  }),
);

test(
  "what onProgress throws fails its own call, and the next is answered",
  using(async (worker) => {
    for (const at of [0, 0.9, 1]) {
      const onProgress = (done) => {
        if (done === at) throw new RangeError("mine");
      };
      await assert.rejects(worker.words("ایک", { onProgress }), RangeError);
    }
    assert.equal((await worker.words("ایک دو")).length, 2);
  }),
);

test(
  "progress goes from 0 to 1 while the call is under way",
  using(async (worker) => {
    const seen = [];
    let isAnswered = false;
    const onProgress = (done) => seen.push([done, isAnswered]);
    await worker.extract(pasted, undefined, { onProgress }).then(() => {
      isAnswered = true;
    });
    assert.deepEqual(
      seen,
      [0, 0.1, 0.9, 1].map((done) => [done, false]),
    );
    const failed = [];
    await assert.rejects(worker.extract("", {}, { onProgress: (done) => failed.push(done) }), { code: "empty-input" });
    assert.deepEqual(failed, [0, 0.1]);
  }),
);

test(
  "an input that is too large is refused before it is sent",
  using(async (worker) => {
    const seen = [];
    const control = { onProgress: (done) => seen.push(done) };
    await assert.rejects(worker.extract(pasted, { maxInputBytes: 100 }, control), { code: "too-large" });
    assert.deepEqual(seen, []);
  }),
);

test("close cancels what waits, and a closed worker says so", async () => {
  const worker = new MatnWorker();
  const waiting = [worker.extract(pasted), worker.extract(pasted)];
  worker.close();
  for (const call of waiting) await assert.rejects(call, { code: "cancelled" });
  await assert.rejects(worker.extract(pasted), { code: "not-ready" });
});

test("a worker that waits for nothing lets the process end", async () => {
  const program = `
    import { MatnWorker } from "matn/worker";
    const worker = new MatnWorker();
    const { text } = await worker.normalize("كراچي");
    process.stdout.write(text);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.equal(printed, "کراچی");
});
