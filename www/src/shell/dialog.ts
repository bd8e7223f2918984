/** Windows over the page: one at a time, closed with Escape, a click beside them or their button. */

import { type Child, h, refill } from "../dom";
import { leaveWindow } from "./notice";
import { roundButton } from "./round";

/** Opens a window; `fill` makes its content anew whenever the returned function is called. */
export function openDialog(
  name: string,
  title: () => string,
  fill: () => Child[],
): { renew(): void; close(): void; isOpen(): boolean } {
  const heading = h("h2", { id: `${name}-title`, tabindex: -1 }, title());
  const content = h("div", { class: "dialog-body" }, fill());
  const close = () => dialog.close();
  const dialog = h(
    "dialog",
    { id: name, class: "dialog", "aria-labelledby": `${name}-title` },
    h("div", { class: "dialog-head" }, heading, roundButton("dialog.close", "close", close)),
    content,
  );
  dialog.addEventListener("close", () => {
    leaveWindow(dialog);
    dialog.remove();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  const renew = () => {
    heading.textContent = title();
    refill(content, fill());
    if (!dialog.contains(document.activeElement)) heading.focus();
  };
  return { renew, close, isOpen: () => dialog.open };
}
