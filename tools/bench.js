/** `npm run bench`: builds what is not built and measures it. */

import { build } from "./build.js";
import { main, run } from "./run.js";
import { setup } from "./setup.js";

await main(async () => {
  await setup();
  await build();
  return (await run(process.execPath, ["benches/speed.js"])).code;
});
