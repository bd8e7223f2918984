/**
 * "Report this page": the input and the outcome as the reader corrected it, in one file.
 *
 * The file is a case of tests/golden/ as it stands: `expected` has the fields of expected.json there.
 */

import type { Article, Block } from "matn";
import { current, state } from "../session/state";
import { say } from "../shell/notice";
import { fileName } from "./file-name";
import { saveFile } from "./save";

export async function reportPage(): Promise<void> {
  const found = current();
  const session = state.present?.session;
  if (!found || !session) return;
  const source = session.sources[found.source] ?? {};
  const reading = session.readings[found.source] ?? "text";
  const input =
    reading === "bytes" ? { base64: base64(source.bytes ?? new Uint8Array()) } : { input: source[reading] ?? "" };
  const options = {
    ...(reading === "html" ? { as: "html" } : {}),
    ...(source.url ? { url: source.url } : {}),
    now: session.now,
  };
  const report = { ...input, ...options, expected: expectedOf(found.article) };
  const name = fileName(found.article.title, "case.json");
  saveFile(name, new Blob([`${JSON.stringify(report, null, 1)}\n`], { type: "application/json" }));
  say("said.saved", { name });
}

function expectedOf(article: Article) {
  const { title, subtitle, dateline, published, byline, blocks, related, removed } = article;
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    dateline,
    published,
    authors: byline,
    body: blocks.flatMap(entries),
    headings: blocks.filter(({ kind }) => kind === "heading").map(({ text }) => text),
    related: related.map((story) => ({
      title: story.title,
      ...(story.published ? { published: story.published } : {}),
      ...(story.snippet ? { snippet: story.snippet } : {}),
    })),
    removed: removed.map(({ text, label }) => ({ text, label })),
  };
}

/** A list's items, a poem's lines and a table's rows are entries of their own. */
function entries({ kind, text, items, rows, verses }: Block): string[] {
  if (kind === "image") return [];
  return items ?? verses ?? rows?.map((row) => row.join(" ")) ?? [text];
}

/** Bytes as base64, in slices that a call can take as its arguments. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
