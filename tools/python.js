/** Python with packages of its own, in a folder below target/. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, Stop } from "./run.js";
import { debian, works } from "./setup.js";

/**
 * The path of a Python that has what the requirements pin, made unless it is there already.
 *
 * @param {string} folder below target/
 * @param {string} requirements a file of pip
 * @param {string[]} alone packages that are wanted without those they ask for
 */
export async function python(folder, requirements, alone = []) {
  const environment = join(root, "target", folder);
  const program = join(environment, "bin/python");
  const pinned = readFileSync(join(root, requirements));
  const wanted = createHash("sha256").update(pinned).update(alone.join(" ")).digest("hex");
  const mark = join(environment, ".matn-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return program;
  console.error(`setup: pip install -r ${requirements}`);
  rmSync(environment, { recursive: true, force: true });
  const make = () => works("python3", "-m", "venv", environment);
  if (!(await make())) {
    await debian("python3", "python3-venv");
    if (!(await make())) {
      throw new Stop(
        "Python 3 with venv is missing: install it (Debian: apt-get install python3-venv) and run this again.",
      );
    }
  }
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const installs = [["--requirement", join(root, requirements)]];
  if (alone.length > 0) installs.push(["--no-deps", ...alone]);
  for (const packages of installs) {
    const { code, output } = await run(program, [...pip, ...packages], { quiet: true });
    if (code === 0) continue;
    process.stderr.write(output);
    throw new Stop(`The packages of ${requirements} could not be installed: check the network and run this again.`);
  }
  writeFileSync(mark, wanted);
  return program;
}
