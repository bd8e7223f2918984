/**
 * `npm run profile -- [--text | --html] [FILE…]`: where the time goes in the module as its users get it, but with the names
 * of its functions. Without a file, on made-up pages. Prints the share of each part and of each function, and writes
 * target/profile/FORM.cpuprofile, which the browser's developer tools and editors open.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { page } from "../benches/text.js";
import { buildWithNames } from "./build.js";
import { main, root } from "./run.js";
import { setup } from "./setup.js";

const folder = join(root, "target/profile");
const SECONDS = 5;

/** Made-up pages of a common length, for those who name none. */
const madeUp = {
  text: () => [page(20_000)],
  html: () => [`<html lang="ur"><body><p>${page(20_000).replaceAll("\n\n", "</p>\n<p>")}</p></body></html>`],
};

/** The crate and the folder of matn's own code that a function is of. */
function partOf(name) {
  const own = /\bmatn(?:\[\w+\])?::(\w+)/.exec(name);
  if (own && !/^(core|alloc)::/.test(name)) return `matn::${own[1]}`;
  const crate = /^[<&]*(?:&?mut )?(\w+)(?:\[\w+\])?::/.exec(name.replace(/^<impl .*? for /, "<"));
  return crate ? crate[1] : name.startsWith("(") ? name : "JavaScript";
}

/** Nanoseconds by function name. */
function selfTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || "(no name)"]));
  const times = new Map();
  for (const [at, id] of samples.entries()) {
    const name = names.get(id).replace(/::h[0-9a-f]{16}$/, "");
    times.set(name, (times.get(name) ?? 0) + timeDeltas[at]);
  }
  return times;
}

function print(title, times, most) {
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  console.log(`\n${title}`);
  for (const [name, time] of [...times].sort((a, b) => b[1] - a[1]).slice(0, most)) {
    console.log(`${((100 * time) / all).toFixed(1).padStart(6)} %  ${name.slice(0, 110)}`);
  }
}

async function profile(form, inputs) {
  const { initSync, extract } = await import(pathToFileURL(join(folder, "glue.js")));
  initSync({ module: readFileSync(join(folder, "matn.wasm")) });
  const read = (seconds) => {
    for (const end = performance.now() + seconds * 1000; performance.now() < end; )
      for (const input of inputs) extract(input, { as: form });
  };
  // Until the engine has optimized the module, all figures are of the slower code.
  read(SECONDS);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  read(SECONDS);
  const { profile } = await session.post("Profiler.stop");
  writeFileSync(join(folder, `${form}.cpuprofile`), JSON.stringify(profile));
  const times = selfTimes(profile);
  const parts = new Map();
  for (const [name, time] of times) parts.set(partOf(name), (parts.get(partOf(name)) ?? 0) + time);
  print(`${form}, by part:`, parts, 16);
  print(`${form}, by function:`, times, 25);
}

await main(async () => {
  const given = process.argv.slice(2);
  const files = given.filter((word) => !word.startsWith("--"));
  const form = given.includes("--html") ? "html" : "text";
  await setup();
  await buildWithNames(folder);
  await profile(form, files.length > 0 ? files.map((file) => readFileSync(file, "utf8")) : madeUp[form]());
});
