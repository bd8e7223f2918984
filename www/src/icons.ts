/** Line drawings on a 24 by 24 field, one path each. */

const paths = {
  add: "M12 5v14M5 12h14",
  back: "M5 12h14M13 6l6 6-6 6",
  book: "M12 6.5C10 5 7 4.5 4 4.5v14c3 0 6 .5 8 2 2-1.5 5-2 8-2v-14c-3 0-6 .5-8 2Zm0 0v14",
  changes: "M4 7h10M4 12h7M4 17h5M14 16.5l2.5 2.500L21 14",
  close: "M6 6l12 12M18 6 6 18",
  compare: "M12 4v16M4 7h4M4 12h4M4 17h4M16 7h4M16 12h4M16 17h4",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  dots: "M5 11h1v1h-1zM12 11h1v1h-1zM19 11h1v1h-1z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  find: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM20 20l-4.7-4.7",
  flag: "M6 21V4h11l-2 4 2 4H6",
  history: "M4 12a8 8 0 1 0 2.5-5.800M4 4v4h4M12 8v4l3 2",
  keys: "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8",
  listen: "M5 10v4h3l4 4V6L8 10zM16 9a4 4 0 0 1 0 6M18.5 6.500a8 8 0 0 1 0 11",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
  minus: "M5 12h14",
  next: "M6 10l6 6 6-6",
  offline:
    "M4 4l16 16M8.500 16.500a5 5 0 0 1 7 0M5.500 13a9 9 0 0 1 4-2.300M18.500 13a9 9 0 0 0-4-2.300M2.500 9.500a14 14 0 0 1 3.500-2.300M21.500 9.500a14 14 0 0 0-11-3.900M12 20h.01",
  paste: "M9 4h6v3H9zM9 5H6v15h12V5h-3M9 12h6M9 16h4",
  pause: "M9 6v12M15 6v12",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
  play: "M8 5l11 7-11 7z",
  previous: "M6 14l6-6 6 6",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  redo: "M15 5l5 5-5 5M20 10H9a5 5 0 0 0 0 10h3",
  removed: "M4 6h16M4 18h16M8 12h.01M12 12h.01M16 12h.01",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5",
  share: "M12 15V4M8 8l4-4 4 4M5 12v8h14v-8",
  stop: "M7 7h10v10H7z",
  trash: "M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  undo: "M9 5l-5 5 5 5M4 10h11a5 5 0 0 1 0 10h-3",
} as const;

export type Icon = keyof typeof paths;

const svg = "http://www.w3.org/2000/svg";

/** A drawing for the eye only: its button carries the name. */
export function icon(name: Icon): SVGElement {
  const element = document.createElementNS(svg, "svg");
  element.setAttribute("viewBox", "0 0 24 24");
  element.setAttribute("class", "icon");
  element.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", paths[name]);
  element.appendChild(path);
  return element;
}
