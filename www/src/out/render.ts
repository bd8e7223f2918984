/** The core's formats, with the promise of the page kept: with pictures off, nothing that goes out fetches one. */

import type { Article, Block, Format } from "matn";
import { engine } from "#engine";
import { t } from "../i18n";
import { isSafe } from "../reader/runs";
import { state } from "../session/state";

/** The formats that whoever opens them shows with pictures. */
const pictured: readonly Format[] = ["html", "document", "markdown"];

/** The article in a format; where pictures are off, a link stands in place of each. */
export function render(article: Article, format: Format): Promise<string> {
  if (state.settings.pictures || !pictured.includes(format)) return engine.render(article, format);
  return engine.render({ ...article, blocks: article.blocks.map((block) => linked(block, article.url)) }, format);
}

/** What a picture shows, as a link to it, and its caption below. */
function linked(block: Block, page: string | null): Block {
  const { kind, src, alt, caption } = block;
  const base = page && URL.canParse(page) ? page : undefined;
  if (kind !== "image" || !src || !URL.canParse(src, base)) return block;
  const { href, host } = new URL(src, base);
  if (!isSafe(href)) return block;
  const lines = [...new Set([alt, caption].filter((line) => line?.trim()))];
  const [name = t("picture.from", { site: host }), ...rest] = lines;
  return {
    kind: "paragraph",
    text: [name, ...rest].join("\n"),
    // Before any dateline, which opens the first paragraph behind its place.
    spans: [[0, 0]],
    marks: [{ kind: "link", at: [0, name.length], href }],
  };
}
