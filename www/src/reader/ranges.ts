/** Stretches of the article as ranges of the document, to be marked without touching its elements. */

export interface Located {
  text: string;
  /** The range of a stretch of `text`. */
  range(start: number, end: number): Range;
}

/** The text of an element with a way back from offsets to places in the document. */
export function locate(element: Element): Located {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  const placeOf = (offset: number, isEnd: boolean): [Text, number] => {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const start = nodes[middle]?.start ?? 0;
      if (isEnd ? start < offset : start <= offset) low = middle;
      else high = middle - 1;
    }
    const found = nodes[low];
    if (!found) throw new RangeError("an element without text has no ranges");
    return [found.node, Math.min(offset - found.start, found.node.data.length)];
  };
  return {
    text,
    range(start, end) {
      const range = document.createRange();
      range.setStart(...placeOf(start, false));
      range.setEnd(...placeOf(end, true));
      return range;
    },
  };
}

/** Marks ranges under a name that the style sheet knows; none takes the mark off. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (!("highlights" in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Brings a range into sight, without motion where the reader wants none. */
export function reveal(range: Range): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
}
