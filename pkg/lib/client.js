/** The asking side of a worker: requests wait in line, one at a time is with the worker. */

import { MatnError } from "./error.js";
import { prepare, withPlainNow } from "./input.js";

/**
 * Each platform says in `spawn` how its worker starts.
 *
 * @typedef {{ post(message: object): void, stop(): void }} Port
 */
export class Client {
  #waiting = [];
  #running;
  #port;
  #closed = false;

  /**
   * Starts a worker.
   *
   * @abstract
   * @param {(answer: object) => void} _answered called with each message of the worker: an answer, or `{ progress }`
   * @param {(cause: unknown) => void} _failed called when the worker breaks
   * @returns {Port}
   */
  spawn(_answered, _failed) {
    throw new Error("spawn is left to the platform");
  }

  extract(input, ...rest) {
    return this.#read("extract", input, rest);
  }

  extractAll(input, ...rest) {
    return this.#read("extractAll", input, rest);
  }

  sourceText(input, ...rest) {
    return this.#read("sourceText", input, rest);
  }

  restore(...args) {
    return this.#ask("restore", args);
  }

  remove(...args) {
    return this.#ask("remove", args);
  }

  render(...args) {
    return this.#ask("render", args);
  }

  normalize(...args) {
    return this.#ask("normalize", args);
  }

  sentences(...args) {
    return this.#ask("sentences", args);
  }

  words(...args) {
    return this.#ask("words", args);
  }

  parseDate(text, ...rest) {
    return this.#ask("parseDate", [text, ...rest.map(withPlainNow)]);
  }

  parseDateline(...args) {
    return this.#ask("parseDateline", args);
  }

  /** Ends the worker; what still waits is cancelled. */
  close() {
    this.#closed = true;
    this.#stop();
    const left = [this.#running, ...this.#waiting].filter(Boolean);
    this.#running = undefined;
    this.#waiting = [];
    for (const request of left) request.settle({ error: { code: "cancelled", message: "The worker was closed." } });
  }

  /** A live Document or Element cannot travel: its markup does. */
  #read(name, input, rest) {
    const control = takeControl(rest);
    try {
      return this.#ask(name, [...prepare(input, rest[0]), control]);
    } catch (refusal) {
      return Promise.reject(refusal);
    }
  }

  #ask(name, args) {
    const { signal, onProgress } = takeControl(args);
    if (this.#closed)
      return Promise.reject(new MatnError("not-ready", "This worker is closed; make a new MatnWorker."));
    return new Promise((resolve, reject) => {
      const cancel = () => this.#cancel(request);
      let thrown;
      const request = {
        message: { name, args },
        report: (part) => {
          try {
            onProgress?.(part);
          } catch (cause) {
            thrown ??= { cause };
          }
        },
        settle: ({ value, error }) => {
          signal?.removeEventListener("abort", cancel);
          // What the caller's own function throws is the call's failure, and no other call's.
          if (thrown) reject(thrown.cause);
          else if (error) reject(new MatnError(error.code, error.message, error));
          else resolve(value);
        },
      };
      if (signal?.aborted) return request.settle(cancelled);
      signal?.addEventListener("abort", cancel);
      this.#waiting.push(request);
      this.#next();
    });
  }

  #next() {
    if (this.#running || this.#waiting.length === 0) return;
    const request = this.#waiting.shift();
    this.#running = request;
    request.report(0);
    try {
      this.#port ??= this.spawn(
        (message) => this.#hear(message),
        (cause) => this.#fail(cause),
      );
      this.#port.post(request.message);
    } catch (cause) {
      const message = `The arguments cannot be sent to the worker: ${cause?.message ?? cause}`;
      this.#finish({ error: { code: "bad-option", message, cause } });
    }
  }

  #hear(message) {
    if (message.progress === undefined) this.#finish(message);
    else this.#running?.report(message.progress);
  }

  #finish(answer) {
    const request = this.#running;
    this.#running = undefined;
    if (!answer.error) request?.report(1);
    request?.settle(answer);
    this.#next();
  }

  #fail(cause) {
    this.#stop();
    this.#finish({
      error: { code: "internal", message: "The worker broke off; the next call starts a new one.", cause },
    });
  }

  /** A call that runs cannot be interrupted, so its worker is ended; the next request starts another. */
  #cancel(request) {
    if (request !== this.#running) {
      this.#waiting = this.#waiting.filter((other) => other !== request);
      request.settle(cancelled);
      return;
    }
    this.#stop();
    this.#finish(cancelled);
  }

  #stop() {
    this.#port?.stop();
    this.#port = undefined;
  }
}

const cancelled = { error: { code: "cancelled", message: "The call was cancelled by its signal." } };

/** Takes `{ signal, onProgress }` off the end of the arguments, where it stands. */
function takeControl(args) {
  const last = args.at(-1);
  const is = typeof last === "object" && last !== null && ("signal" in last || "onProgress" in last);
  return is ? args.pop() : {};
}
