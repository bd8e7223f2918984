/** Threads that take tasks, one each at a time; no more of them are started than tasks wait. */

export class Pool {
  #start;
  #size;
  #idle = [];
  #threads = new Set();
  #waiting = [];

  /**
   * @param {number} size most threads
   * @param {() => import("node:worker_threads").Worker} start makes one
   */
  constructor(size, start) {
    this.#size = size;
    this.#start = start;
  }

  /**
   * Hands a task to a thread as soon as one is free.
   *
   * @param {() => object} task makes what goes to the thread; `bytes` go there and are no more here
   * @returns {Promise<object>} what the thread answers; rejected where it breaks down over the task
   */
  run(task) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads; what is under way is never answered. */
  async close() {
    this.#waiting = [];
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #next() {
    if (this.#waiting.length === 0) return;
    const thread = this.#idle.pop() ?? (this.#threads.size < this.#size ? this.#begin() : undefined);
    if (!thread) return;
    thread.request = this.#waiting.shift();
    try {
      const task = thread.request.task();
      thread.worker.postMessage(task, task.bytes ? [task.bytes.buffer] : []);
    } catch (cause) {
      this.#free(thread).reject(cause);
    }
  }

  /** A thread waits again; what it had been asked for. */
  #free(thread) {
    const { request } = thread;
    thread.request = undefined;
    this.#idle.push(thread);
    return request;
  }

  #begin() {
    const thread = { worker: this.#start(), request: undefined };
    this.#threads.add(thread);
    thread.worker.on("message", (answer) => {
      this.#free(thread).resolve(answer);
      this.#next();
    });
    const broke = (cause) => {
      if (!this.#threads.delete(thread)) return;
      this.#idle = this.#idle.filter((other) => other !== thread);
      thread.request?.reject(cause);
      this.#next();
    };
    thread.worker.on("error", broke);
    thread.worker.on("exit", () => broke(new Error("The thread ended.")));
    return thread;
  }
}
