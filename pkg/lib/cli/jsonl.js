/** `--jsonl`: records in, records out, in input order; memory holds a few pieces of the stream and no more. */

import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isSameFile } from "./convert.js";
import { eachLine, joined, LONGEST_LINE, wholeLines } from "./lines.js";
import { Output } from "./output.js";
import { OrderedQueue } from "./queue.js";
import { idOf, refused } from "./records.js";
import { refusal, told, unreadable } from "./refusal.js";
import { threads } from "./threads.js";

/** Bytes read at a time: some ten articles. */
const CHUNK = 64 * 1024;
/** Bytes that wait for one thread: enough to hide the way there and back. */
const PIECE = 128 * 1024;
/** Pieces under way for each thread, so that none waits for the one whose turn it is. */
const AHEAD = 4;
/** Bytes under way: long lines are fewer at a time. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Answers every line of every input; an input that cannot be read is reported, and the others go on.
 *
 * @param {{ path?: string, name: string, problem?: string }[]} inputs
 * @param {object} run what is asked for, with `output`, `progress` and `report`
 * @returns {Promise<{ done: number, failed: number }>}
 */
export async function answerAll(inputs, run) {
  const pool = threads(run.jobs);
  const counts = { done: 0, failed: 0 };
  try {
    for (const input of inputs) {
      const problem = await answerOne(input, run, pool, counts);
      if (!problem) continue;
      run.report(`${input.path ?? "standard input"}: ${problem}`);
      counts.failed++;
    }
  } finally {
    await pool.close();
  }
  return counts;
}

/** Answers one input; says what is wrong with it where it cannot be read or its result not be kept. */
async function answerOne({ path, name, problem }, run, pool, counts) {
  if (problem) return notReadable(problem);
  const file = path === undefined ? undefined : await open(path).catch((cause) => cause);
  if (file instanceof Error) return notReadable(unreadable(file, run.options.language).message);
  const stream = file?.createReadStream({ highWaterMark: CHUNK }) ?? process.stdin;
  if (run.out === undefined) return answerStream(stream, run, pool, counts);
  const target = join(run.out, `${name}.jsonl`);
  if (path !== undefined && (await isSameFile(target, path))) {
    stream.destroy();
    return "The result would overwrite the input; choose another --out.";
  }
  await mkdir(dirname(target), { recursive: true });
  const out = await open(target, "w");
  // A signal stops the output of this moment.
  run.output = new Output(out.fd, () => {});
  try {
    return await answerStream(stream, run, pool, counts);
  } finally {
    await out.close();
  }
}

const notReadable = (message) => `${message} (not-readable)`;

async function answerStream(stream, { jobs, options, output, progress }, pool, counts) {
  const queue = new OrderedQueue(
    async ({ bytes, failed, piece: { count, size } }) => {
      await output.write(bytes);
      counts.done += count - failed;
      counts.failed += failed;
      progress.advance({ bytes: size, done: count - failed, failed });
    },
    { most: jobs * AHEAD, mostBytes: MOST_BYTES },
  );
  let first = 1;
  let last;
  let problem;
  try {
    for await (const lines of wholeLines(stream)) {
      if (!last?.add(lines)) {
        const piece = new Piece(lines, first);
        last = piece;
        await queue.add(piece.size, async () => ({ ...(await answered(piece, options, pool)), piece }));
      }
      first += lines.count;
    }
  } catch (error) {
    if (error.syscall !== "read") throw error;
    problem = notReadable(error.message);
  }
  await queue.end();
  return problem;
}

/** Consecutive lines for one thread: they grow as long as none is free, and go at once where one is. */
class Piece {
  #parts;
  #isTaken = false;

  /** Lines from number `first` on; without parts, one line that is too long. */
  constructor({ parts = [], size, count }, first) {
    this.#parts = parts;
    this.isTooLong = parts.length === 0;
    this.size = size;
    this.count = count;
    this.first = first;
  }

  /** Takes in the lines that follow, or says that they must go by themselves. */
  add({ parts, size, count }) {
    if (this.#isTaken || this.isTooLong || !parts || this.size + size > PIECE) return false;
    this.#parts.push(...parts);
    this.size += size;
    this.count += count;
    return true;
  }

  /** The bytes of all lines, to which none is added any more. */
  take() {
    this.#isTaken = true;
    return joined(this.#parts);
  }
}

/** The lines' answers. Where they bring a thread down, each half is tried alone, and the line that did it is refused. */
async function answered(piece, options, pool) {
  const { first } = piece;
  if (piece.isTooLong) return single(refused(undefined, first, refusal("too-large", tooLong, options.language)));
  try {
    return await pool.run(() => ({ work: "lines", bytes: piece.take(), first, options }));
  } catch {
    const bytes = piece.take();
    const lines = [...eachLine(bytes)];
    if (lines.length === 1) return single(refused(idOf(lines[0], first), first, told(undefined, options.language)));
    const middle = lines.length >> 1;
    const at = lines[middle].byteOffset;
    const half = (part, count, from) =>
      answered(new Piece({ parts: [part], size: part.length, count }, from), options, pool);
    const before = await half(bytes.subarray(0, at), middle, first);
    const behind = await half(bytes.subarray(at), lines.length - middle, first + middle);
    return { bytes: joined([before.bytes, behind.bytes]), failed: before.failed + behind.failed };
  }
}

const tooLong = { size: `${LONGEST_LINE}+`, limit: LONGEST_LINE };

const single = (bytes) => ({ bytes, failed: 1 });
