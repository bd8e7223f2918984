/**
 * Records a second, from one stream to another: `matn --jsonl` beside a loop in Node over Readability with linkedom, which is
 * what its users write. The same pages in the same run, each with the start of its process.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { main, root } from "../../tools/run.js";
import { packages } from "../../tools/setup.js";
import { keep, median, round } from "../keep.js";

const folder = join(root, "target/peers/pages/urdu");
const ROUNDS = 3;
const commands = {
  // So many that the start and the engine's second compilation take no large part.
  matn: { args: ["pkg/cli.js", "--jsonl"], times: 40 },
  "Readability with linkedom": { args: ["benches/peers/loop.js"], times: 4 },
};

/** Seconds of one run, for each record. */
async function run({ args, times }, lines) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "ignore"] });
  let answers = 0;
  child.stdout.on("data", (chunk) => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) answers++;
  });
  const input = Readable.from(Array.from({ length: times }, () => lines).flat());
  await Promise.all([pipeline(input, child.stdin), once(child, "close")]);
  if (answers !== lines.length * times) throw new Error(`${args[0]}: ${answers} answers`);
  return (performance.now() - start) / 1000 / answers;
}

await main(async () => {
  if (!existsSync(folder)) {
    console.log("The pages of ../shared are not here, so throughput beside Readability is not measured.");
    return;
  }
  await packages("benches/peers");
  const lines = readdirSync(folder).map((id) => {
    return `${JSON.stringify({ id, input: readFileSync(join(folder, id), "utf8"), as: "html" })}\n`;
  });
  const seconds = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const [name, command] of Object.entries(commands)) seconds[name].push(await run(command, lines));
  }
  const rows = Object.entries(seconds).map(([name, list]) => ({ name, perSecond: round(1 / median(list)) }));
  const [matn, readability] = rows;
  for (const { name, perSecond } of rows) console.log(`${name}: ${perSecond} pages a second`);
  console.log(`${(matn.perSecond / readability.perSecond).toFixed(1)} times as many (at least 20 wanted)`);
  keep("throughput", { pages: lines.length, jobs: availableParallelism(), rows });
});
