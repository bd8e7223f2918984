/** The command line's threads. */

import { Worker } from "node:worker_threads";
import { module } from "./core.js";
import { Pool } from "./pool.js";

/** Room for new objects, in megabytes: left alone it grows for minutes, and memory would seem to leak. */
const YOUNG = 12;

/** As many threads as are asked for, which share one compiled module. */
export function threads(jobs) {
  const file = new URL("./thread.js", import.meta.url);
  const settings = { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG } };
  return new Pool(jobs, () => new Worker(file, { ...settings, workerData: { module: module() } }));
}
