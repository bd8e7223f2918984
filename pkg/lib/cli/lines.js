/** A stream of bytes, cut at line ends: never more than one unfinished line is held. */

const NEWLINE = 10;

/**
 * Longest line, in bytes. An input of 50 MiB fits, also where JSON writes each letter as `\u06cc`; what is longer
 * holds no input that `extract` takes.
 */
export const LONGEST_LINE = 320 * 2 ** 20;

/**
 * Whole lines, as many at a time as the stream gives, in parts as they came; a line that is too long comes alone and
 * without its parts.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {number} [longest] in bytes
 * @returns {AsyncGenerator<{ parts?: Uint8Array[], size: number, count: number }>} the last line may lack its line end
 */
export async function* wholeLines(chunks, longest = LONGEST_LINE) {
  let held = [];
  let size = 0;
  let tooLong = false;
  for await (const chunk of chunks) {
    let start = 0;
    if (tooLong) {
      start = chunk.indexOf(NEWLINE) + 1;
      if (start === 0) continue;
      yield { size: 0, count: 1 };
      tooLong = false;
    }
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > start) {
      const whole = chunk.subarray(start, end);
      yield { parts: [...held, whole], size: size + whole.length, count: lineEnds(whole) };
      held = [];
      size = 0;
    }
    const rest = chunk.subarray(Math.max(start, end));
    if (rest.length > 0) held.push(rest);
    size += rest.length;
    if (size > longest) {
      tooLong = true;
      held = [];
      size = 0;
    }
  }
  if (tooLong) yield { size: 0, count: 1 };
  else if (size > 0) yield { parts: held, size, count: 1 };
}

/** The lines of whole lines, without their line ends. */
export function* eachLine(bytes) {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

function lineEnds(bytes) {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** One piece of many, with memory of its own, which can be handed to a thread. */
export function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
