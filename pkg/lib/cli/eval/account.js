/** Nothing is lost: each character of the source lies in one span, and pieces hold what their spans say. */

import { letters } from "./letters.js";

/** Letters of a block that are looked for in its spans. */
const LOOKED_AT = 80;

/** How many faults the account of an input's articles has; 0 where it is whole. */
export function faults(input, source, articles, form) {
  const honest = isSourceOf(source, input, form) && articles.every((article) => piecesAreTheirSpans(source, article));
  return unaccounted(source, articles) + (honest ? 0 : 1);
}

/** Non-space characters in no span, any in two, and spans that are empty, out of range or cut a character. */
function unaccounted(source, articles) {
  const seen = new Uint8Array(source.length);
  let wrong = 0;
  for (const [start, end] of articles.flatMap(allSpans)) {
    const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= source.length;
    if (!whole || cutsPair(source, start) || cutsPair(source, end)) wrong++;
    else for (let at = start; at < end; at++) if (seen[at] < 2) seen[at]++;
  }
  for (let at = 0; at < source.length; at++) {
    if (seen[at] > 1 || (seen[at] === 0 && /\S/.test(source[at]))) wrong++;
  }
  return wrong;
}

function allSpans({ spans, blocks, related, removed }) {
  const pieces = [...blocks, ...related, ...removed];
  return [...Object.values(spans).flat(), ...pieces.flatMap((piece) => piece.spans)];
}

const cutsPair = (text, at) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(at - 1, 0), at + 1));

/** Of text the source is the input; of a page it has at least nine of ten letters that stand outside of tags. */
function isSourceOf(source, input, form) {
  if (typeof input !== "string") return true;
  if (form === "text") return source === wellFormed(input);
  return letters(source).length >= 0.9 * letters(withoutTags(input)).length;
}

const wellFormed = (text) => Buffer.from(text, "utf8").toString("utf8");

function withoutTags(page) {
  return page
    .replace(/^[\s\S]*?<body[^>]*>/i, "")
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&[#\w]+;/g, " ");
}

function piecesAreTheirSpans(source, { removed, blocks }) {
  const held = ({ spans }) => letters(spans.map(([start, end]) => source.slice(start, end)).join(" "));
  return (
    removed.every((piece) => held(piece) === letters(piece.text)) &&
    blocks.every((block) => block.kind === "image" || standsIn(letters(block.text).slice(0, LOOKED_AT), held(block)))
  );
}

/** Whether the letters come in this order; bullets and numbers may stand between them. */
function standsIn(small, large) {
  let at = 0;
  for (const letter of large) if (letter === small[at]) at++;
  return at >= small.length;
}
