/** Find in the article, blind to ی/ي, ک/ك and diacritics. */

import { h } from "../dom";
import { counted, t } from "../i18n";
import { current } from "../session/state";
import { roundButton } from "../shell/round";
import { fold } from "./fold";
import { highlight, locate, reveal } from "./ranges";

let bar: HTMLElement | undefined;
let hits: Range[] = [];
let at = 0;

/** Opens the line for what is sought, or goes back to it. */
export function openFind(): void {
  if (!current()) return;
  if (bar?.isConnected) {
    bar.querySelector("input")?.focus();
    return;
  }
  const count = h("span", { class: "find-count", role: "status" });
  const field = h("input", {
    type: "search",
    class: "find-field",
    "aria-label": t("find.field"),
    placeholder: t("find.field"),
    lang: "ur",
    dir: "auto",
    oninput: () => seek(field.value, count),
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1, count);
  });
  bar = h(
    "div",
    { class: "find", role: "search" },
    field,
    count,
    roundButton("find.previous", "previous", () => go(-1, count)),
    roundButton("find.next", "next", () => go(1, count)),
    roundButton("find.close", "close", closeFind),
  );
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    closeFind();
  });
  document.querySelector(".bar")?.after(bar);
  field.focus();
}

/** Closes the line; whether it was open. */
export function closeFind(): boolean {
  if (!bar) return false;
  bar.remove();
  bar = undefined;
  hits = [];
  highlight("found", []);
  highlight("found-here", []);
  document.getElementById("article")?.focus({ preventScroll: true });
  return true;
}

/** Seeks again after the article was drawn anew. */
export function seekAgain(): void {
  if (!bar?.isConnected) return;
  if (!current()) {
    closeFind();
    return;
  }
  const field = bar.querySelector("input");
  const count = bar.querySelector<HTMLElement>(".find-count");
  // The language may be another.
  if (field) field.placeholder = field.ariaLabel = t("find.field");
  if (field && count) seek(field.value, count, false);
}

function seek(sought: string, count: HTMLElement, moves = true): void {
  const needle = fold(sought).text.trim();
  hits = needle
    ? [...document.querySelectorAll("#article .head h1, #article .standfirst, #article .text")].flatMap((element) =>
        hitsIn(element, needle),
      )
    : [];
  at = 0;
  highlight("found", hits);
  show(moves);
  count.textContent = needle ? (hits.length > 0 ? counted("find.count", hits.length) : t("find.none")) : "";
}

function hitsIn(element: Element, needle: string): Range[] {
  const located = locate(element);
  const folded = fold(located.text);
  const found: Range[] = [];
  for (let from = folded.text.indexOf(needle); from >= 0; from = folded.text.indexOf(needle, from + needle.length)) {
    found.push(located.range(folded.at[from] ?? 0, folded.at[from + needle.length] ?? located.text.length));
  }
  return found;
}

function go(step: number, count: HTMLElement): void {
  if (hits.length === 0) return;
  at = (at + step + hits.length) % hits.length;
  show(true);
  count.textContent = t("find.place", { n: at + 1, count: hits.length });
}

function show(moves: boolean): void {
  const hit = hits[at];
  highlight("found-here", hit ? [hit] : []);
  if (hit && moves) reveal(hit);
}
