/** The single file's engine: a page opened from disk may start no module Worker, so the work runs in the page. */

import * as matn from "matn/inline";
import type { Control, Engine } from "./engine";

/** Lets the page draw what it has to say before the work begins. */
async function turn(control?: Control): Promise<void> {
  control?.onProgress?.(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (control?.signal?.aborted)
    throw Object.assign(new Error("The call was cancelled by its signal."), { code: "cancelled" });
}

export const engine: Engine = {
  async extractAll(input, options, control) {
    await turn(control);
    return matn.extractAll(input, options);
  },
  sourceText: async (input, options) => matn.sourceText(input, options),
  restore: async (article, index) => matn.restore(article, index),
  remove: async (article, index) => matn.remove(article, index),
  render: async (article, format) => matn.render(article, format),
  sentences: async (text) => matn.sentences(text),
  words: async (text) => matn.words(text),
};
