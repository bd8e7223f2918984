/**
 * `npm run release -- VERSION [--tag]`: whether everything is ready for this version, told all at once; then tests, builds and
 * packs into target/release-VERSION/. With `--tag` the tag is made as well; without, nothing outside target/ changes. It never
 * publishes: it prints the commands that do.
 */

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.js";
import { pack } from "./pack.js";
import { main, must, root, run, Stop } from "./run.js";

const read = (file) => readFileSync(join(root, file), "utf8");

/** What keeps this version from being released, in sentences. */
async function obstacles(version) {
  const found = [];
  const changed = (await must("git", ["status", "--porcelain"], { quiet: true })).trim();
  if (changed) found.push(`The tree is not clean: commit or drop\n${changed}`);
  const versions = {
    "package.json": JSON.parse(read("package.json")).version,
    "package-lock.json": JSON.parse(read("package-lock.json")).version,
    "Cargo.toml": /^\[package\][^[]*?^version = "(.+)"$/m.exec(read("Cargo.toml"))?.[1],
    "Cargo.lock": /^name = "matn"\nversion = "(.+)"$/m.exec(read("Cargo.lock"))?.[1],
  };
  for (const [file, has] of Object.entries(versions)) {
    if (has !== version) found.push(`${file} has version ${has}: set it to ${version}.`);
  }
  if (!read("CHANGELOG.md").includes(`\n## ${version}`)) {
    found.push(`CHANGELOG.md has no section "## ${version}": give "## Unreleased" that name and the day.`);
  }
  const { code } = await run("git", ["rev-parse", "--verify", "--quiet", `refs/tags/v${version}`], { quiet: true });
  if (code === 0) found.push(`The tag v${version} is there already: choose the next version.`);
  return found;
}

async function tested() {
  const { code } = await run("npm", ["test"]);
  if (code !== 0) throw new Stop("The tests failed: nothing is released.");
}

/** Packs the package and the crate, and gives their folder. */
async function packed(version) {
  const folder = join(root, "target", `release-${version}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build();
  const tarball = await pack(folder);
  await must("cargo", ["package", "--locked", "--no-verify", "--quiet"], { quiet: true });
  return join(folder, tarball);
}

await main(async () => {
  const given = process.argv.slice(2);
  const version = given.find((word) => !word.startsWith("--"));
  if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) throw new Stop('Name the version: "npm run release -- 0.2.0".');
  const found = await obstacles(version);
  if (found.length > 0) throw new Stop(found.join("\n"));
  await tested();
  const tarball = await packed(version);
  const rust = (await must("rustc", ["--version"], { quiet: true })).trim();
  const isReal = given.includes("--tag");
  const tag = ["tag", "--annotate", `v${version}`, "--message", `matn ${version}, built with ${rust}`];
  if (isReal) await must("git", tag);
  console.log(
    [
      isReal ? `Tagged v${version}. To publish:` : `Ready, nothing was changed. With --tag the tag is made; then:`,
      `  git push origin v${version}`,
      `  npm publish ${tarball.slice(root.length + 1)}`,
      "  cargo publish --locked",
    ].join("\n"),
  );
});
