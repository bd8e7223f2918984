import { Client } from "./lib/client.js";

export { MatnError } from "./lib/error.js";

/** Nothing is needed before the first call. */
export async function init() {}

/** The functions of matn as promises, in a Worker of the browser. */
export class MatnWorker extends Client {
  spawn(answered, failed) {
    const at = new URL("./worker-thread.js", import.meta.url);
    const trusted = trust(at.href);
    const worker = new Worker(trusted ? trusted.createScriptURL("") : at, { type: "module" });
    worker.onmessage = ({ data }) => answered(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      failed(event.message);
    };
    worker.onmessageerror = () => failed("The answer could not be read.");
    return { post: (message) => worker.postMessage(message), stop: () => worker.terminate() };
  }
}

let policy;

/** A page with Trusted Types takes the address of a script only from a policy, and a policy is made once. */
function trust(href) {
  policy ??= globalThis.trustedTypes?.createPolicy("matn", { createScriptURL: () => href });
  return policy;
}
