/** What a reader can do; each act is one step of the timeline. */

import type { Label, NormalizeOptions } from "matn";
import { engine } from "#engine";
import { failureOf } from "../engine/engine";
import { type Key, t } from "../i18n";
import { addressIn } from "../input/address";
import { fail, say } from "../shell/notice";
import { decide, derive, deriveFirst } from "./derive";
import { begin, type Decision, formsOf, type Outcome, type Session, type Source } from "./session";
import { current, state, update } from "./state";
import { Timeline } from "./timeline";

export const timeline = new Timeline(() => update({}));

let running: AbortController | undefined;

/** Reads new sources; where they hold no article, says so and keeps the text in the place to paste. */
export async function open(sources: readonly Source[], draft = ""): Promise<void> {
  const [first] = sources;
  const address = sources.length === 1 && first && first.bytes === undefined ? addressIn(first.text ?? "") : null;
  if (address !== null) return update({ problem: { kind: "address", url: address }, draft, work: null });
  const outcome = await work(begin(sources), deriveFirst);
  if (!outcome) return update({ draft });
  if (outcome.found.length === 0) {
    return update({ problem: { kind: "missed", missed: outcome.missed, session: outcome.session }, draft });
  }
  step("step.open", outcome);
  for (const { source, failure } of outcome.missed) fail(failure.code, sources[source]?.name);
}

/** Opens what holds no article, with nothing taken away. */
export async function openAsItIs(session: Session): Promise<void> {
  await reopen({ ...session, asItIs: true });
}

/** Opens a session of the history, with every decision that was made in it. */
export async function reopen(session: Session): Promise<void> {
  const outcome = await work(session, derive);
  if (!outcome) return;
  if (outcome.found.length > 0) step("step.open", outcome);
  else update({ problem: { kind: "missed", missed: outcome.missed, session } });
}

/** Back to the empty place to paste. */
export function close(): void {
  running?.abort();
  if (state.problem || state.draft) update({ problem: null, draft: "" });
  if (state.present) step("step.new", null);
}

/** Puts the present in place, as one step. */
export function step(name: Key, next: Outcome | null): void {
  const before = state.present;
  const put = (outcome: Outcome | null) => {
    const other = outcome?.session.id !== state.present?.session.id;
    update({
      present: outcome,
      problem: null,
      mark: null,
      ...(other ? { view: "read", edits: false, sheet: false } : {}),
    });
    if (outcome && outcome.language !== state.settings.language) void renew();
  };
  put(next);
  timeline.push({ name, undo: () => put(before), redo: () => put(next) });
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
  update({ work: { done: null, name, cancel }, problem: null });
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
async function change(name: Key, how: Partial<Session>): Promise<void> {
  if (!state.present) return;
  const outcome = await work({ ...state.present.session, ...how }, derive);
  if (!outcome) return;
  step(name, outcome);
  tellStep(name);
}

/** Opens one of several articles, or their list. */
export function choose(at: number | null): void {
  const { present } = state;
  if (present) step("step.choose", { ...present, session: { ...present.session, at } });
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
  else if (outcome) step("step.form", outcome);
}

export const restore = (index: number) => decideBy("restore", index);
export const remove = (index: number) => decideBy("remove", index);

/** Says what was done and offers to take it back, where a phone has no room for the button. */
function tellStep(name: Key): void {
  say("said.done", { step: t(name) }, { name: "bar.undo", act: () => void timeline.undo() });
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
  const rest = session.decisions.filter(
    (past) => !(past.source === source && past.start === start && past.does !== does),
  );
  if (rest.length < session.decisions.length) return change(name, { decisions: rest });
  const decision: Decision = { does, source, start };
  try {
    const changed = await decide(engine, article, decision);
    if (!changed || state.present.session !== session) return;
    const all = state.present.found.map((other) => (other === found ? { source, article: changed } : other));
    step(name, { ...state.present, found: all, session: { ...session, decisions: [...session.decisions, decision] } });
    tellStep(name);
  } catch (error) {
    fail(failureOf(error).code);
  }
}

/** Switches the removal of a label on or off for the whole session. */
export function switchLabel(label: Label, removed: boolean): Promise<void> {
  const others = (state.present?.session.keep ?? []).filter((other) => other !== label);
  return change("step.label", { keep: removed ? others : [...others, label] });
}

/** Switches a kind of setting right. */
export function setRight<K extends keyof NormalizeOptions>(kind: K, value: NormalizeOptions[K]): Promise<void> {
  return change("step.normalize", { normalize: { ...state.present?.session.normalize, [kind]: value } });
}
