/** One block of the body as an element. */

import type { Block } from "matn";
import { type Child, h } from "../dom";
import { t } from "../i18n";
import { turned } from "./direction";
import { picture } from "./picture-frame";
import { runs } from "./runs";

export interface Look {
  /** Whether what was set right is marked. */
  edits: boolean;
  /** Whether pictures are shown. */
  pictures: boolean;
  /** What stands before the text: the dateline of the first paragraph. */
  lead?: Child;
}

/** The element of a block; `level` is the heading level that fits here. */
export function blockElement(block: Block, level: number, look: Look): HTMLElement {
  const text = () => [look.lead, runs(block.text, { marks: block.marks, edits: look.edits ? block.edits : [] })];
  switch (block.kind) {
    case "heading":
      return h(`h${Math.min(level, 6)}` as "h2", turned(block.text), text());
    case "quote":
      return h("blockquote", turned(block.text), h("p", {}, text()));
    case "list":
      return h(
        "ul",
        turned(block.text),
        look.lead,
        linesOf(block, block.items ?? [block.text], look).map((line, at) =>
          h("li", turned(block.items?.[at] ?? block.text), line),
        ),
      );
    case "table":
      return table(block.rows ?? [[block.text]]);
    case "verse":
      return h("div", { class: "verse" }, look.lead, couplets(block, look));
    case "image":
      return picture(block, look.pictures);
    case "preformatted":
      return h(
        "pre",
        { ...turned(block.text), tabindex: 0, role: "region", "aria-label": t("reader.preformatted") },
        look.lead,
        block.text,
      );
    default:
      return h("p", turned(block.text), text());
  }
}

/** The runs of each line of a block whose lines are joined by `\n` in its text. */
function linesOf(block: Block, lines: readonly string[], look: Look): Node[][] {
  let start = 0;
  const marks = cutter(block.marks);
  const edits = cutter(look.edits ? block.edits : []);
  return lines.map((line) => {
    const from = start;
    start += line.length + 1;
    return runs(line, { marks: marks(from, from + line.length), edits: edits(from, from + line.length) });
  });
}

/** Deals out marks or edits line by line, each counted from its line's start. */
function cutter<T extends { at: readonly [number, number] }>(
  all: readonly T[] = [],
): (start: number, end: number) => T[] {
  const sorted = [...all].sort((a, b) => a.at[0] - b.at[0]);
  let next = 0;
  return (start, end) => {
    const dealt: T[] = [];
    for (let one = sorted[next]; one && one.at[0] <= end; one = sorted[++next]) {
      if (one.at[0] >= start && one.at[1] <= end) dealt.push({ ...one, at: [one.at[0] - start, one.at[1] - start] });
    }
    return dealt;
  };
}

function table(rows: readonly (readonly string[])[]): HTMLElement {
  const body = rows.map((row) =>
    h(
      "tr",
      {},
      row.map((cell) => h("td", turned(cell), runs(cell))),
    ),
  );
  return h(
    "div",
    { class: "table", tabindex: 0, role: "region", "aria-label": t("reader.table") },
    h("table", {}, h("tbody", {}, body)),
  );
}

/** Lines two by two, as a ghazal is set; an odd last line stands alone. */
function couplets(block: Block, look: Look): HTMLElement[] {
  const verses = block.verses ?? block.text.split("\n");
  const lines = linesOf(block, verses, look).map((line) => h("p", { class: "misra" }, h("span", {}, line)));
  const pairs: HTMLElement[] = [];
  for (let at = 0; at < lines.length; at += 2) pairs.push(h("div", { class: "couplet" }, lines.slice(at, at + 2)));
  return pairs;
}
