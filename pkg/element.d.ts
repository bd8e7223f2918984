import type { Article } from "./index.js";

/**
 * `<matn-article>`: shows an Article, right to left where it is, with a button beside each removed piece.
 *
 * Parts for `::part()`: `title`, `subtitle`, `byline`, `date`, `dateline`, `body`, `removed`. The button sends
 * the event `matn-restore`, whose `detail.index` is the piece's index in `removed`.
 *
 * In a project with lib "dom" it is also an HTMLElement: `HTMLElement & MatnArticleElement`.
 *
 * @example
 * import "matn/element";
 * import { extract, restore } from "matn";
 *
 * const view = document.createElement("matn-article");
 * document.body.append(view);
 * view.article = extract(pasted);
 * view.addEventListener("matn-restore", ({ detail }) => {
 *   view.article = restore(view.article, detail.index);
 * });
 * view.article.blocks.length; // 2
 */
export declare class MatnArticleElement {
  /** What is shown; null for nothing. */
  article: Article | null;
  /** Language of the element's own words, also the attribute `language`. */
  language: "en" | "ur";
}

/** The event `matn-restore`. */
export interface MatnRestoreEvent {
  readonly type: "matn-restore";
  readonly detail: { readonly index: number };
}
