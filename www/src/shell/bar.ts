/** The slim bar: everything that can be done with the article. */

import { type Child, h } from "../dom";
import { openHistory } from "../history/view";
import { counted, number, t } from "../i18n";
import { type Icon, icon } from "../icons";
import { copyActs } from "../out/copy";
import { saveActs } from "../out/save";
import { openFind } from "../reader/find";
import { canSpeak, isSpeaking, toggleSpeech } from "../reader/speech";
import { closePanel, enterPanel } from "../review/panel";
import { close, redo, timeline, undo } from "../session/actions";
import { current, state, update } from "../session/state";
import { openSettings } from "../settings/view";
import { menu } from "./menu";
import { moreActs } from "./more";

/** Changes whenever the bar would: buttons that are not drawn anew lose no click and no focus. */
export function barSign(): string {
  const { present, problem, settings } = state;
  const removed = current()?.article.removed.length;
  const steps = [timeline.canUndo, timeline.canRedo, navigator.onLine];
  return [
    settings.language,
    present !== null || problem !== null,
    problem !== null,
    removed,
    isPanelOpen(),
    ...steps,
    canSpeak(),
    isSpeaking(),
  ].join();
}

/** The bar as it is now. */
export function barContent(): Child[] {
  const found = current();
  return [
    h(
      "div",
      { class: "bar-group" },
      state.present || state.problem ? button("new", "add", close, { worded: true }) : brand(),
    ),
    (timeline.canUndo || timeline.canRedo) &&
      h(
        "div",
        { class: "bar-group bar-undo" },
        button("undo", "undo", () => void undo(), { off: !timeline.canUndo }),
        button("redo", "redo", () => void redo(), { off: !timeline.canRedo }),
      ),
    h("div", { class: "bar-space" }),
    !navigator.onLine && offline(),
    h(
      "div",
      { class: "bar-group" },
      found &&
        menu(t("bar.copy"), face("copy", "bar.copy"), { class: "bar-button", "data-keep": "bar-copy" }, copyActs),
      found &&
        menu(t("bar.save"), face("save", "bar.save"), { class: "bar-button", "data-keep": "bar-save" }, saveActs),
      found && canSpeak() && button("listen", "listen", toggleSpeech, { pressed: isSpeaking() }),
      found && button("find", "find", openFind, { room: "wide" }),
      found && panelButton(found.article.removed.length),
      button("history", "history", openHistory, { room: found && canSpeak() ? "phone" : undefined }),
      button("settings", "settings", openSettings),
      menu(t("bar.more"), icon("dots"), { class: "bar-button", "data-keep": "bar-more" }, moreActs),
    ),
  ];
}

/** A word where there is room, else a drawing. */
const offline = (): HTMLElement =>
  h(
    "span",
    { class: "bar-offline", role: "img", "aria-label": t("offline.short"), title: t("offline.short") },
    icon("offline"),
    h("span", { class: "bar-word" }, t("offline.short")),
  );

const brand = (): Child => h("span", { class: "brand", lang: "ur" }, t("app.name"));

function face(drawing: Icon, key: "bar.copy" | "bar.save" | "bar.new"): Child {
  return [icon(drawing), h("span", { class: "bar-word" }, t(key))];
}

interface Look {
  worded?: boolean;
  off?: boolean;
  pressed?: boolean;
  /** Only where there is that much room or more; it stands in the list of more, too. */
  room?: "wide" | "phone" | undefined;
}

function button(
  name: "new" | "undo" | "redo" | "listen" | "find" | "history" | "settings",
  drawing: Icon,
  act: () => void,
  look: Look = {},
): HTMLElement {
  const text = t(`bar.${name}`);
  return h(
    "button",
    {
      type: "button",
      class: look.room ? `bar-button bar-${look.room}` : "bar-button",
      title: text,
      "aria-label": text,
      "aria-pressed": look.pressed,
      "aria-disabled": look.off ? "true" : null,
      "data-keep": `bar-${name}`,
      onclick: () => !look.off && act(),
    },
    icon(drawing),
    look.worded && h("span", { class: "bar-word" }, text),
  );
}

/** Opens the panel beside the article, or the sheet where there is no room for one. */
function panelButton(count: number): HTMLElement {
  const name = counted("bar.removed", count);
  return h(
    "button",
    {
      type: "button",
      class: "bar-button bar-panel",
      title: name,
      "aria-label": name,
      "aria-expanded": isPanelOpen(),
      "data-keep": "bar-panel",
      onclick: togglePanel,
    },
    icon("removed"),
    h("span", { class: "bar-count", "aria-hidden": "true" }, count > 0 && number(count)),
  );
}

export const isWide = (): boolean => matchMedia("(min-width: 68rem)").matches;

/** Whether the panel or the sheet is in sight: the comparison has neither. */
const isPanelOpen = (): boolean => state.view === "read" && (isWide() ? state.settings.panel : state.sheet);

/** Opens the panel, out of the comparison too, and takes the keyboard into it, far from the article; or closes it. */
export function togglePanel(): void {
  if (isPanelOpen()) {
    closePanel();
    return;
  }
  update({ view: "read", ...(isWide() ? { settings: { ...state.settings, panel: true } } : { sheet: true }) });
  enterPanel();
}

/** By its key: into the panel from anywhere, out of it and away from inside. */
export function panelByKey(): void {
  if (!current()) return;
  const panel = document.querySelector(".panel:not([hidden])");
  if (panel && !panel.contains(document.activeElement)) enterPanel();
  else togglePanel();
}
