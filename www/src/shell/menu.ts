/** A button with a short list of acts below it: a popover, so Escape and a click elsewhere close it. */

import { type Child, h } from "../dom";

export interface Act {
  name: string;
  act(): void;
  id?: string;
  /** The key that does the same. */
  key?: string;
}

let numbered = 0;

/** The button and its list; `acts` is asked each time the list opens. */
export function menu(name: string, face: Child, props: Record<string, unknown>, acts: () => Act[]): HTMLElement {
  numbered += 1;
  const id = `menu-${numbered}`;
  const list = h("div", { class: "menu", id, popover: "auto" });
  const button = h(
    "button",
    { type: "button", "aria-haspopup": "true", "aria-label": name, title: name, ...props, popovertarget: id },
    face,
  );
  list.addEventListener("beforetoggle", (event) => {
    if ((event as ToggleEvent).newState !== "open") return;
    list.replaceChildren(...acts().map((act) => item(act, list)));
    place(list, button);
  });
  list.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "open") list.querySelector("button")?.focus();
  });
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !list.contains(relatedTarget) && relatedTarget !== button) list.hidePopover();
  });
  list.addEventListener("keydown", (event) => move(event, list));
  return h("span", { class: "menu-place" }, button, list);
}

function item({ name, act, id, key }: Act, list: HTMLElement): HTMLElement {
  const choose = () => {
    list.hidePopover();
    act();
  };
  return h(
    "button",
    { type: "button", class: "menu-item", id, onclick: choose },
    h("span", {}, name),
    key && h("kbd", {}, key),
  );
}

/** Below its button, and never beyond the window's edge. */
function place(list: HTMLElement, button: HTMLElement): void {
  const { bottom, left, right } = button.getBoundingClientRect();
  list.style.top = `${Math.round(bottom + 6)}px`;
  list.style.maxHeight = `${Math.round(innerHeight - bottom - 14)}px`;
  const rtl = getComputedStyle(button).direction === "rtl";
  const width = Math.min(272, innerWidth - 16);
  const start = rtl ? right - width : left;
  list.style.left = `${Math.round(Math.min(Math.max(8, start), innerWidth - width - 8))}px`;
  list.style.width = `${width}px`;
}

function move(event: KeyboardEvent, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...list.querySelectorAll<HTMLButtonElement>("button")];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  items[(at + step + items.length) % items.length]?.focus();
}
