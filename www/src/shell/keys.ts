/** The whole page by keyboard. Keys are places on the board, so an Urdu layout does the same. */

import { h } from "../dom";
import { openHistory } from "../history/view";
import { type Key, t } from "../i18n";
import { pickFiles } from "../input/clipboard";
import { copyAs } from "../out/copy";
import { saveAs } from "../out/save";
import { closeFind, openFind } from "../reader/find";
import { canSpeak, toggleSpeech } from "../reader/speech";
import { hideWas } from "../reader/was";
import { closePanel } from "../review/panel";
import { back, close, redo, timeline, undo } from "../session/actions";
import { current, state, update } from "../session/state";
import { openSettings } from "../settings/view";
import { panelByKey } from "./bar";
import { openDialog } from "./dialog";
import { toggleCompare } from "./more";

interface Shortcut {
  /** What it does. */
  name: Key;
  /** How it is shown. */
  shown: string;
  /** `KeyboardEvent.code`, with Shift where the sign needs it. */
  code: string;
  shift?: boolean;
  act(): void;
}

const single: Shortcut[] = [
  { name: "bar.new", shown: "N", code: "KeyN", act: close },
  { name: "begin.file", shown: "O", code: "KeyO", act: pickFiles },
  { name: "keys.copy", shown: "C", code: "KeyC", act: () => void (current() && copyAs("rich")) },
  { name: "keys.save", shown: "S", code: "KeyS", act: () => void (current() && saveAs("txt")) },
  { name: "bar.listen", shown: "L", code: "KeyL", act: () => canSpeak() && toggleSpeech() },
  { name: "bar.find", shown: "/", code: "Slash", act: openFind },
  { name: "keys.panel", shown: "R", code: "KeyR", act: panelByKey },
  { name: "keys.edits", shown: "E", code: "KeyE", act: () => current() && update({ edits: !state.edits }) },
  { name: "more.compare", shown: "B", code: "KeyB", act: toggleCompare },
  { name: "more.print", shown: "P", code: "KeyP", act: () => current() && print() },
  { name: "bar.history", shown: "H", code: "KeyH", act: openHistory },
  { name: "bar.settings", shown: "G", code: "KeyG", act: openSettings },
  { name: "more.keys", shown: "?", code: "Slash", shift: true, act: () => openKeys() },
];

/** Keys of the browser's own kind, which always act. */
const others: { name: Key; shown: string }[] = [
  { name: "keys.paste", shown: "Ctrl V" },
  { name: "keys.read", shown: "Ctrl Enter" },
  { name: "bar.undo", shown: "Ctrl Z" },
  { name: "bar.redo", shown: "Ctrl Shift Z" },
  { name: "keys.close", shown: "Esc" },
];

export function openKeys(): void {
  const row = ({ name, shown }: { name: Key; shown: string }) =>
    h(
      "div",
      { class: "key-row" },
      h("dt", {}, t(name)),
      h(
        "dd",
        { dir: "ltr" },
        shown.split(" ").map((key) => h("kbd", {}, key)),
      ),
    );
  openDialog(
    "keys",
    () => t("more.keys"),
    () => [h("dl", { class: "key-list" }, others.map(row), single.map(row)), h("p", { class: "note" }, t("keys.off"))],
  );
}

/** Whether a key belongs to what is being written. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select") !== null);

/** Whether Ctrl+Z belongs to a field: not to the place to paste until something is typed in it. */
const hasOwnUndo = (target: EventTarget | null): boolean =>
  isWriting(target) && !(target as HTMLElement).matches(".place:not([data-touched])");

/**
 * Undo is Ctrl+Z; redo is the same with Shift, or Ctrl+Y, as on Windows. A Latin keyboard tells which letter that is, any
 * other one where it is.
 */
function timeWay({ ctrlKey, metaKey, shiftKey, altKey, key, code }: KeyboardEvent): "undo" | "redo" | undefined {
  const letter = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code;
  if (letter === "KeyZ" && (ctrlKey || metaKey)) return shiftKey ? "redo" : "undo";
  return letter === "KeyY" && ctrlKey && !shiftKey && !altKey ? "redo" : undefined;
}

export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const way = timeWay(event);
  if (way && !hasOwnUndo(event.target)) {
    event.preventDefault();
    if (!timeline.isHidden(way === "redo")) void (way === "redo" ? redo() : undo());
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    // An open window or list closes by itself, and nothing else with it.
    if (!document.querySelector("dialog[open], :popover-open")) closeTop();
    return;
  }
  if (!state.settings.keys || isWriting(event.target) || document.querySelector("dialog[open], :popover-open")) return;
  const shortcut = single.find(({ code, shift }) => code === event.code && Boolean(shift) === event.shiftKey);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.act();
}

/** Escape closes one thing, the uppermost. */
function closeTop(): void {
  if (state.work) state.work.cancel();
  else if (state.problem) back();
  else if (state.sheet) closePanel();
  else if (hideWas() || closeFind()) return;
  else if (state.mark !== null) update({ mark: null });
  else if (state.view === "compare") update({ view: "read" });
}
