/**
 * Pictures of an article. They are never fetched by this page, whose policy forbids it: a frame with a
 * policy of its own does, and only when the reader asks.
 */

import type { Block } from "matn";
import { h } from "../dom";
import { t } from "../i18n";
import { isSafe, runs } from "./runs";

/** A picture, or the place of one with a button that fetches it. */
export function picture(block: Block, shown: boolean): HTMLElement {
  const { src, alt, caption } = block;
  const figure = h("figure", {});
  const foot = caption ? h("figcaption", {}, runs(caption)) : null;
  const fill = (fetched: boolean) => {
    figure.replaceChildren(...[place(src, alt, fetched, () => fill(true)), foot].filter((node) => node !== null));
  };
  fill(shown);
  return figure;
}

function place(src: string | undefined, alt: string | undefined, fetched: boolean, fetch: () => void): HTMLElement {
  if (!src || !isSafe(src)) return h("p", { class: "picture" }, alt || t("picture.none"));
  const site = new URL(src).host;
  if (__SINGLE__) {
    return h(
      "p",
      { class: "picture" },
      alt,
      " ",
      h("a", { href: src, target: "_blank", rel: "noopener noreferrer" }, t("picture.open", { site })),
    );
  }
  if (!fetched) {
    return h(
      "p",
      { class: "picture" },
      alt,
      h("button", { type: "button", class: "quiet", onclick: fetch }, t("picture.show", { site })),
    );
  }
  const title = alt || t("picture.from", { site });
  return h("iframe", {
    class: "picture",
    src: `picture.html#${encodeURIComponent(src)}`,
    title,
    sandbox: "allow-scripts allow-same-origin",
    loading: "lazy",
  });
}
