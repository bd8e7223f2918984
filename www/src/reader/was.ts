/** What stood before where something was set right: shown where the reader points, tabs to or taps. */

import { h } from "../dom";

let shown: { edit: HTMLElement; bubble: HTMLElement } | undefined;

/** Listens for marks of the article, which are drawn anew at times. */
export function watchEdits(root: HTMLElement): void {
  for (const come of ["focusin", "pointerover", "click"] as const)
    root.addEventListener(come, ({ target }) => {
      const edit = target instanceof HTMLElement ? target.closest<HTMLElement>(".edit") : null;
      if (edit) show(edit);
      else if (come === "click") hideWas();
    });
  root.addEventListener("focusout", hideWas);
  root.addEventListener("pointerout", ({ target }) => {
    if (target instanceof HTMLElement && target.closest(".edit") !== document.activeElement) hideWas();
  });
  addEventListener("scroll", place, { passive: true });
}

/** Takes the bubble away; whether there was one. */
export function hideWas(): boolean {
  const was = shown !== undefined;
  shown?.bubble.remove();
  shown = undefined;
  return was;
}

function show(edit: HTMLElement): void {
  if (shown?.edit === edit) return;
  hideWas();
  // The mark has the same words as its description.
  const bubble = h("div", { class: "was", "aria-hidden": "true" }, edit.getAttribute("aria-description"));
  document.body.append(bubble);
  shown = { edit, bubble };
  place();
}

/** Above the mark, or below it where the bar is. */
function place(): void {
  if (!shown) return;
  const { edit, bubble } = shown;
  const { top, bottom, left, right } = edit.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const above = top - height - 6;
  bubble.style.top = `${Math.round(above < 64 ? bottom + 6 : above)}px`;
  bubble.style.left = `${Math.round(Math.min(Math.max(8, (left + right - width) / 2), innerWidth - width - 8))}px`;
}
