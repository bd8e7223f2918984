/** A switch: on or off, with a name. */

import { h } from "../dom";

export function toggle(id: string, name: string, on: boolean, change: (on: boolean) => void): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      class: "switch",
      role: "switch",
      id: `switch-${id}`,
      "aria-checked": on,
      "aria-label": name,
      title: name,
      "data-keep": `switch-${id}`,
      onclick: () => change(!on),
    },
    h("span", { class: "switch-knob", "aria-hidden": "true" }),
  );
}
