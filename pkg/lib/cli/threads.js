/** The command line's threads. */

import { Worker } from "node:worker_threads";
import { module } from "./core.js";
import { Pool } from "./pool.js";

/** As many threads as are asked for, which share one compiled module. */
export function threads(jobs) {
  const file = new URL("./thread.js", import.meta.url);
  return new Pool(jobs, () => new Worker(file, { workerData: { module: module() }, execArgv: [] }));
}
