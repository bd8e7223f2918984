/** A small button with a drawing; its name is for screen readers and on hover. */

import { h } from "../dom";
import { type Key, t } from "../i18n";
import { type Icon, icon } from "../icons";

export function roundButton(
  key: Key,
  drawing: Icon,
  act: () => void,
  props: Record<string, unknown> = {},
): HTMLElement {
  const name = t(key);
  return h(
    "button",
    { type: "button", class: "round", "aria-label": name, title: name, "data-keep": key, onclick: act, ...props },
    icon(drawing),
  );
}
