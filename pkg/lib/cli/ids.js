/** The id of a record, which must come back as it was given: JavaScript cannot hold each number that JSON can. */

/** A number as its digits stand in the record. */
export class Digits {
  constructor(digits) {
    this.digits = digits;
  }
}

/**
 * The id of a record as it can be written again; undefined where there is none.
 *
 * @param {unknown} id as `JSON.parse` gives it
 * @param {string} json the record
 * @returns {string | number | Digits | undefined}
 */
export function exactId(id, json) {
  if (typeof id === "string") return id;
  if (typeof id !== "number") return undefined;
  return Number.isInteger(id) && Number.isSafeInteger(id) ? id : new Digits(digitsOfId(json));
}

/** An object that begins with an id, as JSON. */
export function withId(id, rest) {
  const tail = JSON.stringify(rest).slice(1);
  return `{"id":${id instanceof Digits ? id.digits : JSON.stringify(id ?? null)},${tail}`;
}

/** The number after the record's last key "id"; keys of what is nested in it do not count. */
function digitsOfId(json) {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  let depth = 0;
  let digits;
  for (let match = token.exec(json); match; match = token.exec(json)) {
    const [text] = match;
    if (text === "{" || text === "[") depth++;
    else if (text === "}" || text === "]") depth--;
    else if (depth === 1 && text.startsWith('"')) {
      const value = /\s*:\s*(-?\d[\d.eE+-]*)/y;
      value.lastIndex = token.lastIndex;
      const number = value.exec(json);
      if (number && JSON.parse(text) === "id") digits = number[1];
    }
  }
  return digits;
}
