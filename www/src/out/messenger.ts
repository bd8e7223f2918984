/** The article as a messenger likes it: the headline bold, a blank line between paragraphs, no markup else. */

import type { Article, Block } from "matn";
import { dateIn } from "../i18n";
import { leadOf } from "../reader/dateline";

export function messengerText(article: Article): string {
  const { title, subtitle, byline, published, blocks, url } = article;
  const lead = leadOf(article);
  const head = [
    title && bold(title),
    subtitle,
    [byline.join("، "), published && dateIn(published, article.lang)].filter(Boolean).join(" | "),
  ];
  const body = blocks.map((block, at) => (at === lead?.at ? lead.text + lead.gap : "") + lines(block));
  if (lead?.at === -1) body.unshift(lead.text);
  return [...head, ...body, url].filter(Boolean).join("\n\n");
}

function lines({ kind, text, items }: Block): string {
  if (kind === "heading") return bold(text);
  if (kind === "list") return (items ?? []).map((item) => `• ${item}`).join("\n");
  if (kind === "table") return text.replaceAll("\t", " | ");
  return text;
}

/** Messengers end bold at the first star and at a line's end. */
const bold = (text: string): string => `*${text.replaceAll("*", "").trim()}*`;
