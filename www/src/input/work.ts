/** Something is being read: how far, and a button that gives it up. */

import { h } from "../dom";
import { percent, t } from "../i18n";
import type { Work } from "../session/state";

export function workCard({ done, name, cancel }: Work): HTMLElement {
  const title = name ? t("work.file", { name }) : t("work.text");
  return h(
    "div",
    { class: "work", role: "region", "aria-label": title },
    h("p", { role: "status" }, title, done !== null && ` ${percent(done)}`),
    h("progress", { "aria-label": title, value: done, max: 1 }),
    h("button", { type: "button", class: "quiet", "data-keep": "work-cancel", onclick: cancel }, t("work.cancel")),
  );
}
