/** One removed piece: what it is, why it went and how sure that is, with a button that puts it back. */

import type { Removed } from "matn";
import { h } from "../dom";
import { percent, t } from "../i18n";
import { icon } from "../icons";
import { restore } from "../session/actions";

/** Longer pieces are shown by their beginning. */
const shown = 400;

export function pieceCard(piece: Removed, index: number, withLabel = true): HTMLElement {
  const { label, text, reason, confidence } = piece;
  const name = t(`label.${label}`);
  const start = piece.spans[0]?.[0] ?? index;
  const whole = text.trim();
  return h(
    "div",
    { class: "piece" },
    withLabel && h("p", { class: "piece-label" }, name),
    h("p", { class: "piece-text", dir: "auto", lang: "ur" }, whole.length > shown ? `${whole.slice(0, shown)}…` : whole),
    h("p", { class: "piece-reason" }, reason),
    h(
      "p",
      { class: "piece-foot" },
      h("span", { class: "sure" }, t("piece.sure", { percent: percent(confidence) })),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          "data-keep": `restore-${start}`,
          "aria-label": t("piece.restore.named", { text: whole.slice(0, 60) }),
          onclick: () => void restore(index),
        },
        icon("undo"),
        t("piece.restore"),
      ),
    ),
  );
}
