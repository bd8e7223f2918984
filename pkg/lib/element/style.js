/** The element's style: a constructed sheet, which a strict Content Security Policy allows. */

// Nastaliq climbs and descends far from its baseline: below 2.2 lines touch.
const css = `
  :host { display: block; }
  article:lang(ur) { font-family: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", serif; line-height: 2.4; }
  article:lang(ur) :is(h1, h2, h3, h4, h5, h6) { line-height: 2.2; }
  [part="dateline"] { font-weight: bold; }
  blockquote { margin-inline: 1em; white-space: pre-line; }
  img { max-width: 100%; height: auto; }
  td { border: 1px solid; padding: 0.2em 0.5em; }
  ul.verse { list-style: none; padding: 0; text-align: center; }
`;

const sheets = new WeakMap();

/** The sheet for a window: each document takes only sheets of its own. */
export function sheet(window) {
  if (!sheets.has(window)) {
    const made = new window.CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(window, made);
  }
  return sheets.get(window);
}
