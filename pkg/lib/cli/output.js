/** Where results go: one write after the other, so that a stop falls between whole lines. */

import { write } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const writeSome = promisify(write);

/** How long a full pipe that does not block is left alone, in milliseconds. */
const PAUSE = 5;

export class Output {
  #fd;
  #onClosed;
  #writing = Promise.resolve();
  #stopped = false;

  /**
   * @param {number} fd an open file, pipe or terminal
   * @param {() => void} onClosed called when whoever read the output has gone
   */
  constructor(fd, onClosed) {
    this.#fd = fd;
    this.#onClosed = onClosed;
  }

  /** Writes all of it before the next; after a stop, nothing. */
  write(bytes) {
    this.#writing = this.#writing.then(() => (this.#stopped ? undefined : this.#all(bytes)));
    return this.#writing;
  }

  /** Lets what is being written come to its end, and writes nothing more. */
  stop() {
    this.#stopped = true;
    return this.#writing;
  }

  async #all(bytes) {
    for (let at = 0; at < bytes.length; ) {
      try {
        const { bytesWritten } = await writeSome(this.#fd, bytes, at);
        at += bytesWritten;
      } catch (error) {
        if (error.code === "EPIPE") return this.#onClosed();
        if (error.code !== "EAGAIN") throw error;
        await wait(PAUSE);
      }
    }
  }
}
