/** Parts of a call that are done when the worker is ready for it, and when only the way back is left. */
const READY = 0.1;
const DONE = 0.9;

/**
 * Answers `{ name, args }` with `{ value }`, or with `{ error }` and what a MatnError is made of; before that says
 * with `{ progress }` how far it is.
 *
 * @param {object} functions the package's
 * @param {{ name: string, args: unknown[] }} request
 * @param {(message: object) => void} post
 */
export async function answer(functions, { name, args }, post) {
  try {
    await functions.init();
    post({ progress: READY });
    const value = functions[name](...args);
    post({ progress: DONE });
    post({ value });
  } catch ({ code, message, blocks }) {
    post({ error: { code, message, blocks } });
  }
}
