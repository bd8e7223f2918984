/**
 * The command line and the start of the package: throughput with one thread and with two, memory of a short and of a
 * long stream, and the time from the import to the first article. Each figure is of processes of its own.
 */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { keep, median, round } from "./keep.js";
import { page } from "./text.js";

const command = fileURLToPath(new URL("../pkg/cli.js", import.meta.url));
const limits = { speedup: 1.6, growth: 1.2, start: 40 };
const MEGABYTE = 2 ** 20;

/** Records of pages of about this size, some at a time. */
function* records(count, bytes) {
  const pages = Array.from({ length: 10 }, (_, at) => page(bytes * (0.75 + at / 20)));
  const lines = pages.map((input, at) => `${JSON.stringify({ id: at, input })}\n`);
  const some = lines.join("");
  for (let done = 0; done < count; done += lines.length) yield some;
}

/** Runs the command over a stream, and gives its seconds and the most memory that it held at once, in bytes. */
async function stream(count, bytes, jobs) {
  const began = performance.now();
  const child = spawn(process.execPath, [command, "--jsonl", "--jobs", String(jobs)], { stdio: ["pipe", "pipe", 2] });
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, residentMemory(child.pid));
  }, 200);
  let lines = 0;
  child.stdout.on("data", (chunk) => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  });
  await Promise.all([pipeline(Readable.from(records(count, bytes)), child.stdin), once(child, "close")]);
  clearInterval(watch);
  if (lines !== count) throw new Error(`${lines} lines came out of ${count}`);
  return { seconds: (performance.now() - began) / 1000, memory };
}

function residentMemory(pid) {
  try {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}

async function throughput() {
  // So many that what making the module ready takes, on a core of its own, does not count.
  const [count, bytes] = [40_000, 7000];
  const times = { 1: [], 2: [] };
  for (let round = 0; round < 3; round++) {
    for (const jobs of [1, 2]) times[jobs].push((await stream(count, bytes, jobs)).seconds);
  }
  const [one, two] = [median(times[1]), median(times[2])];
  console.log(
    `--jsonl, pages of ${bytes / 1000} KB: ${Math.round(count / one)} a second with --jobs 1, ${Math.round(count / two)} ` +
      `with --jobs 2, ${(one / two).toFixed(2)} times as many (at least ${limits.speedup} wanted)`,
  );
  return { one: Math.round(count / one), two: Math.round(count / two), speedup: round(one / two) };
}

async function memory() {
  const counts = [10_000, 200_000];
  const held = [0, 0];
  // A short run ends before all of the engine's own memory is there: the largest of three is taken.
  for (let round = 0; round < 3; round++) held[0] = Math.max(held[0], (await stream(counts[0], 1000, 2)).memory);
  held[1] = (await stream(counts[1], 1000, 2)).memory;
  const said = counts.map((count, at) => `${Math.round(held[at] / MEGABYTE)} MB with ${count} lines`);
  console.log(
    `--jsonl holds at most ${said.join(", ")}: ${(held[1] / held[0]).toFixed(2)} times as much ` +
      `(limit ${limits.growth})`,
  );
  return {
    lines: counts,
    megabytes: held.map((bytes) => Math.round(bytes / MEGABYTE)),
    growth: round(held[1] / held[0]),
  };
}

/** In a process that does nothing else: the import and the first call, in milliseconds. */
function start() {
  const program = `
    const text = require("node:fs").readFileSync(0, "utf8");
    const began = performance.now();
    import("matn").then(({ extract }) => {
      extract(text);
      console.log(performance.now() - began);
    });`;
  const input = page(7000);
  const root = fileURLToPath(new URL("..", import.meta.url));
  const run = () => Number(execFileSync(process.execPath, ["-e", program], { input, cwd: root, encoding: "utf8" }));
  const times = Array.from({ length: 41 }, run);
  console.log(
    `import to first article: ${median(times).toFixed(1)} ms, at best ${Math.min(...times).toFixed(1)} ms ` +
      `(limit ${limits.start})`,
  );
  return round(median(times));
}

keep("command", { start: start(), throughput: await throughput(), memory: await memory(), limits });
