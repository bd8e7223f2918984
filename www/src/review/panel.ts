/** The panel beside the article: what was removed and what was set right, with a switch for each kind. */

import type { Article, Label } from "matn";
import { type Child, h } from "../dom";
import { counted, dateOf, number, t } from "../i18n";
import { switchLabel } from "../session/actions";
import { type State, state, update } from "../session/state";
import { roundButton } from "../shell/round";
import { changesPart } from "./changes";
import { pieceList } from "./piece";
import { toggle } from "./toggle";

export function panelContent(article: Article): Child[] {
  return [
    h(
      "div",
      { class: "panel-head" },
      h(
        "div",
        { class: "tabs", role: "tablist", "aria-label": t("panel.title"), onkeydown: moveTab },
        tab("removed", article.removed.length),
        tab("changes", changesOf(article)),
      ),
      roundButton("panel.close", "close", closePanel),
    ),
    h(
      "div",
      {
        class: "panel-part",
        id: "panel-part",
        role: "tabpanel",
        "aria-labelledby": `tab-${state.part}`,
        tabindex: 0,
        "data-keep": "panel-part",
        "data-heir": true,
      },
      state.part === "removed" ? removedPart(article) : changesPart(article),
    ),
  ];
}

/** As many pieces of a label as are shown until all are asked for. */
const atFirst = 40;

/** Labels of which all pieces were asked for. */
const shownWhole = new Set<Label>();

export const changesOf = ({ changes }: Article): number => changes.reduce((sum, { count }) => sum + count, 0);

/** Closes the panel or the sheet, and gives the focus back to its button. */
export function closePanel(): void {
  if (state.sheet) update({ sheet: false });
  else update({ settings: { ...state.settings, panel: false } });
  document.querySelector<HTMLElement>(".bar-panel")?.focus();
}

/** Takes the keyboard into the panel. */
export const enterPanel = (): void => document.getElementById(`tab-${state.part}`)?.focus();

function tab(part: "removed" | "changes", count: number): HTMLElement {
  const chosen = state.part === part;
  return h(
    "button",
    {
      type: "button",
      role: "tab",
      id: `tab-${part}`,
      "aria-selected": chosen,
      "aria-controls": "panel-part",
      tabindex: chosen ? 0 : -1,
      "data-keep": `tab-${part}`,
      onclick: () => choosePart(part),
    },
    // Without a space between them the number would be read as a part of the name.
    `${t(`panel.${part}`)} `,
    count > 0 && h("span", { class: "count" }, number(count)),
  );
}

function moveTab(event: KeyboardEvent): void {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  const part = state.part === "removed" ? "changes" : "removed";
  choosePart(part);
  document.getElementById(`tab-${part}`)?.focus();
}

/** The other part begins at its top. */
function choosePart(part: State["part"]): void {
  update({ part });
  document.querySelector(".panel")?.scrollTo({ top: 0, behavior: "instant" });
}

let ordered: { session: string | undefined; labels: Label[] } = { session: undefined, labels: [] };

/** Labels in the order in which the session showed them first: a group that is switched stays where it is. */
function inOrder(labels: readonly Label[]): Label[] {
  const session = state.present?.session.id;
  if (ordered.session !== session) ordered = { session, labels: [] };
  ordered.labels.push(...labels.filter((label) => !ordered.labels.includes(label)));
  return ordered.labels.filter((label) => labels.includes(label));
}

function removedPart(article: Article): Child {
  const keep = state.present?.session.keep ?? [];
  const labels = inOrder([...new Set([...article.removed.map(({ label }) => label), ...keep])]);
  const none = labels.length === 0 && article.related.length === 0;
  return [
    none && h("p", { class: "note" }, t("panel.nothing-removed")),
    labels.map((label) => group(article, label, keep.includes(label))),
    relatedGroup(article),
  ];
}

function group({ removed }: Article, label: Label, kept: boolean): HTMLElement {
  const pieces = removed.map((piece, index) => ({ piece, index })).filter(({ piece }) => piece.label === label);
  const name = t(`label.${label}`);
  const all = pieces.length <= atFirst || shownWhole.has(label);
  const showAll = () => {
    shownWhole.add(label);
    update({ part: state.part });
  };
  return h(
    "section",
    { class: "group", "data-label": label, "aria-label": name },
    h(
      "div",
      { class: "group-head" },
      h("h2", {}, `${name} `, pieces.length > 0 && h("span", { class: "count" }, number(pieces.length))),
      toggle(
        `label-${label}`,
        t("panel.remove-label", { label: name }),
        !kept,
        (removes) => void switchLabel(label, removes),
      ),
    ),
    kept && h("p", { class: "note" }, t("panel.kept")),
    pieceList(all ? pieces : pieces.slice(0, atFirst), false),
    !all &&
      h("button", { type: "button", class: "quiet", "data-keep": `all-${label}`, onclick: showAll }, t("panel.all")),
  );
}

/** Other stories of the page: read, not lost. */
function relatedGroup({ related }: Article): Child {
  if (related.length === 0) return null;
  return h(
    "section",
    { class: "group", "data-label": "stories", "aria-label": t("panel.related") },
    h(
      "div",
      { class: "group-head" },
      h("h2", {}, `${t("panel.related")} `, h("span", { class: "count" }, number(related.length))),
    ),
    h("p", { class: "note" }, counted("panel.related-note", related.length)),
    h(
      "ul",
      { class: "stories" },
      related.map(({ title, published, dateline, snippet }) =>
        h(
          "li",
          {},
          h("p", { class: "story-title", dir: "auto", lang: "ur" }, title),
          h(
            "p",
            { class: "story-meta" },
            [published && dateOf(published), dateline?.place, dateline?.agency].filter(Boolean).join(t("join.dot")),
          ),
          snippet && h("p", { class: "story-snippet", dir: "auto", lang: "ur" }, snippet),
        ),
      ),
    ),
  );
}
