/** "ماسکو (سچ خبریں)" before a paragraph, as a newspaper has it; the core's own formats do the same. */

import type { Article } from "matn";

export interface Lead {
  /** The block that it opens; -1 where no paragraph takes it and it is a line of its own. */
  at: number;
  /** The dateline as it is printed, without what parts it from the text. */
  text: string;
  /** What parts it from the text. */
  gap: string;
}

/** The dateline opens the first paragraph behind the place where it stood: what was put back above it does not get it. */
export function leadOf({ dateline, blocks, spans }: Article): Lead | null {
  const { place, agency } = dateline ?? {};
  if (!place && !agency) return null;
  const stood = spans.dateline[0]?.[0] ?? 0;
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  const taker = paragraphs.find((block) => block.spans.every(([, end]) => end > stood)) ?? paragraphs[0];
  return {
    at: taker ? blocks.indexOf(taker) : -1,
    text: place && agency ? `${place} (${agency})` : (place ?? agency ?? ""),
    gap: place && agency ? " " : ": ",
  };
}
