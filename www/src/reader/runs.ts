/** A block's text as nodes: links and emphasis, what was set right, and Latin runs isolated. */

import type { Edit, Mark } from "matn";
import { type Child, h } from "../dom";
import { counted, t } from "../i18n";
import { latinIn } from "./latin";

interface Parts {
  marks?: readonly Mark[] | undefined;
  edits?: readonly Edit[] | undefined;
}

/** The nodes of a text; offsets of marks and edits are into it. One sweep from start to end. */
export function runs(text: string, { marks = [], edits = [] }: Parts = {}): Node[] {
  const cuts = new Set([0, text.length]);
  for (const { at } of [...marks, ...edits]) for (const place of at) cuts.add(Math.min(place, text.length));
  const places = [...cuts].sort((a, b) => a - b);
  const coming = [...marks].sort((a, b) => a.at[0] - b.at[0]);
  const changed = [...edits].sort((a, b) => a.at[0] - b.at[0]);
  const nodes: Node[] = [];
  let open: Mark[] = [];
  let mark = 0;
  let edit = 0;
  for (const [index, start] of places.entries()) {
    while ((changed[edit]?.at[1] ?? Infinity) <= start) {
      const past = changed[edit++];
      if (past && past.at[0] === past.at[1]) nodes.push(gone(past));
    }
    open = open.filter(({ at }) => at[1] > start);
    while ((coming[mark]?.at[0] ?? Infinity) <= start) open.push(coming[mark++] as Mark);
    const end = places[index + 1];
    if (end === undefined) continue;
    const here = changed[edit];
    nodes.push(wrapped(text.slice(start, end), open, here && here.at[0] <= start ? here : undefined));
  }
  return nodes;
}

function wrapped(text: string, marks: readonly Mark[], edit: Edit | undefined): Node {
  let node: Node = isolated(text);
  if (edit) node = h("ins", { class: "edit", ...saying(edit) }, node);
  for (const { kind, href } of marks) {
    if (kind === "strong") node = h("strong", {}, node);
    else if (kind === "emphasis") node = h("em", {}, node);
    else if (href && isSafe(href)) node = h("a", { href, target: "_blank", rel: "noopener noreferrer" }, node);
  }
  return node;
}

/** Only addresses that lead to a page or a letter: pasted markup may name others. */
export const isSafe = (href: string): boolean =>
  URL.canParse(href) && /^(?:https?|mailto):$/.test(new URL(href).protocol);

/** Where something was taken out and nothing stands now. */
const gone = (edit: Edit): Node => h("ins", { class: "edit edit-gone", ...saying(edit) });

/** What stood there before is said where the reader points, tabs to or taps (was.ts). */
const saying = (edit: Edit) => ({ "data-kind": edit.kind, "aria-description": wasOf(edit), tabindex: 0 });

const wasOf = ({ kind, was }: Edit): string => t("edit.was", { kind: t(`kind.${kind}`), was: visible(was) });

/** Spaces by their number, other characters without a shape by their code points. */
function visible(was: string): string {
  if (was === "") return t("edit.nothing");
  if (/^ +$/.test(was)) return counted("edit.spaces", was.length);
  return /^[\s\p{Cf}\p{Cc}]*$/u.test(was) ? t("edit.unseen", { codes: [...was].map(codePoint).join(" ") }) : `«${was}»`;
}

const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function isolated(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const [start, end] of latinIn(text)) {
    fragment.append(text.slice(from, start), h("bdi", { dir: "ltr", lang: "en" }, unbroken(text.slice(start, end))));
    from = end;
  }
  fragment.append(text.slice(from));
  return fragment;
}

/** Words with a hyphen stay in one line, such as "COVID-19"; longer ones may break as ever. */
const unbroken = (text: string): Child[] =>
  text
    .split(/( )/)
    .map((word) => (word.includes("-") && word.length <= 20 ? h("span", { class: "unbroken" }, word) : word));
