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
 * `data-keep`, so that a reader with a keyboard stays where she was. Where that is gone, the next one of
 * its kind gets it, then the one before, then what is marked as heir.
 */
export function refill(parent: HTMLElement, ...children: Child[]): void {
  const heirs = heirsIn(parent);
  const scrolled = parent.scrollTop;
  parent.replaceChildren();
  append(parent, children);
  if (parent.scrollTop !== scrolled) parent.scrollTop = scrolled;
  if (!heirs) return;
  const kept = new Map(all(parent).map((element) => [element.dataset.keep, element]));
  const heir = heirs.map((name) => kept.get(name)).find(Boolean) ?? parent.querySelector<HTMLElement>("[data-heir]");
  heir?.focus({ preventScroll: true });
}

const all = (parent: HTMLElement): HTMLElement[] => [...parent.querySelectorAll<HTMLElement>("[data-keep]")];

/** The names that may get the focus, best first; none where the focus is elsewhere. */
function heirsIn(parent: HTMLElement): string[] | undefined {
  const { activeElement } = document;
  if (!activeElement || activeElement === parent || !parent.contains(activeElement)) return undefined;
  const active = activeElement.closest<HTMLElement>("[data-keep]");
  const kept = (active && parent.contains(active) && active.dataset.keep) || "";
  if (!kept) return [];
  const names = all(parent).map(({ dataset }) => dataset.keep ?? "");
  const at = names.indexOf(kept);
  const kind = kept.replace(/-[^-]*$/, "-");
  const alike = (name: string) => name.startsWith(kind);
  return [kept, ...names.slice(at + 1).filter(alike), ...names.slice(0, Math.max(at, 0)).reverse().filter(alike)];
}
