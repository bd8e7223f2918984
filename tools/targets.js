/** `npm run test:targets`: the packed package in every place where it is said to work; each reads one article. */

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { pack } from "./pack.js";
import { root } from "./run.js";
import { chromium, packages, setup } from "./setup.js";
import { close, nodeTests, part } from "./tally.js";

const tests = "tests/targets";

await part("targets", async () => {
  await setup();
  await packages(tests);
  await chromium();
  await build();
  const folder = mkdtempSync(join(tmpdir(), "matn-tarball-"));
  try {
    const tarball = join(folder, await pack(folder));
    const files = readdirSync(join(root, tests)).filter((name) => name.endsWith(".test.js"));
    await nodeTests("targets", join(root, tests), files, { MATN_TARBALL: tarball, MATN_ROOT: root });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
close();
