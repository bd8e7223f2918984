/** What the page tells in passing: done, undone, failed. Read out by screen readers, gone by itself. */

import { h } from "../dom";
import { type Key, t } from "../i18n";
import { roundButton } from "./round";

/** Long enough to be read and acted on by a slow reader. */
const shownFor = 8000;

let root: HTMLElement;
let place: HTMLElement;
let spoken: HTMLElement;
let alerts: HTMLElement;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Whether the notice waits until it is used or closed. */
let stays = false;
/** Whether the notice offers to undo the last step. */
let undoes = false;
/** Where the focus was before it came to the notice. */
let origin: HTMLElement | undefined;

/** The live regions, which must stand in the page before anything is said in them. */
export function noticePlace(): HTMLElement {
  spoken = h("div", { class: "unseen", role: "status", id: "said" });
  alerts = h("div", { class: "unseen", role: "alert" });
  place = h("div", { class: "notices", onfocusin: enter, onfocusout: count, onpointerover: hold, onpointerout: count });
  root = h("div", { class: "notice-place" }, spoken, alerts, place);
  return root;
}

interface Action {
  name: Key;
  act(): void;
  /** Waits until it is used or closed: it can be done nowhere else. */
  stays?: boolean;
}

/** Says something, with what can be done about it. */
export function say(key: Key, values: Record<string, string | number> = {}, action?: Action): void {
  tell(t(key, values), "calm", action);
}

/** Says what went wrong. */
export function fail(code: Failed["code"], name?: string): void {
  failAll([{ name, code }]);
}

/** Says all that went wrong at once, a line for each. */
export function failAll(all: readonly Failed[]): void {
  if (all.length > 0) tell(all.map(sentenceOf).join("\n"), "alarm");
}

/** What failed, a file by its name, and why: the code of an `error.…` message. */
interface Failed {
  name?: string | undefined;
  code: string;
}

export function sentenceOf({ name, code }: Failed): string {
  const sentence = t(`error.${code}` as Key);
  return name ? t("error.of", { name, sentence }) : sentence;
}

function tell(text: string, tone: "calm" | "alarm", action?: Action): void {
  // Under an open window the page is out of reach, so what is said is said in the window.
  const home = document.querySelector("dialog[open]") ?? document.body;
  if (root.parentElement !== home) home.append(root);
  const region = tone === "alarm" ? alerts : spoken;
  // The same sentence twice is read out twice only if the region was emptied in between.
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = text;
  });
  const use = () => {
    hush();
    action?.act();
  };
  const notice = h(
    "div",
    { class: `notice notice-${tone}` },
    h("p", {}, text),
    action && h("button", { type: "button", class: "quiet", onclick: use }, t(action.name)),
    roundButton("notice.close", "close", hush),
  );
  clear();
  place.append(notice);
  stays = action?.stays ?? false;
  undoes = action?.name === "bar.undo";
  count();
}

/** Time runs only while nobody is at the notice with a pointer or the keyboard. */
function count(): void {
  hold();
  if (!stays) timer = setTimeout(() => (place.matches(":focus-within, :hover") ? count() : hush()), shownFor);
}

const hold = (): void => clearTimeout(timer);

function enter({ relatedTarget }: FocusEvent): void {
  hold();
  if (relatedTarget instanceof HTMLElement && !place.contains(relatedTarget)) origin = relatedTarget;
}

/** Takes the notice away, and the focus back from it to where it was, or to its heir of the same name. */
function clear(): void {
  const had = place.contains(document.activeElement);
  place.replaceChildren();
  if (!had) return;
  const name = origin?.dataset.keep;
  const heir = origin?.isConnected ? origin : name && document.querySelector(`[data-keep="${CSS.escape(name)}"]`);
  const back = heir || document.querySelector("dialog[open] h2, #article, #place, #list-title");
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
}

/** Takes an offer to undo away once another step is the last. */
export function withdraw(): void {
  if (undoes) hush();
}

/** Takes the notices out of a window that goes away. */
export function leaveWindow(dialog: HTMLElement): void {
  if (dialog.contains(root)) document.body.append(root);
}

function hush(): void {
  hold();
  clear();
}
