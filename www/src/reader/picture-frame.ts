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
  const fill = (stage: Stage) => {
    figure.replaceChildren(...[place(src, alt, stage, fill), foot].filter((node) => node !== null));
  };
  fill(shown ? "fetched" : "waiting");
  return figure;
}

type Stage = "waiting" | "fetched" | "failed";

function place(
  src: string | undefined,
  alt: string | undefined,
  stage: Stage,
  fill: (stage: Stage) => void,
): HTMLElement {
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
  if (stage !== "fetched") {
    return h(
      "p",
      { class: "picture" },
      alt,
      stage === "failed" && h("span", { role: "status" }, t("picture.failed")),
      h("button", { type: "button", class: "quiet", onclick: () => fill("fetched") }, t("picture.show", { site })),
    );
  }
  const title = alt || t("picture.from", { site });
  const frame = h("iframe", {
    class: "picture",
    src: `picture.html#${encodeURIComponent(src)}`,
    title,
    sandbox: "allow-scripts allow-same-origin",
    loading: "lazy",
  });
  onFailure.set(frame, () => fill("failed"));
  return frame;
}

/** What is done when a frame says that its picture did not come. */
const onFailure = new WeakMap<HTMLIFrameElement, () => void>();

addEventListener("message", ({ source, data }: MessageEvent) => {
  if (data !== "picture-failed") return;
  const frames = document.querySelectorAll<HTMLIFrameElement>("iframe.picture");
  const frame = [...frames].find(({ contentWindow }) => contentWindow === source);
  if (frame) onFailure.get(frame)?.();
});
