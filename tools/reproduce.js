/**
 * `npm run reproduce`: builds and packs what is committed in two folders, and says whether both give the same module and the
 * same package, byte for byte. It takes two whole builds' time.
 */

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main, must, root, Stop } from "./run.js";

const hashOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Clones the last commit into a folder, builds it there and gives the hashes of what users get. */
async function built(folder) {
  console.log(`build in ${folder}`);
  await must("git", ["clone", "--quiet", "--no-local", "--depth=1", `file://${root}`, folder], { quiet: true });
  const inside = { cwd: folder, quiet: true };
  await must("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], inside);
  await must(process.execPath, ["tools/build.js"], inside);
  const packed = join(folder, "target", "packed");
  mkdirSync(packed);
  await must("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", packed], inside);
  const files = { "pkg/matn.wasm": join(folder, "pkg/matn.wasm") };
  for (const name of readdirSync(packed)) files[name] = join(packed, name);
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, hashOf(file)]));
}

await main(async () => {
  const place = mkdtempSync(join(tmpdir(), "matn-reproduce-"));
  try {
    const one = await built(join(place, "a"));
    // Of another depth and length, so that a path that gets into the module shows.
    const other = await built(join(place, "another", "folder"));
    for (const [name, hash] of Object.entries(one)) {
      console.log(`${hash}  ${name}`);
      if (other[name] !== hash) console.log(`${other[name]}  ${name}, the other build`);
    }
    const different = Object.keys(one).filter((name) => other[name] !== one[name]);
    if (different.length > 0) throw new Stop(`Two builds differ: ${different.join(", ")}.`);
    console.log("Two builds in two folders are the same, byte for byte.");
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
