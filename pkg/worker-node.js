import { Worker } from "node:worker_threads";
import { Client } from "./lib/client.js";

export { MatnError } from "./lib/error.js";

/** Nothing is needed before the first call. */
export async function init() {}

/** The functions of matn as promises, in a worker thread. It keeps the process alive only while a call waits. */
export class MatnWorker extends Client {
  spawn(answered, failed) {
    // Without the process's own flags: some, as --input-type, forbid a thread that is a file.
    const worker = new Worker(new URL("./lib/thread-node.js", import.meta.url), { execArgv: [] });
    let stopped = false;
    const broke = (cause) => {
      if (!stopped) failed(cause);
    };
    worker.on("message", (message) => {
      if (message.progress === undefined) worker.unref();
      answered(message);
    });
    worker.on("error", broke);
    worker.on("exit", () => broke("The thread ended."));
    return {
      post(message) {
        worker.postMessage(message);
        worker.ref();
      },
      stop() {
        stopped = true;
        worker.terminate();
      },
    };
  }
}
