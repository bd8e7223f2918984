/** Keeps what is read in the history, unless the reader leaves no trace. */

import type { Outcome } from "../session/session";
import { state, subscribe } from "../session/state";
import { fail } from "../shell/notice";
import { type Entry, put } from "./store";

/** Several decisions in a row are written once. */
const pause = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let written: Outcome | null = null;

export function keepHistory(): void {
  subscribe((changed) => {
    if (!changed.has("present") || !state.present || !state.settings.trace) return;
    clearTimeout(timer);
    timer = setTimeout(() => void write(), pause);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void writeNow();
  });
}

/** Writes at once what still waits: the history is about to be looked at. */
export async function writeNow(): Promise<void> {
  clearTimeout(timer);
  await write();
}

async function write(): Promise<void> {
  const { present, settings } = state;
  if (!present || present === written || !settings.trace) return;
  written = present;
  try {
    await put(entryOf(present));
  } catch {
    fail("history");
  }
}

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
