/** From a session to its articles: each source is read, then every decision made by hand is made again. */

import type { Article, Block, ExtractOptions } from "matn";
import { type Control, type Engine, failureOf } from "../engine/engine";
import type { Language } from "../i18n";
import {
  type Decision,
  type Found,
  formsOf,
  inputOf,
  type Missed,
  type Outcome,
  type Reading,
  type Session,
} from "./session";

/** The options with which a source is read. */
export function optionsOf(session: Session, source: number, language: Language): ExtractOptions {
  const reading = session.readings[source];
  const url = session.sources[source]?.url;
  return {
    language,
    edits: true,
    now: new Date(session.now),
    keep: [...session.keep],
    normalize: session.normalize,
    ...(reading === "html" ? { as: "html" as const } : {}),
    ...(url ? { url } : {}),
  };
}

/** Reads all sources. What cannot be read is `missed`; only a cancelled call throws. */
export async function derive(
  engine: Engine,
  session: Session,
  language: Language,
  control: Control = {},
): Promise<Outcome> {
  const found: Found[] = [];
  const missed: Missed[] = [];
  const count = session.sources.length;
  for (let source = 0; source < count; source += 1) {
    const part: Control = { ...control, onProgress: (done) => control.onProgress?.((source + done) / count) };
    try {
      for (const article of await read(engine, session, source, language, part)) found.push({ source, article });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === "cancelled") throw error;
      if (session.asItIs && failure.blocks) found.push({ source, article: await asItIs(engine, failure.blocks) });
      else missed.push({ source, failure });
    }
  }
  const decided = await replay(engine, found, session.decisions);
  return { session: { ...session, at: placeIn(session, decided) }, found: decided, missed, language };
}

/**
 * A first reading: where the preferred form of a source gives no article, its other form is tried.
 */
export async function deriveFirst(
  engine: Engine,
  session: Session,
  language: Language,
  control: Control = {},
): Promise<Outcome> {
  const outcome = await derive(engine, session, language, control);
  const readings = session.readings.map((reading, source): Reading => {
    const other = formsOf(session.sources[source] ?? {}).find((form) => form !== reading);
    return other && outcome.missed.some((miss) => miss.source === source) ? other : reading;
  });
  if (readings.every((reading, source) => reading === session.readings[source])) return outcome;
  const second = await derive(engine, { ...session, readings }, language, control);
  return second.missed.length < outcome.missed.length ? second : outcome;
}

function read(
  engine: Engine,
  session: Session,
  source: number,
  language: Language,
  control: Control,
): Promise<Article[]> {
  const input = inputOf(session.sources[source] ?? {}, session.readings[source] ?? "text");
  return engine.extractAll(input, optionsOf(session, source, language), control);
}

/** Text without an article in it, opened with nothing taken away. */
async function asItIs(engine: Engine, blocks: readonly Block[]): Promise<Article> {
  const text = blocks.map((block) => block.text).join("\n\n");
  const words = (await engine.words(text)).length;
  const sentences = (await engine.sentences(text)).length;
  const characters = [...text.replace(/\s/g, "")].length;
  return {
    ...{ version: 1, title: null, subtitle: null, byline: [], dateline: null, published: null, modified: null },
    ...{ siteName: null, url: null, image: null, lang: "ur", dir: "rtl", blocks: [...blocks], related: [] },
    spans: { title: [], subtitle: [], byline: [], dateline: [], published: [], modified: [] },
    ...{ removed: [], changes: [], warnings: [] },
    stats: { words, sentences, characters, readingMinutes: Math.ceil(words / 200) },
  };
}

/** One article is open at once; of several, the list is shown until one is chosen. */
function placeIn(session: Session, found: readonly Found[]): number | null {
  if (found.length === 1) return 0;
  return session.at !== null && session.at < found.length ? session.at : null;
}

async function replay(engine: Engine, found: readonly Found[], decisions: readonly Decision[]): Promise<Found[]> {
  const decided = [...found];
  for (const decision of decisions) {
    for (const [at, { source, article }] of decided.entries()) {
      if (source !== decision.source) continue;
      const changed = await decide(engine, article, decision);
      if (changed) decided[at] = { source, article: changed };
    }
  }
  return decided;
}

/** The article after one decision; undefined where it has no such piece. */
export async function decide(
  engine: Engine,
  article: Article,
  { does, start }: Decision,
): Promise<Article | undefined> {
  const pieces = does === "restore" ? article.removed : article.blocks;
  const index = pieces.findIndex((piece) => piece.spans[0]?.[0] === start);
  if (index < 0) return undefined;
  return does === "restore" ? engine.restore(article, index) : engine.remove(article, index);
}
