/**
 * `npm run bench`: builds what is not built, measures, keeps the figures in docs/figures/ and makes the tables and charts
 * of docs/compare.md from them. `npm run bench -- pages sizes` measures these alone.
 */

import { build } from "./build.js";
import { writeAll } from "./figures.js";
import { main, run, Stop } from "./run.js";
import { setup } from "./setup.js";

const benches = {
  speed: "benches/speed.js",
  command: "benches/command.js",
  bytes: "benches/bytes.js",
  memory: "benches/memory.js",
  sizes: "benches/peers/sizes.js",
  cases: "benches/peers/cases.js",
  pages: "benches/peers/pages.js",
  throughput: "benches/peers/throughput.js",
};

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in benches));
  if (unknown) throw new Stop(`There is no bench ${unknown}: name some of ${Object.keys(benches).join(", ")}.`);
  await setup();
  await build();
  const failed = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    console.log(`\n# ${name}`);
    const { code } = await run(process.execPath, [benches[name], "--keep"]);
    if (code !== 0) failed.push(name);
  }
  await writeAll();
  if (failed.length === 0) return 0;
  throw new Stop(`These benches failed, their figures are the old ones: ${failed.join(", ")}.`);
});
