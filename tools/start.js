/** `npm start`: sets up, builds, serves the page and says where. `npm start -- --port 8080` chooses the port. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.js";
import { main, must, root, Stop } from "./run.js";
import { setup } from "./setup.js";

await main(async () => {
  await setup();
  await build();
  if (!existsSync(join(root, "www"))) throw new Stop("There is no page in www/ yet.");
  await must("npm", ["run", "--silent", "build:page"], { quiet: true });
  const server = spawn("npm", ["run", "--silent", "preview", "--", ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
  });
  return new Promise((resolve) => server.on("close", resolve));
});
