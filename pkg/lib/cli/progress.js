/** How far a long run is, in the last line of a terminal. */

const SECOND = 1000;
/** A run that is over before this shows nothing, in milliseconds. */
const PATIENCE = 500;
const BETWEEN = 100;
const BAR = 20;
const CLEAR = "\r\x1b[K";

export class Progress {
  #terminal;
  #unit;
  #work;
  #done = 0;
  #failed = 0;
  #bytes = 0;
  #began = performance.now();
  #shown = 0;

  /**
   * @param {{ isTTY?: boolean, columns?: number, write(text: string): unknown } | undefined} terminal shows nothing
   *   where it is none
   * @param {{ unit: string, hidden?: boolean, total?: number, totalBytes?: number }} work the totals as far as they are known
   */
  constructor(terminal, { unit, hidden = false, ...work }) {
    this.#terminal = terminal?.isTTY && !hidden ? terminal : undefined;
    this.#unit = unit;
    this.#work = work;
  }

  /** Counts what has been done since the last time, and shows it now and then. */
  advance({ done, failed, bytes = 0 }) {
    this.#done += done;
    this.#failed += failed;
    this.#bytes += bytes;
    const now = performance.now();
    if (!this.#terminal || now - this.#began < PATIENCE || now - this.#shown < BETWEEN) return;
    this.#shown = now;
    const columns = this.#terminal.columns || 80;
    this.#terminal.write(CLEAR + this.#line(now - this.#began).slice(0, columns - 1));
  }

  /** Takes the line away, for a message or for good. */
  clear() {
    if (this.#shown > 0) this.#terminal?.write(CLEAR);
  }

  #line(elapsed) {
    const count = this.#done + this.#failed;
    const part = this.#part(count);
    const said = [
      ...(part === undefined ? [] : [bar(part)]),
      `${count.toLocaleString("en")} ${this.#unit}`,
      `${Math.round((count * SECOND) / elapsed)}/s`,
      ...(this.#failed > 0 ? [`${this.#failed.toLocaleString("en")} failed`] : []),
      ...(part > 0 ? [`${clock((elapsed / part - elapsed) / SECOND)} left`] : []),
    ];
    return said.join("  ");
  }

  /** The part that is done, 0 to 1, where the whole is known. */
  #part(count) {
    const { total, totalBytes } = this.#work;
    const part = totalBytes === undefined ? count / total : this.#bytes / totalBytes;
    return part >= 0 ? Math.min(part, 1) : undefined;
  }
}

function bar(part) {
  const full = Math.round(part * BAR);
  return `[${"#".repeat(full)}${"-".repeat(BAR - full)}] ${Math.floor(part * 100)}%`;
}

function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
