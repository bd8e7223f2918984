/**
 * What is being read and what the reader decided about it.
 *
 * A session is only inputs and decisions; the articles follow from it (derive.ts). So a switch that
 * reads the input anew loses no decision, and undo is nothing but the session before.
 */

import type { Article, Label, NormalizeOptions } from "matn";
import type { Failure } from "../engine/engine";

/** One input, as it came. */
export interface Source {
  /** The file's name. */
  name?: string;
  /** The address that it came from. */
  url?: string;
  /** The plain text of the clipboard, or typed. */
  text?: string;
  /** The markup of the clipboard or of a handed-over page. */
  html?: string;
  /** A file's bytes. */
  bytes?: Uint8Array;
}

/** Which of a source's forms is read. */
export type Reading = "text" | "html" | "bytes";

/** A decision made by hand; the place is where the piece begins in the source text, which no option moves. */
export interface Decision {
  does: "restore" | "remove";
  source: number;
  start: number;
}

export interface Session {
  /** Names it in the history. */
  id: string;
  /** When it began, ISO 8601: "two hours ago" means before this. */
  now: string;
  sources: readonly Source[];
  /** The form that is read, source by source. */
  readings: readonly Reading[];
  /** Which article is open; null shows the list of several. */
  at: number | null;
  /** Labels that are not removed. */
  keep: readonly Label[];
  normalize: Readonly<NormalizeOptions>;
  decisions: readonly Decision[];
  /** Whether what holds no article is opened all the same. */
  asItIs?: boolean;
}

/** An article and the source that it came from. */
export interface Found {
  source: number;
  article: Article;
}

/** A source that gave no article. */
export interface Missed {
  source: number;
  failure: Failure;
}

/** A session with what follows from it, in one language of reasons. */
export interface Outcome {
  session: Session;
  found: readonly Found[];
  missed: readonly Missed[];
  language: string;
}

/** The forms that a source has, the first one preferred. */
export function formsOf(source: Source): Reading[] {
  if (source.bytes) return ["bytes"];
  const { text, html } = source;
  if (html === undefined) return ["text"];
  if (text === undefined) return ["html"];
  return hasStructure(html, text) ? ["html", "text"] : ["text", "html"];
}

/**
 * Whether markup tells more than the plain text beside it: editors and messengers put styled lines
 * without any structure, or only a part, where web pages put paragraphs, headings and links.
 */
function hasStructure(html: string, text: string): boolean {
  const blocks = html.match(/<(?:p|h[1-6]|article|li|blockquote|table|figure)[\s>]/gi)?.length ?? 0;
  const lines = text.split(/\n\s*\n/).length;
  return blocks > 0 && blocks * 3 >= lines;
}

/** What is handed to the engine for a source. */
export function inputOf(source: Source, reading: Reading): string | Uint8Array {
  return source[reading] ?? source.text ?? source.html ?? "";
}

export function begin(sources: readonly Source[]): Session {
  return {
    id: crypto.randomUUID(),
    now: new Date().toISOString(),
    sources,
    readings: sources.map((source) => formsOf(source)[0] ?? "text"),
    at: null,
    keep: [],
    normalize: {},
    decisions: [],
  };
}
