/** The package as its users get it. */

import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, root } from "./run.js";

/** Packs the package into `folder` and gives the name of the tarball there. */
export async function pack(folder) {
  await must("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], { quiet: true });
  return readdirSync(folder).find((name) => name.endsWith(".tgz"));
}

/** Packs the package, installs the tarball in `folder`, which must be empty, and puts tests/package/ beside it. */
export async function packAndInstall(folder) {
  const tarball = await pack(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user-of-matn", private: true, type: "module" }));
  const install = ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", `./${tarball}`];
  await must("npm", install, { cwd: folder, quiet: true });
  cpSync(join(root, "tests/package"), folder, { recursive: true });
}
