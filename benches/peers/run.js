/**
 * One tool over a folder of pages: `node benches/peers/run.js TOOL FOLDER SECONDS`.
 *
 * Prints what `native/src/main.rs` says.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { textOf } from "./text-of.js";

/** What each tool does with a page that counts for its time, and how its answer becomes text, which does not. */
const tools = {
  matn: async () => {
    const { extract } = await import("../../pkg/index.js");
    return { work: (page) => bodyOf(extract, page, "html"), text: (body) => body };
  },
  "matn-text": async () => {
    const { extract } = await import("../../pkg/index.js");
    return { work: (page) => bodyOf(extract, page, "text"), text: (body) => body };
  },
  "readability-jsdom": async () => {
    const { Readability } = await import("@mozilla/readability");
    const { JSDOM, VirtualConsole } = await import("jsdom");
    // Without it every stylesheet that jsdom cannot read is printed.
    const virtualConsole = new VirtualConsole();
    const work = (page) => {
      const { window } = new JSDOM(page, { virtualConsole });
      const article = new Readability(window.document).parse();
      window.close();
      return article?.content;
    };
    return { work, text: textOf };
  },
  "readability-linkedom": async () => {
    const { Readability } = await import("@mozilla/readability");
    const { parseHTML } = await import("linkedom");
    return { work: (page) => new Readability(parseHTML(page).document).parse()?.content, text: textOf };
  },
  "defuddle-linkedom": async () => {
    const { Defuddle } = await import("defuddle/node");
    const { parseHTML } = await import("linkedom");
    const work = async (page) => (await Defuddle(parseHTML(page).document, undefined, quiet)).content;
    return { work, text: textOf };
  },
};

/** No tool may ask the network for a page that it was given. */
const quiet = { useAsync: false };

function bodyOf(extract, page, form) {
  try {
    return extract(page, { as: form })
      .blocks.map((block) => block.text)
      .join("\n");
  } catch (error) {
    if (error.code === "no-article") return null;
    throw error;
  }
}

/** The answer, or null where the tool fails on the page. */
async function attempt(work, page) {
  try {
    return (await work(page)) || null;
  } catch {
    return null;
  }
}

/** The process's high-water mark in bytes, where the system tells it. */
function memory() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
  } catch {
    return null;
  }
}

/** Passes over the pages until the time is up, each as milliseconds a page. */
async function passes(pages, work, seconds) {
  const end = performance.now() + seconds * 1000;
  const times = [];
  while (times.length === 0 || performance.now() < end) {
    const start = performance.now();
    for (const page of pages) await attempt(work, page);
    times.push((performance.now() - start) / pages.length);
  }
  return times;
}

const [name, folder, seconds] = process.argv.slice(2);
const { work, text } = await tools[name]();
const files = readdirSync(folder).sort();
const read = (file) => readFileSync(join(folder, file), "utf8");
// What tools say of pages is not this program's answer.
for (const say of ["log", "warn", "error"]) console[say] = () => {};

const found = [];
const start = performance.now();
for (const file of files) found.push([parse(file).name, await attempt(work, read(file))]);
const first = (performance.now() - start) / 1000;
const held = memory();
let timed = [];
if (Number(seconds) > 0) {
  const pages = files.map(read);
  // The engine optimizes while it runs: the clock counts after as long a time, which a slow tool's first pass is.
  if (first < Number(seconds)) await passes(pages, work, Number(seconds) - first);
  timed = await passes(pages, work, Number(seconds));
}
const answers = Object.fromEntries(found.map(([id, answer]) => [id, answer && text(answer)]));
const failed = found.filter(([, answer]) => !answer).length;
process.stdout.write(JSON.stringify({ answers, failed, memory: held, passes: timed }), () => process.exit(0));
