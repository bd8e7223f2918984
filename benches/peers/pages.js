/**
 * Every tool on the same real pages: F1 of the article body, milliseconds a page and the most memory held. The pages and
 * the program that scores lie beside the project, in ../shared (or where MATN_SHARED says): they belong to their
 * publishers.
 *
 * Each run is a process of its own. Timed ones take turns in rounds, so that a busy minute of the machine falls on all
 * of them, and every figure is the median of its rounds.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { gunzipSync } from "node:zlib";
import { main, must, root } from "../../tools/run.js";
import { keep, median, round } from "../keep.js";
import { installed } from "./installed.js";
import { tools } from "./tools.js";

const shared = process.env.MATN_SHARED ?? join(root, "../shared");
const work = join(root, "target/peers/pages");
const ROUNDS = 3;

/** What a line of a pasted page becomes for tools that read HTML only. */
const asHtml = (text) => {
  const lines = text.split("\n").filter((line) => line.trim());
  const safe = (line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html><html lang="ur"><body>\n${lines.map((line) => `<p>${safe(line)}</p>`).join("\n")}\n</body></html>`;
};

/** The sets of pages: where they come from, and what becomes of a page. */
const sets = {
  english: { from: "benchmark-dev", folder: "html" },
  urdu: { from: "benchmark-dev-urdu", folder: "html" },
  text: { from: "benchmark-dev-urdu", folder: "text" },
  lines: { from: "benchmark-dev-urdu", folder: "text", made: asHtml },
};

function unpack() {
  rmSync(work, { recursive: true, force: true });
  for (const [name, { from, folder, made = (text) => text }] of Object.entries(sets)) {
    const source = join(shared, "corpus", from, folder);
    mkdirSync(join(work, name), { recursive: true });
    for (const file of readdirSync(source)) {
      const page = gunzipSync(readFileSync(join(source, file))).toString("utf8");
      writeFileSync(join(work, name, `${parse(parse(file).name).name}.${name}`), made(page));
    }
  }
}

/** One tool over one set, in a process of its own. */
async function over({ command, args }, set, seconds) {
  const output = await must(command, [...args, join(work, set), String(seconds)], { quiet: true });
  return JSON.parse(output);
}

async function f1(set, answers) {
  const file = join(work, "answers.json");
  const bodies = Object.entries(answers).map(([id, answer]) => [id, { articleBody: answer }]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(bodies)));
  const truth = join(shared, "corpus", sets[set].from, "ground-truth.json");
  const score = [join(shared, "eval/score_benchmark.py"), truth, file, "--json"];
  return round(JSON.parse(await must("python3", score, { quiet: true })).f1);
}

/** One tool over one set; what it answered is scored in the first round only, for it answers the same in each. */
async function measure(tool, set, turn, row) {
  const runner = tool.on[set];
  const { answers, failed, memory, passes } = await over(
    runner,
    runner.set ?? set,
    set === "english" ? 0 : tool.seconds,
  );
  if (passes.length > 0) {
    row.times[set] ??= [];
    row.times[set].push(median(passes));
  }
  if (turn > 0) return;
  if (set === "urdu" && memory) row.memory = round(memory / 2 ** 20);
  if (tool.yardstick) return;
  row.f1[set] = await f1(set, answers);
  row.failed[set] = failed;
}

/** All rounds of all tools. */
async function measureAll(list) {
  const rows = list.map(({ name, version, language }) => ({ name, version, language, f1: {}, failed: {}, times: {} }));
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const [at, tool] of list.entries()) {
      if (turn >= tool.rounds) continue;
      console.log(`round ${turn + 1} of ${ROUNDS}: ${tool.name}`);
      for (const set of Object.keys(tool.on)) {
        if (turn === 0 || set !== "english") await measure(tool, set, turn, rows[at]);
      }
    }
  }
  return rows.map(({ times, ...row }) => {
    const ms = Object.fromEntries(Object.entries(times).map(([set, list]) => [set, round(median(list))]));
    return { ...row, ms };
  });
}

/** What one tool reached, in one line. */
function line({ name, f1, ms, memory }) {
  const scores = Object.entries(f1).map(([set, value]) => `F1 on ${set} ${value.toFixed(3)}`);
  const times = Object.entries(ms).map(([set, value]) => `${value} ms a page of ${set}`);
  return `${name}: ${[...scores, ...times, `${memory ?? "?"} MB`].join(", ")}`;
}

await main(async () => {
  if (!existsSync(join(shared, "corpus/benchmark-dev"))) {
    console.log("The pages of ../shared are not here, so quality and speed beside peers are not measured.");
    return;
  }
  unpack();
  const rows = await measureAll(tools(await installed()));
  for (const row of rows) console.log(line(row));
  const sizes = readdirSync(join(work, "urdu")).map((file) => readFileSync(join(work, "urdu", file)).length);
  const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length / 1000);
  keep("pages", { pages: sizes.length, kilobytes, rows });
});
