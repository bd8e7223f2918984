/** Where in the article something was removed. */

import type { Article } from "matn";
import type { Piece } from "../review/piece";

export interface Gap {
  /** The removed pieces here. */
  pieces: Piece[];
}

/** One gap before each block and one after the last; a piece cut out of a block lies in the gap after it. */
export function gapsOf({ blocks, removed }: Article): Gap[] {
  const gaps: Gap[] = Array.from({ length: blocks.length + 1 }, () => ({ pieces: [] }));
  const starts = blocks.map((block) => block.spans[0]?.[0]);
  let before = 0;
  for (const [index, piece] of removed.entries()) {
    const start = piece.spans[0]?.[0] ?? 0;
    // A picture stands nowhere in the source text: it stays with the block before it.
    while (before < starts.length && (starts[before] ?? 0) < start) before += 1;
    gaps[before]?.pieces.push({ index, piece });
  }
  return gaps;
}

/** A name for a gap that stays while pieces around it change. */
export const placeOf = ({ pieces: [first] }: Gap): number => (first ? startOf(first.piece) : 0);

/** Where a removed piece stood, which names it. */
export const startOf = ({ spans }: Piece["piece"]): number => spans[0]?.[0] ?? 0;

/**
 * Where the mark is open once a piece is put back: still on what is left beside the piece, if it was open
 * there; the next one, else the one before.
 */
export function markAfter(article: Article, start: number, mark: number | null): number | null {
  const places = gapsOf(article).map((gap) => gap.pieces.map(({ piece }) => startOf(piece)));
  const around = places.find((starts) => starts.includes(start));
  if (mark === null || !around?.includes(mark)) return mark;
  const at = around.indexOf(start);
  return around[at + 1] ?? around[at - 1] ?? null;
}
