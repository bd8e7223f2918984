/** `npm run bench`: builds what is not built and measures it. */

import { build } from "./build.js";
import { main, run } from "./run.js";
import { setup } from "./setup.js";

await main(async () => {
  await setup();
  await build();
  const codes = [];
  for (const bench of ["benches/speed.js", "benches/command.js", "benches/memory.js"]) {
    codes.push((await run(process.execPath, [bench])).code);
  }
  return Math.max(...codes);
});
