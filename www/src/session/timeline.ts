/** Undo and redo over everything that the reader does. */

import type { Key } from "../i18n";

export interface Step {
  /** What was done, as it is told to the reader. */
  name: Key;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
  /** Steps of the same name in a row are one: a slider that is dragged is undone at once. */
  merge?: string;
  /** The window in which it was done. */
  place?: string | undefined;
}

export class Timeline {
  #done: Step[] = [];
  #undone: Step[] = [];
  #changed: () => void;
  #place: () => string | undefined;

  /**
   * @param changed called whenever what can be undone or redone is another
   * @param place names the window that is open
   */
  constructor(changed: () => void, place: () => string | undefined) {
    this.#changed = changed;
    this.#place = place;
  }

  /** Whether the next step back, or forward, is out of sight: an open window hides what was not done in it. */
  isHidden(forward: boolean): boolean {
    const place = this.#place();
    return place !== undefined && (forward ? this.#undone : this.#done).at(-1)?.place !== place;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Notes a step that has just been done. */
  push(done: Step): void {
    const step = { ...done, place: this.#place() };
    const last = this.#done.at(-1);
    if (step.merge !== undefined && last?.merge === step.merge)
      this.#done[this.#done.length - 1] = { ...step, undo: last.undo };
    else this.#done.push(step);
    this.#undone = [];
    this.#changed();
  }

  async undo(): Promise<Step | undefined> {
    const step = this.#done.pop();
    if (!step) return undefined;
    this.#undone.push(step);
    await step.undo();
    this.#changed();
    return step;
  }

  async redo(): Promise<Step | undefined> {
    const step = this.#undone.pop();
    if (!step) return undefined;
    this.#done.push(step);
    await step.redo();
    this.#changed();
    return step;
  }
}
