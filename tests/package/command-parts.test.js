import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import { matches, withoutBraces } from "./node_modules/matn/pkg/lib/cli/glob.js";
import { eachLine, joined, wholeLines } from "./node_modules/matn/pkg/lib/cli/lines.js";
import { Pool } from "./node_modules/matn/pkg/lib/cli/pool.js";
import { Progress } from "./node_modules/matn/pkg/lib/cli/progress.js";
import { OrderedQueue } from "./node_modules/matn/pkg/lib/cli/queue.js";

test("a pattern's step is matched letter by letter", () => {
  const fits = [
    ["خبر.html", "*.html"],
    ["a.html", "?.html"],
    ["a1.txt", "a[0-9].txt"],
    ["ab.txt", "a[!0-9].txt"],
    ["aXbXc", "a*b*c"],
    ["[", "["],
    ["", "*"],
  ];
  for (const [name, step] of fits) assert.ok(matches(name, step), `${name} ${step}`);
  const not = [
    ["a.htm", "*.html"],
    ["ab.html", "?.html"],
    ["a1.txt", "a[!0-9].txt"],
    ["a", ""],
  ];
  for (const [name, step] of not) assert.ok(!matches(name, step), `${name} ${step}`);
});

test("braces are choices", () => {
  assert.deepEqual(withoutBraces("{a,b}.{c,d}"), ["a.c", "a.d", "b.c", "b.d"]);
  assert.deepEqual(withoutBraces("{a}"), ["{a}"]);
});

const bytes = (text) => new TextEncoder().encode(text);

async function linesOf(chunks, longest) {
  const lines = [];
  for await (const piece of wholeLines(chunks.map(bytes), longest)) {
    const { parts, size } = piece;
    const whole = joined(parts ?? []);
    assert.equal(whole.length, size);
    if (parts) for (const line of eachLine(whole)) lines.push(new TextDecoder().decode(line));
    else lines.push(undefined);
  }
  return lines;
}

test("lines are whole wherever the stream is cut", async () => {
  const text = "ایک\n\nدو\nتین";
  const letters = [...text];
  for (let size = 1; size <= letters.length; size++) {
    const chunks = [];
    for (let at = 0; at < letters.length; at += size) chunks.push(letters.slice(at, at + size).join(""));
    assert.deepEqual(await linesOf(chunks), ["ایک", "", "دو", "تین"]);
  }
});

test("a line that is too long is not held, and the next one is whole", async () => {
  assert.deepEqual(await linesOf(["a\nbbb", "bbb", "bbb", "b\nc", "\nd"], 5), ["a", undefined, "c", "d"]);
  assert.deepEqual(await linesOf(["a\nbbb", "bbb"], 5), ["a", undefined]);
});

test("a task that cannot be made is refused, and its thread takes the next", async () => {
  const worker = Object.assign(new EventEmitter(), {
    postMessage: (task) => setImmediate(() => worker.emit("message", task)),
    terminate: async () => {},
  });
  const pool = new Pool(1, () => worker);
  const refused = pool.run(() => {
    throw new Error("no memory");
  });
  await assert.rejects(refused, /no memory/);
  assert.deepEqual(await pool.run(() => ({ answer: 1 })), { answer: 1 });
  await pool.close();
});

test("results are taken in order, and no more is begun than there is room for", async () => {
  const taken = [];
  let begun = 0;
  const queue = new OrderedQueue(async (result) => taken.push(result), { most: 3, mostBytes: 100 });
  for (let at = 0; at < 20; at++) {
    await queue.add(1, async () => {
      begun++;
      assert.ok(begun - taken.length <= 3);
      await new Promise((resolve) => setTimeout(resolve, at % 3));
      return at;
    });
  }
  await queue.end();
  assert.deepEqual(
    taken,
    Array.from({ length: 20 }, (_, at) => at),
  );
});

test("large pieces are begun one at a time", async () => {
  let underWay = 0;
  const queue = new OrderedQueue(async () => underWay--, { most: 10, mostBytes: 5 });
  for (let at = 0; at < 3; at++) {
    await queue.add(7, async () => {
      underWay++;
      assert.equal(underWay, 1);
    });
  }
  await queue.end();
});

test("a failure to take a result reaches whoever adds or ends", async () => {
  const queue = new OrderedQueue(async () => assert.fail("full"), { most: 1, mostBytes: 1 });
  await assert.rejects(
    queue.add(1, async () => 1),
    /full/,
  );
  await assert.rejects(queue.end(), /full/);
});

/** What a terminal shows of a run of two seconds. */
function shown(terminal, work, t) {
  const written = [];
  t.mock.method(performance, "now", () => at);
  let at = 0;
  const progress = new Progress({ ...terminal, write: (text) => written.push(text) }, work);
  progress.advance({ done: 1, failed: 0, bytes: 100 });
  at = 1000;
  progress.advance({ done: 998, failed: 1, bytes: 400 });
  progress.clear();
  return written;
}

test("progress is shown on a terminal, with the part that is done and what is left", (t) => {
  const [line, end] = shown({ isTTY: true, columns: 80 }, { unit: "lines", totalBytes: 1000 }, t);
  assert.equal(line, "\r\x1b[K[##########----------] 50%  1,000 lines  1000/s  1 failed  0:01 left");
  assert.equal(end, "\r\x1b[K");
});

test("progress without a known end counts, and never breaks its line", (t) => {
  const [line] = shown({ isTTY: true, columns: 12 }, { unit: "lines" }, t);
  assert.equal(line, "\r\x1b[K1,000 lines");
});

test("where there is no terminal, no progress is shown", (t) => {
  assert.deepEqual(shown({ isTTY: false }, { unit: "lines" }, t), []);
});
