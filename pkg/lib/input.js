/** What callers hand over, made ready for the core, which knows strings, bytes and plain options. */

const tag = (value) => Object.prototype.toString.call(value);

/**
 * The input and options of `extract` as the core takes them. A live Document or Element becomes its
 * markup, with its address as `url` unless the options give one.
 *
 * @returns {[input: unknown, options: object | undefined]}
 */
export function prepare(input, options) {
  const plain = withPlainNow(options);
  if (typeof input?.nodeType === "number") return markup(input, plain);
  if (ArrayBuffer.isView(input)) return [new Uint8Array(input.buffer, input.byteOffset, input.byteLength), plain];
  if (tag(input) === "[object ArrayBuffer]") return [new Uint8Array(input), plain];
  return [input, plain];
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
