/** JSON lines: a record in, a record out. */

import { isAscii, isUtf8, transcode } from "node:buffer";
import { extract } from "./core.js";
import { exactId, withId } from "./ids.js";
import { eachLine, joined } from "./lines.js";
import { refusal, told } from "./refusal.js";

/**
 * What the lines become: one line for each, and how many of these are errors.
 *
 * @param {{ bytes: Uint8Array, first: number, options: object }} lines `first` is the number of the first one
 * @returns {{ bytes: Uint8Array, failed: number }}
 */
export function answerLines({ bytes, first, options }) {
  const out = [];
  let failed = 0;
  for (const line of eachLine(bytes)) {
    const { answer, isError } = answerLine(line, first + out.length, options);
    if (isError) failed++;
    out.push(answer);
  }
  return { bytes: joined(out), failed };
}

/** One line's answer, `{ id, article }` or `{ id, error }`, as a line. */
function answerLine(line, number, options) {
  let id;
  try {
    const record = parsed(line, number, options.language);
    id = record.id;
    const article = extract(inputOf(record, number, options.language), optionsOf(record, options));
    return { answer: Buffer.from(`${withId(id, { article })}\n`), isError: false };
  } catch (error) {
    return { answer: refused(id, number, told(error, options.language)), isError: true };
  }
}

/** The answer for a line that gave no article; where no id is known, it names the line. */
export function refused(id, number, { code, message }) {
  const line = id === undefined ? { line: number } : {};
  return Buffer.from(`${withId(id, { ...line, error: { code, message } })}\n`);
}

/** The id of a line that brought down what read it. */
export function idOf(line, number) {
  try {
    return parsed(line, number).id;
  } catch {
    return undefined;
  }
}

function parsed(line, number, language) {
  const text = isUtf8(line) ? decoded(line) : "";
  const record = json(text);
  const id = exactId(record?.id, text);
  if (id === undefined) throw badLine(number, language);
  return { ...record, id };
}

/** A line's text. By way of UTF-16 Urdu takes Node a fifteenth of the time; of ASCII that would be twice the memory. */
function decoded(line) {
  if (isAscii(line)) return Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString("latin1");
  return transcode(line, "utf8", "utf16le").toString("utf16le");
}

function json(text) {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function inputOf({ input, base64 }, number, language) {
  const given = [input, base64].filter((value) => value !== undefined && value !== null);
  if (given.length !== 1 || typeof given[0] !== "string") throw badLine(number, language);
  if (given[0] === input) return input;
  // Some writers break base64 into lines.
  if (!/^[\w+/\s-]*(?:=\s*){0,2}$/.test(base64)) throw badLine(number, language);
  return Buffer.from(base64, "base64");
}

const optionsOf = ({ as, url }, options) => ({ ...options, as: as ?? options.as, url: url ?? options.url });

const badLine = (line, language) => refusal("bad-line", { line }, language);
