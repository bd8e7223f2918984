/** The text of a fragment of HTML, each block on a line of its own, so that no two words are glued together. */

import { parseHTML } from "linkedom";

const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const silent = new Set(["script", "style", "template", "noscript"]);

export function textOf(html) {
  const out = [];
  collect(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body, out);
  return out
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

function collect(node, out) {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) out.push(child.data.replace(/\s+/g, " "));
    if (child.nodeType !== 1) continue;
    const name = child.localName.toLowerCase();
    if (silent.has(name)) continue;
    const border = inline.has(name) ? "" : "\n";
    out.push(border);
    collect(child, out);
    out.push(border);
  }
}
