/** The state of the page in one place; whoever shows a part of it is called after each change. */

import type { MatnErrorCode } from "matn";
import { load, type Settings } from "../settings/settings";
import type { Outcome, Session } from "./session";

/** Why there is nothing to read. */
export type Problem =
  | { kind: "address"; url: string }
  | { kind: "unread"; unread: readonly Unread[]; asItIs: Session | null };

/** What could not be read. */
export interface Unread {
  /** The file's name. */
  name?: string | undefined;
  code: MatnErrorCode | "picture" | "pdf" | "office";
}

export interface Work {
  /** 0 to 1; null where nothing is known. */
  done: number | null;
  /** What is being read. */
  name: string | undefined;
  cancel(): void;
}

export interface State {
  settings: Settings;
  /** What is read; null while the place to paste is shown. */
  present: Outcome | null;
  /** What stands in the place to paste. */
  draft: string;
  /** Shown with the place to paste, also over what is read until the reader goes back to it. */
  problem: Problem | null;
  work: Work | null;
  /** Which view of the article is open. */
  view: "read" | "compare";
  /** Whether what was set right is marked in the article. */
  edits: boolean;
  /** The margin mark that is open, by the place of its first piece. */
  mark: number | null;
  /** Whether the sheet is open where there is no room for a panel. */
  sheet: boolean;
  /** Which part of the panel is shown. */
  part: "removed" | "changes";
}

export const state: State = {
  settings: load(),
  present: null,
  draft: "",
  problem: null,
  work: null,
  view: "read",
  edits: false,
  mark: null,
  sheet: false,
  part: "removed",
};

type Listener = (changed: ReadonlySet<keyof State>) => void;
const listeners: Listener[] = [];

export function subscribe(listener: Listener): void {
  listeners.push(listener);
}

/** Changes the state and shows it. */
export function update(change: Partial<State>): void {
  Object.assign(state, change);
  const changed = new Set(Object.keys(change) as (keyof State)[]);
  for (const listener of listeners) listener(changed);
}

/** The article that is open and in sight, if one is. */
export function current() {
  const { present, problem } = state;
  return present && !problem && present.session.at !== null ? present.found[present.session.at] : undefined;
}
