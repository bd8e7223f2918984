/** Work that goes on at the same time, and whose results are taken in the order in which it was begun. */

export class OrderedQueue {
  #take;
  #most;
  #mostBytes;
  #count = 0;
  #bytes = 0;
  #last = Promise.resolve();
  #wake = () => {};

  /**
   * @param {(result: unknown) => Promise<void>} take called with one result after the other
   * @param {{ most: number, mostBytes: number }} limits how much may be under way at once
   */
  constructor(take, { most, mostBytes }) {
    this.#take = take;
    this.#most = most;
    this.#mostBytes = mostBytes;
  }

  /** Begins a piece of work of this many bytes, and waits until there is room for another. */
  async add(bytes, work) {
    this.#count++;
    this.#bytes += bytes;
    const result = work();
    this.#last = this.#last.then(async () => {
      await this.#take(await result);
      this.#count--;
      this.#bytes -= bytes;
      this.#wake();
    });
    // Whoever adds or ends is told of a failure; until then it is nobody's.
    this.#last.catch(() => {});
    while (this.#count >= this.#most || this.#bytes >= this.#mostBytes) {
      await Promise.race([this.#last, new Promise((resolve) => (this.#wake = resolve))]);
    }
  }

  /** Waits until every result has been taken. */
  async end() {
    await this.#last;
  }
}
