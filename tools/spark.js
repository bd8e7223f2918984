/** `npm run test:spark`: the Spark job of examples/spark/ on a small cluster of this machine. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { packAndInstall } from "./pack.js";
import { python } from "./python.js";
import { root, run, Stop } from "./run.js";
import { debian, setup, works } from "./setup.js";
import { close, count, part, sum } from "./tally.js";

async function java() {
  if (await works("java", "-version")) return;
  await debian("openjdk-17-jre-headless");
  if (await works("java", "-version")) return;
  throw new Stop(
    "Java is missing: install a runtime of version 17 or 21 (Debian: apt-get install openjdk-17-jre-headless) and run this again.",
  );
}

await part("Spark", async () => {
  await setup();
  await java();
  const program = await python("spark", "examples/spark/requirements.txt");
  await build();
  const folder = mkdtempSync(join(tmpdir(), "matn-spark-"));
  try {
    await packAndInstall(folder);
    const cli = join(folder, "node_modules/matn/pkg/cli.js");
    // Executors work where they were started: their logs and scratch files go with the folder.
    const env = { MATN_CLI: cli, PYTHONDONTWRITEBYTECODE: "1", SPARK_WORKER_DIR: join(folder, "work") };
    const local = { ...env, SPARK_LOCAL_IP: "127.0.0.1", SPARK_LOCAL_DIRS: join(folder, "scratch") };
    const { code, output } = await run(program, [join(root, "tests/spark/test_spark.py")], { cwd: folder, env: local });
    const ran = sum(output, /^Ran (\d+) tests? in/gm);
    const failed = sum(output, /(?:failures|errors|skipped)=(\d+)/g);
    count("Spark", { passed: ran - failed, failed, code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
close();
