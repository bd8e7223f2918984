/** What a reader can do; each act is one step of the timeline. */

import type { Label, NormalizeOptions } from "matn";
import { engine } from "#engine";
import { failureOf } from "../engine/engine";
import { type Key, t } from "../i18n";
import { addressIn } from "../input/address";
import { markAfter } from "../reader/gaps";
import { fail, failAll, say, withdraw } from "../shell/notice";
import { decide, derive, deriveFirst } from "./derive";
import { begin, type Decision, formsOf, type Outcome, type Session, type Source } from "./session";
import { current, type Problem, type State, state, type Unread, update } from "./state";
import { Timeline } from "./timeline";

export const timeline = new Timeline(
  () => {
    withdraw();
    update({});
  },
  () => document.querySelector("dialog[open]")?.id,
);

let running: AbortController | undefined;

/**
 * Reads new sources; where they hold no article, says so and keeps the text in the place to paste.
 *
 * @param unread files that are known to be unreadable before any of them is read
 */
export async function open(sources: readonly Source[], draft = "", unread: readonly Unread[] = []): Promise<void> {
  const [first] = sources;
  const address = sources.length === 1 && first && first.bytes === undefined ? addressIn(first.text ?? "") : null;
  if (address !== null) return meet({ kind: "address", url: address }, draft);
  if (sources.length === 0) return meet({ kind: "unread", unread, asItIs: null }, draft);
  const outcome = await work(begin(sources), deriveFirst);
  if (!outcome) {
    if (!state.present) update({ problem: null, draft });
    return;
  }
  const all = [...unread, ...unreadIn(outcome)];
  if (outcome.found.length === 0) return meet({ kind: "unread", unread: all, asItIs: blankIn(outcome) }, draft);
  step("step.open", { present: outcome, draft: "" });
  failAll(all);
}

/** Shows why something cannot be read. */
function meet(problem: Problem, draft: string): void {
  running?.abort();
  running = undefined;
  update({ work: null });
  step("step.paste", { problem, draft });
}

const unreadIn = ({ missed, session }: Outcome): Unread[] =>
  missed.map(({ source, failure }) => ({ name: session.sources[source]?.name, code: failure.code }));

/** The session, where it has text that can be read although it holds no article. */
const blankIn = ({ missed, session }: Outcome): Session | null =>
  missed.some(({ failure }) => failure.blocks) ? session : null;

/** Opens what holds no article, with nothing taken away. */
export async function openAsItIs(session: Session): Promise<void> {
  await reopen({ ...session, asItIs: true });
}

/** Opens a session of the history, with every decision that was made in it. */
export async function reopen(session: Session): Promise<void> {
  const outcome = await work(session, derive);
  if (!outcome) return;
  if (outcome.found.length > 0) step("step.open", { present: outcome, draft: "" });
  else meet({ kind: "unread", unread: unreadIn(outcome), asItIs: blankIn(outcome) }, state.draft);
}

/** Back to the empty place to paste. */
export function close(): void {
  running?.abort();
  const { present, problem, draft } = state;
  if (!present && !problem && !draft) return;
  step("step.new", { present: null, draft: "" });
  document.getElementById("place")?.focus({ preventScroll: true });
  // An article is in the history; what was typed is nowhere else.
  if (draft.trim() !== "") tellDone("done.new");
}

/** From a problem back to the article that it came over. */
export function back(): void {
  if (state.problem && state.present) step("step.back", { draft: "" });
}

/** What a step puts in place. */
type Scene = Pick<State, "present" | "problem" | "draft">;

const scene = ({ present, problem, draft }: Scene): Scene => ({ present, problem, draft });

/** Puts a scene in place, as one step; a problem stays only where the step brings it. */
export function step(name: Key, change: Partial<Scene>, mark = state.mark): void {
  let before = scene(state);
  let after: Scene = { ...before, problem: null, ...change };
  const put = (next: Scene, open = state.mark) => {
    const other = next.present?.session.id !== state.present?.session.id;
    update({ ...next, mark: open, ...(other ? { view: "read", edits: false, sheet: false, mark: null } : {}) });
    if (next.present && next.present.language !== state.settings.language) void renew();
  };
  put(after, mark);
  // What is left is kept as it is when it is left: it may have been typed since.
  const undo = () => {
    after = scene(state);
    put(before);
  };
  const redo = () => {
    before = scene(state);
    put(after);
  };
  timeline.push({ name, undo, redo });
}

export async function undo(): Promise<void> {
  const done = await timeline.undo();
  if (done) say("said.undone", { step: t(done.name) });
}

export async function redo(): Promise<void> {
  const done = await timeline.redo();
  if (done) say("said.redone", { step: t(done.name) });
}

/** Derives the present anew, in the language that is now chosen; no step, since nothing was decided. */
export async function renew(): Promise<void> {
  if (!state.present) return;
  const outcome = await work(state.present.session, derive);
  if (outcome && outcome.found.length > 0 && outcome.session.id === state.present?.session.id)
    update({ present: outcome });
}

/** Runs the engine and shows its progress; the last call wins, an older one is given up. */
async function work(session: Session, how: typeof derive): Promise<Outcome | undefined> {
  running?.abort();
  const control = new AbortController();
  running = control;
  const name = session.sources.length === 1 ? session.sources[0]?.name : undefined;
  const cancel = () => control.abort();
  update({ work: { done: null, name, cancel } });
  try {
    const onProgress = (done: number) => {
      if (running === control && session.sources.length > 1) update({ work: { done, name, cancel } });
    };
    return await how(engine, session, state.settings.language, { signal: control.signal, onProgress });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== "cancelled") fail(failure.code);
    else if (running === control) say("said.cancelled");
    return undefined;
  } finally {
    if (running === control) update({ work: null });
  }
}

/** A session with something changed, derived and put in place. */
async function change(name: Key, done: Key, how: Partial<Session>, mark = state.mark): Promise<void> {
  if (!state.present) return;
  const outcome = await work({ ...state.present.session, ...how }, derive);
  if (!outcome) return;
  step(name, { present: outcome }, mark);
  tellDone(done);
}

/** Opens one of several articles, or their list. */
export function choose(at: number | null): void {
  const { present } = state;
  if (present) step("step.choose", { present: { ...present, session: { ...present.session, at } } });
}

/** Reads the other form of the open article's source. */
export async function readOther(source: number): Promise<void> {
  const session = state.present?.session;
  if (!session) return;
  const other = formsOf(session.sources[source] ?? {}).find((form) => form !== session.readings[source]);
  if (!other) return;
  const readings = session.readings.map((reading, at) => (at === source ? other : reading));
  const decisions = session.decisions.filter((decision) => decision.source !== source);
  const outcome = await work({ ...session, readings, decisions }, derive);
  const miss = outcome?.missed.find((missed) => missed.source === source);
  if (miss) fail(miss.failure.code);
  else if (outcome) step("step.form", { present: outcome });
}

export const restore = (index: number) => decideBy("restore", index);
export const remove = (index: number) => decideBy("remove", index);

/** Says what was done and offers to take it back, where a phone has no room for the button. */
function tellDone(done: Key): void {
  say(done, {}, { name: "bar.undo", act: () => void undo() });
}

/** Decides on one piece; what takes back an earlier decision removes that one instead. */
async function decideBy(does: Decision["does"], index: number): Promise<void> {
  const found = current();
  const session = state.present?.session;
  if (!found || !session || !state.present) return;
  const { source, article } = found;
  const start = (does === "restore" ? article.removed : article.blocks)[index]?.spans[0]?.[0];
  if (start === undefined) return;
  const name: Key = does === "restore" ? "step.restore" : "step.remove";
  const done: Key = does === "restore" ? "done.restore" : "done.remove";
  const rest = session.decisions.filter(
    (past) => !(past.source === source && past.start === start && past.does !== does),
  );
  const mark = does === "restore" ? markAfter(article, start, state.mark) : state.mark;
  if (rest.length < session.decisions.length) return change(name, done, { decisions: rest }, mark);
  const decision: Decision = { does, source, start };
  try {
    const changed = await decide(engine, article, decision);
    if (!changed || state.present.session !== session) return;
    const all = state.present.found.map((other) => (other === found ? { source, article: changed } : other));
    const decided = { ...session, decisions: [...session.decisions, decision] };
    step(name, { present: { ...state.present, found: all, session: decided } }, mark);
    tellDone(done);
  } catch (error) {
    fail(failureOf(error).code);
  }
}

/** Switches the removal of a label on or off for the whole session. */
export function switchLabel(label: Label, removed: boolean): Promise<void> {
  const others = (state.present?.session.keep ?? []).filter((other) => other !== label);
  return change("step.label", removed ? "done.label.remove" : "done.label.keep", {
    keep: removed ? others : [...others, label],
  });
}

/** Switches a kind of setting right. */
export function setRight<K extends keyof NormalizeOptions>(kind: K, value: NormalizeOptions[K]): Promise<void> {
  return change("step.normalize", "done.normalize", {
    normalize: { ...state.present?.session.normalize, [kind]: value },
  });
}
