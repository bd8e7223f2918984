/** Why a call gave no result: `code` to act on, `message` to read. */
export class MatnError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ blocks?: object[], cause?: unknown }} [more]
   */
  constructor(code, message, { blocks, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "MatnError";
    this.code = code;
    if (blocks) this.blocks = blocks;
  }
}
