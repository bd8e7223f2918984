/** Removed pieces: what each is, why it went and how sure that is, with a button that puts it back. */

import type { Removed } from "matn";
import { h } from "../dom";
import { t } from "../i18n";
import { excerpt } from "../reader/excerpt";
import { restore } from "../session/actions";

/** A removed piece and its place in `article.removed`. */
export interface Piece {
  index: number;
  piece: Removed;
}

/** Longer pieces are shown by their beginning. */
const shown = 400;

/** Pieces in order; label and reason are said once for neighbours that share them. */
export function pieceList(pieces: readonly Piece[], withLabels: boolean): HTMLElement[] {
  const runs: Piece[][] = [];
  for (const one of pieces) {
    const run = runs.at(-1);
    const last = run?.at(-1)?.piece;
    if (run && last?.label === one.piece.label && last.reason === one.piece.reason) run.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => {
    const first = run[0]?.piece;
    return h(
      "div",
      { class: "pieces-run" },
      first &&
        h("p", { class: "piece-reason" }, withLabels && h("strong", {}, t(`label.${first.label}`)), first.reason),
      h("ul", {}, run.map(row)),
    );
  });
}

/** The keyboard goes on to the next piece; where none is left in the article, along with the piece to its place. */
async function putBack(index: number, start: number): Promise<void> {
  await restore(index);
  if (document.activeElement?.id !== "article") return;
  document.querySelector<HTMLElement>(`.block[data-start="${start}"]`)?.focus({ preventScroll: true });
}

function row({ piece, index }: Piece): HTMLElement {
  const text = piece.text.trim();
  const start = piece.spans[0]?.[0] ?? index;
  return h(
    "li",
    { class: "piece", "data-start": start },
    h("p", { class: "piece-text", dir: "auto", lang: "ur" }, excerpt(text, shown)),
    h(
      "span",
      { class: "piece-acts" },
      // Of a copy only little has to be sure: a small number here would read as a mistake.
      piece.confidence >= 0.5 &&
        h("span", { class: "sure" }, t("piece.sure", { n: Math.round(piece.confidence * 100) })),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          "data-keep": `restore-${start}`,
          "aria-label": t("piece.restore.named", { text: excerpt(text, 60) }),
          onclick: () => void putBack(index, start),
        },
        t("piece.restore"),
      ),
    ),
  );
}
