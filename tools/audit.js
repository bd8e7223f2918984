/**
 * `npm run audit`: licences, sources, duplicates and known vulnerabilities of what matn depends on, by cargo-deny and by
 * `npm audit`. Both ask the network for the list of vulnerabilities. What could not be checked is said, and counts as failed.
 */

import { main, root, run, Stop } from "./run.js";
import { works } from "./setup.js";

const lockfiles = [".", "tests/targets", "benches/peers"];

/** What is wrong with the crates, in sentences. */
async function crates() {
  if (!(await works("cargo", "deny", "--version"))) {
    throw new Stop('cargo-deny is missing: run "cargo install cargo-deny --locked" (five minutes) and run this again.');
  }
  const found = [];
  for (const check of ["licenses", "bans", "sources"]) {
    console.log(`# crates: ${check}`);
    const { code } = await run("cargo", ["deny", "--locked", "check", check]);
    if (code !== 0) found.push(`The ${check} of crates are not as deny.toml wants them.`);
  }
  console.log("# crates: known vulnerabilities");
  const { code, output } = await run("cargo", ["deny", "--locked", "check", "advisories"]);
  if (code !== 0) {
    const isUnreachable = /failed to fetch advisory database/.test(output);
    const unreachable = "Crates were not checked for vulnerabilities: RustSec's list could not be fetched.";
    found.push(isUnreachable ? unreachable : "A crate has a known vulnerability, or was withdrawn.");
  }
  return found;
}

/** The same of the packages in a lockfile: the list is asked for those names and versions. */
async function packages(folder) {
  console.log(`# packages of ${folder}/package-lock.json`);
  const { code, stdout } = await run("npm", ["audit", "--json", "--package-lock-only"], {
    cwd: `${root}/${folder}`,
    quiet: true,
  });
  const report = JSON.parse(stdout || "{}");
  const where = `${folder}/package-lock.json`;
  if (report.metadata === undefined) {
    return [`${where} was not checked for vulnerabilities: the registry did not give its list.`];
  }
  const names = Object.keys(report.vulnerabilities);
  return code === 0 ? [] : [`${where} has packages with known vulnerabilities: ${names.join(", ")}.`];
}

await main(async () => {
  const found = await crates();
  for (const folder of lockfiles) found.push(...(await packages(folder)));
  if (found.length > 0) throw new Stop(`\n${found.join("\n")}`);
  console.log("\nNothing was found.");
});
