/** Before and after side by side: the source with what was removed struck out, and the article. */

import type { Article, Span } from "matn";
import { engine } from "#engine";
import { h } from "../dom";
import { failureOf } from "../engine/engine";
import { t } from "../i18n";
import { articlePage } from "../reader/article";
import { optionsOf } from "../session/derive";
import { inputOf, type Session } from "../session/session";
import { state } from "../session/state";
import { fail } from "../shell/notice";

/** Source texts that were asked for, by session and source; a session's sources never change. */
const known = new Map<string, Promise<string>>();

export function comparePage(session: Session, source: number, article: Article): HTMLElement {
  const before = h("div", {
    class: "source",
    dir: "auto",
    lang: "ur",
    tabindex: 0,
    role: "region",
    "aria-label": t("compare.before"),
  });
  void sourceText(session, source).then(
    (text) => before.append(...marked(text, article)),
    (error) => fail(failureOf(error).code),
  );
  return h(
    "div",
    { class: "compare" },
    h("section", { class: "compare-side" }, h("h2", { class: "side-title" }, t("compare.before")), before),
    h("section", { class: "compare-side" }, h("h2", { class: "side-title" }, t("compare.after")), articlePage(article)),
  );
}

function sourceText(session: Session, source: number): Promise<string> {
  const key = [session.id, source, session.readings[source]].join(" ");
  const asked = known.get(key);
  if (asked) return asked;
  const input = inputOf(session.sources[source] ?? {}, session.readings[source] ?? "text");
  const text = engine.sourceText(input, optionsOf(session, source, state.settings.language));
  known.clear();
  known.set(key, text);
  return text;
}

/** The source with its removed pieces struck out and its related stories set back. */
function marked(text: string, { removed, related }: Article): Node[] {
  const pieces: { span: Span; kind: "removed" | "related" }[] = [
    ...removed.flatMap(({ spans }) => spans.map((span) => ({ span, kind: "removed" as const }))),
    ...related.flatMap(({ spans }) => spans.map((span) => ({ span, kind: "related" as const }))),
  ];
  pieces.sort((a, b) => a.span[0] - b.span[0]);
  const chunks: HTMLElement[] = [h("div", { class: "chunk" })];
  let from = 0;
  let begun = 0;
  for (const { span, kind } of pieces) {
    if (span[0] - begun > chunk) {
      chunks.push(h("div", { class: "chunk" }));
      begun = span[0];
    }
    chunks
      .at(-1)
      ?.append(
        text.slice(from, span[0]),
        h(kind === "removed" ? "del" : "span", { class: `was-${kind}` }, text.slice(...span)),
      );
    from = span[1];
  }
  chunks.at(-1)?.append(text.slice(from));
  return chunks;
}

/** Characters that are laid out together. */
const chunk = 20_000;
