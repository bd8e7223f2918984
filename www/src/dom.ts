/** Elements made node by node: the page never parses markup, so that no pasted text can become code. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Handlers = { [K in keyof HTMLElementEventMap as `on${K}`]?: (event: HTMLElementEventMap[K]) => void };

/**
 * Attributes by name; `on…` listens, `false`, `null` and `undefined` leave the attribute out, `true` sets
 * it empty, but `aria-…` says both.
 */
export type Props = Handlers & { [name: string]: unknown };

/** An element with its attributes, listeners and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value as EventListener);
    else if ((name === "value" && value !== null) || name === "checked" || name === "selected")
      Object.assign(element, { [name]: value });
    else if (name.startsWith("aria-") && typeof value === "boolean") element.setAttribute(name, String(value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

/** Adds children; nothing is added for `false`, `null` and `undefined`. */
export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (typeof child === "string" || typeof child === "number")
      parent.appendChild(document.createTextNode(`${child}`));
  }
}

/**
 * Puts new children in place of the old ones and gives the focus back to the element with the same
 * `data-keep`, so that a reader with a keyboard stays where she was.
 */
export function refill(parent: HTMLElement, ...children: Child[]): void {
  const active = document.activeElement;
  const kept = active instanceof HTMLElement && parent.contains(active) ? active.dataset.keep : undefined;
  const scrolled = parent.scrollTop;
  parent.replaceChildren();
  append(parent, children);
  if (parent.scrollTop !== scrolled) parent.scrollTop = scrolled;
  if (kept === undefined) return;
  const heir =
    parent.querySelector<HTMLElement>(`[data-keep="${CSS.escape(kept)}"]`) ??
    parent.querySelector<HTMLElement>("[data-heir]");
  heir?.focus({ preventScroll: true });
}
