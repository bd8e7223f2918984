/** What callers hand over, made ready for the core, which knows strings, bytes and plain options. */

import { MatnError } from "./error.js";
import { messages } from "./messages.js";

const tag = (value) => Object.prototype.toString.call(value);

/** The contract's default of `maxInputBytes`. */
const LARGEST = 50 * 2 ** 20;

/**
 * The input and options of `extract` as the core takes them. A live Document or Element becomes its
 * markup, with its address as `url` unless the options give one. What is too large is refused before the core
 * copies it.
 *
 * @returns {[input: unknown, options: object | undefined]}
 */
export function prepare(input, options) {
  const plain = withPlainNow(options);
  const [given, settings] = typeof input?.nodeType === "number" ? markup(input, plain) : [bytesOf(input), plain];
  refuseTooLarge(given, settings);
  return [given, settings];
}

/** Any view of bytes as the kind that the core knows. */
function bytesOf(input) {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  return tag(input) === "[object ArrayBuffer]" ? new Uint8Array(input) : input;
}

function refuseTooLarge(input, options) {
  const { maxInputBytes: limit = LARGEST, language } = options ?? {};
  // What is no limit at all is for the core to refuse.
  if (!Number.isInteger(limit) || limit < 0) return;
  const size = typeof input === "string" ? sizeOf(input, limit) : input?.byteLength;
  if (!(size > limit)) return;
  const text = messages["too-large"][language === "ur" ? "ur" : "en"];
  throw new MatnError("too-large", text.replace("{size}", size).replace("{limit}", limit));
}

/** Bytes of a string as UTF-8; where its length alone decides, its letters are not looked at. */
function sizeOf(text, limit) {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  let size = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Two units of a pair are four bytes together; one that is alone becomes U+FFFD, three.
    size += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000 && isPaired(text, at, unit)) ? 1 : 2;
  }
  return size;
}

function isPaired(text, at, unit) {
  const other = text.charCodeAt(unit < 0xdc00 ? at + 1 : at - 1);
  return unit < 0xdc00 ? other >= 0xdc00 && other < 0xe000 : other >= 0xd800 && other < 0xdc00;
}

/** The options with a `Date` in `now` written out, in the zone of this machine. */
export function withPlainNow(options) {
  return tag(options?.now) === "[object Date]" ? { ...options, now: local(options.now) } : options;
}

function markup(node, options) {
  const root = node.documentElement ?? node;
  const page = node.ownerDocument ?? node;
  const url = /^https?:/.test(page.URL) ? { url: page.URL } : {};
  // Text nodes, comments and fragments have none, and are refused as what they are.
  if (typeof root.outerHTML !== "string") return [node, options];
  return [baseOf(root, page) + root.outerHTML, { as: "html", ...url, ...options }];
}

/** The base that a whole page has in its own head, and that a part of one would be without. */
function baseOf(root, page) {
  if (root === page.documentElement || root.baseURI === page.URL) return "";
  return `<base href="${root.baseURI.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`;
}

/** ISO 8601 with offset: "two hours ago" and "today" are meant on the reader's own clock. */
function local(date) {
  const minutes = -date.getTimezoneOffset();
  if (Number.isNaN(minutes)) return "an invalid Date";
  const two = (n) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
  const shifted = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${shifted}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
