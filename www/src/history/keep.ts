/** Keeps what is read in the history, unless the reader leaves no trace. */

import type { Outcome } from "../session/session";
import { state, subscribe } from "../session/state";
import { fail } from "../shell/notice";
import { type Entry, put } from "./store";

/** Several decisions in a row are written once. */
const pause = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
/** What is not yet written. */
let waiting: Outcome | null = null;

export function keepHistory(): void {
  subscribe((changed) => {
    const { present, settings } = state;
    if (!changed.has("present") || !present || !settings.trace || present === waiting) return;
    if (waiting && waiting.session.id !== present.session.id) void writeNow();
    waiting = present;
    clearTimeout(timer);
    timer = setTimeout(() => void writeNow(), pause);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void writeNow();
  });
}

/** Writes at once what still waits: the history is about to be looked at, or the page to be left. */
export async function writeNow(): Promise<void> {
  clearTimeout(timer);
  const outcome = waiting;
  if (!outcome || !state.settings.trace) return;
  try {
    await put(entryOf(outcome));
  } catch {
    fail("history");
  }
  if (waiting === outcome) waiting = null;
}

/** What is not yet in the history, and would be lost with the page. */
export const unwritten = (): Entry | null => waiting && entryOf(waiting);

export function entryOf({ session, found }: Outcome): Entry {
  const articles = found.map(({ article }) => article);
  const [first] = articles;
  return {
    id: session.id,
    time: Date.now(),
    title: articles.find(({ title }) => title !== null)?.title ?? first?.blocks[0]?.text.slice(0, 80) ?? null,
    text: articles.flatMap(({ title, blocks }) => [title ?? "", ...blocks.map(({ text }) => text)]).join("\n"),
    words: articles.reduce((sum, { stats }) => sum + stats.words, 0),
    session,
  };
}
