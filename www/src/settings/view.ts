/** The window of the settings. Every change shows at once and can be undone. */

import { type Child, h } from "../dom";
import { forget } from "../history/acts";
import { all } from "../history/store";
import { type Key, number, t } from "../i18n";
import { toggle } from "../review/toggle";
import { timeline } from "../session/actions";
import { state, update } from "../session/state";
import { openDialog } from "../shell/dialog";
import { type Settings, steps } from "./settings";

export function openSettings(): void {
  const dialog = openDialog(
    "settings",
    () => t("bar.settings"),
    () => [
      row("language", choices("language", ["ur", "en"], set)),
      row("theme", choices("theme", ["system", "light", "dark", "sepia"], set)),
      row("face", choices("face", ["nastaliq", "naskh"], set)),
      row("size", slider("size", set)),
      row("spacing", slider("spacing", set)),
      row("width", slider("width", set)),
      onOff("pictures", set),
      onOff("keys", set),
      onOff("trace", set),
    ],
  );
  function set(change: Partial<Settings>): void {
    const [name] = Object.keys(change);
    const before = Object.fromEntries(Object.keys(change).map((key) => [key, state.settings[key as keyof Settings]]));
    // Only what was changed is put back: the panel may have been opened or closed since.
    const put = (part: Partial<Settings>) => {
      update({ settings: { ...state.settings, ...part } });
      if (dialog.isOpen()) dialog.renew();
    };
    put(change);
    timeline.push({ name: "step.setting", undo: () => put(before), redo: () => put(change), merge: `setting-${name}` });
    if (change.trace === false) void forgetAll();
  }
}

type Setter = (change: Partial<Settings>) => void;

/** Leaving no trace means that what is there goes, too. */
async function forgetAll(): Promise<void> {
  const entries = await all();
  if (entries.length > 0) await forget(entries, "step.clear", async () => {});
}

function row(name: "language" | "theme" | "face" | "size" | "spacing" | "width", control: Child): HTMLElement {
  return h(
    "div",
    { class: "setting", role: "group", "aria-labelledby": `setting-${name}` },
    h("h3", { id: `setting-${name}` }, t(`settings.${name}`)),
    control,
  );
}

function choices<K extends "language" | "theme" | "face">(
  name: K,
  values: readonly Settings[K][],
  set: Setter,
): HTMLElement {
  return h(
    "div",
    { class: "choices" },
    values.map((value) =>
      h(
        "button",
        {
          type: "button",
          class: `choice choice-${value}`,
          "aria-pressed": state.settings[name] === value,
          "data-keep": `choice-${value}`,
          onclick: () => set({ [name]: value }),
        },
        t(`settings.${name}.${value}` as Key),
      ),
    ),
  );
}

function slider(name: "size" | "spacing" | "width", set: Setter): HTMLElement {
  const value = state.settings[name];
  const range = h("input", {
    type: "range",
    min: 1,
    max: steps[name],
    step: 1,
    value,
    "aria-labelledby": `setting-${name}`,
    "aria-valuetext": number(value),
    "data-keep": `range-${name}`,
  });
  range.addEventListener("input", () => set({ [name]: Number(range.value) }));
  return range;
}

function onOff(name: "pictures" | "keys" | "trace", set: Setter): HTMLElement {
  // "Leave no trace" is on where nothing is kept.
  const on = name === "trace" ? !state.settings.trace : state.settings[name];
  const title = t(`settings.${name}`);
  return h(
    "div",
    { class: "setting setting-switch" },
    h("h3", {}, title),
    toggle(name, title, on, (value) => set({ [name]: name === "trace" ? !value : value })),
    h("p", { class: "note" }, t(`settings.${name}.about`)),
  );
}
