/** Several articles of one paste or several files, as a list to choose from. */

import { h } from "../dom";
import { counted, t } from "../i18n";
import { icon } from "../icons";
import { choose, readOther } from "../session/actions";
import { formsOf, type Outcome } from "../session/session";
import { roundButton } from "../shell/round";
import { excerpt } from "./excerpt";

/** As much of an article's beginning as a line of the list shows. */
const beginning = 140;

export function articleList({ found, session }: Outcome): HTMLElement {
  return h(
    "section",
    { class: "list", "aria-labelledby": "list-title" },
    h("h1", { id: "list-title", tabindex: -1 }, counted("list.title", found.length)),
    h(
      "ol",
      {},
      found.map(({ article, source }, at) => {
        const { title, blocks, stats } = article;
        const text = blocks[0]?.text ?? "";
        const name = session.sources[source]?.name;
        return h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "list-item", "data-keep": `list-${at}`, onclick: () => choose(at) },
            h(
              "span",
              { class: "list-title", dir: article.dir, lang: article.lang },
              title ?? (excerpt(text, 80) || t("reader.untitled")),
            ),
            title !== null &&
              text &&
              h("span", { class: "list-text", dir: article.dir, lang: article.lang }, excerpt(text, beginning)),
            h("span", { class: "list-meta" }, counted("meta.words", stats.words), name && h("bdi", {}, name)),
          ),
        );
      }),
    ),
  );
}

/** The line above one of several articles, and the choice between a clipboard's two forms. */
export function aboveArticle({ found, session }: Outcome): HTMLElement | null {
  const { at } = session;
  if (at === null || found.length < 2) return null;
  const step = (to: number, key: "list.previous" | "list.next", drawing: "previous" | "next") =>
    roundButton(key, drawing, () => choose(to), { disabled: to < 0 || to >= found.length });
  return h(
    "nav",
    { class: "above", "aria-label": t("list.nav") },
    h(
      "button",
      { type: "button", class: "quiet", "data-keep": "list-all", onclick: () => choose(null) },
      icon("back"),
      t("list.all"),
    ),
    h("span", { class: "note" }, t("list.place", { n: at + 1, count: found.length })),
    step(at - 1, "list.previous", "previous"),
    step(at + 1, "list.next", "next"),
  );
}

/** The other form of what the clipboard carried, one tap away. */
export function otherForm({ session }: Outcome, source: number): HTMLElement | null {
  if (formsOf(session.sources[source] ?? {}).length < 2) return null;
  const key = session.readings[source] === "html" ? "form.text" : "form.html";
  return h(
    "p",
    { class: "form" },
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        id: "other-form",
        "data-keep": "other-form",
        onclick: () => void readOther(source),
      },
      t(key),
    ),
  );
}
