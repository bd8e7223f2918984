/** The article as a page to read. */

import type { Article, Block } from "matn";
import { type Child, h } from "../dom";
import { counted, dateOf, direction, listed, t } from "../i18n";
import { icon } from "../icons";
import { pieceList } from "../review/piece";
import { remove } from "../session/actions";
import { state, update } from "../session/state";
import { blockElement } from "./block";
import { leadOf } from "./dateline";
import { turned } from "./direction";
import { excerpt } from "./excerpt";
import { type Gap, gapsOf, placeOf, startOf } from "./gaps";
import { runs } from "./runs";

/** The whole page of an article: head, body with its margin marks, foot. */
export function articlePage(article: Article): HTMLElement {
  return h(
    "article",
    {
      class: "page",
      lang: article.lang,
      dir: article.dir,
      id: "article",
      tabindex: -1,
      "data-keep": "article",
      "data-heir": true,
      "aria-label": article.title ?? t("reader.untitled"),
    },
    head(article),
    body(article),
  );
}

function head(article: Article): HTMLElement {
  const { title, subtitle, warnings } = article;
  return h(
    "header",
    { class: "head" },
    title !== null && h("h1", turned(title), runs(title)),
    title === null && h("h1", { class: "unseen" }, t("reader.untitled")),
    subtitle && h("p", { class: "standfirst", ...turned(subtitle) }, runs(subtitle)),
    h("p", { class: "meta", lang: state.settings.language, dir: direction() }, metaOf(article)),
    warnings.map(({ text }) => h("p", { class: "warning", lang: state.settings.language, dir: direction() }, text)),
  );
}

function metaOf({ lang, dir, byline, published, modified, siteName, stats }: Article): Child {
  const time = (iso: string, text: string) => h("time", { datetime: iso }, text);
  const parts = [
    // Isolated: names may run against the line around them.
    byline.length > 0 && h("bdi", { class: "byline", lang, dir }, listed(byline)),
    published && time(published, dateOf(published)),
    modified && time(modified, t("meta.modified", { date: dateOf(modified) })),
    siteName && h("bdi", {}, siteName),
    h("span", {}, counted("meta.minutes", Math.max(1, stats.readingMinutes))),
    h("span", {}, counted("meta.words", stats.words)),
  ];
  return parts.filter(Boolean).map((part, at) => [at > 0 && t("join.dot"), part]);
}

function body(article: Article): HTMLElement {
  const gaps = gapsOf(article);
  const dateline = leadOf(article);
  const leading = dateline && h("span", { class: "dateline" }, runs(dateline.text));
  let level = 1;
  const rows = article.blocks.map((block, at) => {
    if (block.kind === "heading") level = Math.min(level + 1, Math.max(2, block.level ?? 2));
    const lead = at === dateline?.at ? [leading, dateline.gap] : null;
    const element = blockElement(block, level, { edits: state.edits, pictures: state.settings.pictures, lead });
    element.classList.add("text");
    return [
      gapElement(gaps[at]),
      h(
        "div",
        {
          class: `block block-${block.kind}`,
          "data-at": at,
          "data-start": block.spans[0]?.[0],
          tabindex: -1,
          onclick: pick,
        },
        element,
        removeButton(at, block),
      ),
    ];
  });
  const alone = dateline?.at === -1 && h("p", { class: "text" }, leading);
  return h("div", { class: "body" }, alone, inChunks(rows), gapElement(gaps[article.blocks.length]));
}

/** Blocks that are drawn together: a whole book is laid out only where it is looked at. */
const chunk = 60;

function inChunks(rows: readonly Child[]): Child {
  if (rows.length <= chunk * 2) return rows;
  const count = Math.ceil(rows.length / chunk);
  return Array.from({ length: count }, (_, at) =>
    h("div", { class: "chunk" }, rows.slice(at * chunk, (at + 1) * chunk)),
  );
}

/** A tap on a block shows its button where nothing can hover; a second tap, or one elsewhere, hides it. */
function pick({ currentTarget, target }: MouseEvent): void {
  if (target instanceof HTMLElement && target.closest("a, button, .edit")) return;
  const block = currentTarget as HTMLElement;
  const picked = block.classList.contains("is-picked");
  for (const other of document.querySelectorAll(".is-picked")) other.classList.remove("is-picked");
  block.classList.toggle("is-picked", !picked && getSelection()?.isCollapsed !== false);
}

/** Named by the block's first words; a picture, which stands nowhere in the source text, has none. */
function removeButton(at: number, { text, spans }: Block): Child {
  return (
    spans.length > 0 &&
    h(
      "button",
      {
        type: "button",
        class: "take",
        title: t("block.remove"),
        "aria-label": t("block.remove.named", { text: excerpt(text, 40) }),
        "data-keep": `take-${at}`,
        onclick: () => void remove(at),
      },
      icon("close"),
    )
  );
}

/** The quiet mark in the margin, and when it is open what was removed there. */
function gapElement(gap: Gap | undefined): Child {
  if (!gap || gap.pieces.length === 0) return null;
  const place = placeOf(gap);
  const open = state.mark !== null && gap.pieces.some(({ piece }) => startOf(piece) === state.mark);
  const name = counted("mark.removed", gap.pieces.length);
  const toggle = () => update({ mark: open ? null : place });
  return h(
    "div",
    { class: "gap", "data-place": place },
    h(
      "button",
      {
        type: "button",
        class: "mark",
        title: name,
        "aria-label": name,
        "aria-expanded": open,
        "data-keep": `mark-${place}`,
        onclick: toggle,
      },
      h("span", { class: "mark-lines", "aria-hidden": "true" }),
    ),
    open && h("div", { class: "pieces", lang: state.settings.language, dir: direction() }, pieceList(gap.pieces, true)),
  );
}
