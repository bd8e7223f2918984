/**
 * "Report this page": the input and the outcome as the reader corrected it, in one file.
 *
 * The file is a case of tests/golden/ as it stands: `expected` has the fields of expected.json there, with
 * the body as the input has it.
 */

import type { Article, Block, Span } from "matn";
import { engine } from "#engine";
import { failureOf } from "../engine/engine";
import { leadOf } from "../reader/dateline";
import { optionsOf } from "../session/derive";
import { inputOf } from "../session/session";
import { current, state } from "../session/state";
import { fail, say } from "../shell/notice";
import { fileName } from "./file-name";
import { saveFile } from "./save";

export async function reportPage(): Promise<void> {
  const found = current();
  const session = state.present?.session;
  if (!found || !session) return;
  const { article, source } = found;
  const reading = session.readings[source] ?? "text";
  const input = inputOf(session.sources[source] ?? {}, reading);
  const { as, url } = optionsOf(session, source, state.settings.language);
  try {
    const text = await engine.sourceText(input, { ...(as ? { as } : {}) });
    const report = {
      ...(typeof input === "string" ? { input } : { base64: base64(input) }),
      ...(as ? { as } : {}),
      ...(url ? { url } : {}),
      now: session.now,
      expected: expectedOf(article, text),
    };
    const name = fileName(article.title, "case.json");
    saveFile(name, new Blob([`${JSON.stringify(report, null, 1)}\n`], { type: "application/json" }));
    say("said.saved", { name });
  } catch (error) {
    fail(failureOf(error).code);
  }
}

function expectedOf(article: Article, text: string) {
  const { title, subtitle, dateline, published, byline, blocks, related, removed, spans } = article;
  const first = leadOf(article)?.at;
  const stood = (all: readonly Span[]) =>
    all
      .map(([start, end]) => text.slice(start, end))
      .join(" ")
      .trim();
  const body = blocks.map((block, at) =>
    entries(block, stood(at === first ? [...spans.dateline, ...block.spans] : block.spans)),
  );
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    dateline,
    published,
    authors: byline,
    body: body.flat(),
    headings: blocks.flatMap((block, at) => (block.kind === "heading" ? (body[at] ?? []) : [])),
    related: related.map((story) => ({
      title: story.title,
      ...(story.published ? { published: story.published } : {}),
      ...(story.snippet ? { snippet: story.snippet } : {}),
    })),
    removed: removed.map((piece) => ({ text: piece.text, label: piece.label })),
  };
}

/** A list's items, a poem's lines and a table's rows are entries of their own; a picture is none. */
function entries({ kind, items, rows, verses }: Block, stood: string): string[] {
  if (kind === "image") return [];
  return items ?? verses ?? rows?.map((row) => row.join(" ")) ?? [stood.replace(/\s+/g, " ")];
}

/** Bytes as base64, in slices that a call can take as its arguments. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
