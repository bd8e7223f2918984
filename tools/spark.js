/** `npm run test:spark`: the Spark job of examples/spark/ on a small cluster of this machine. */

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { packAndInstall } from "./pack.js";
import { root, run, Stop } from "./run.js";
import { setup } from "./setup.js";
import { close, count, part, sum } from "./tally.js";

const requirements = join(root, "examples/spark/requirements.txt");
const environment = join(root, "target/spark");
const python = join(environment, "bin/python");

/** Whether a program can be started and is content. */
const works = async (command, ...args) => (await run(command, args, { quiet: true })).code === 0;

/** Installs Debian packages where this is possible. */
async function install(...packages) {
  if (process.getuid?.() !== 0) return;
  console.error(`setup: apt-get install ${packages.join(" ")}`);
  await run("apt-get", ["update"], { quiet: true });
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { quiet: true });
}

async function java() {
  if (await works("java", "-version")) return;
  await install("openjdk-17-jre-headless");
  if (await works("java", "-version")) return;
  throw new Stop(
    "Java is missing: install a runtime of version 17 or 21 (Debian: apt-get install openjdk-17-jre-headless) and run this again.",
  );
}

/** A Python of its own with what requirements.txt pins, unless it is there already. */
async function pyspark() {
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const mark = join(environment, ".matn-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  console.error("setup: pip install -r examples/spark/requirements.txt");
  rmSync(environment, { recursive: true, force: true });
  const make = () => works("python3", "-m", "venv", environment);
  if (!(await make())) {
    await install("python3", "python3-venv");
    if (!(await make())) {
      throw new Stop(
        "Python 3 with venv is missing: install it (Debian: apt-get install python3-venv) and run this again.",
      );
    }
  }
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements];
  const { code, output } = await run(python, pip, { quiet: true });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Stop("PySpark could not be installed: check the network and run this again.");
  }
  writeFileSync(mark, wanted);
}

await part("Spark", async () => {
  await setup();
  await java();
  await pyspark();
  await build();
  const folder = mkdtempSync(join(tmpdir(), "matn-spark-"));
  try {
    await packAndInstall(folder);
    const cli = join(folder, "node_modules/matn/pkg/cli.js");
    // Executors work where they were started: their logs and scratch files go with the folder.
    const env = { MATN_CLI: cli, PYTHONDONTWRITEBYTECODE: "1", SPARK_WORKER_DIR: join(folder, "work") };
    const local = { ...env, SPARK_LOCAL_IP: "127.0.0.1", SPARK_LOCAL_DIRS: join(folder, "scratch") };
    const { code, output } = await run(python, [join(root, "tests/spark/test_spark.py")], { cwd: folder, env: local });
    const ran = sum(output, /^Ran (\d+) tests? in/gm);
    const failed = sum(output, /(?:failures|errors|skipped)=(\d+)/g);
    count("Spark", { passed: ran - failed, failed, code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
close();
