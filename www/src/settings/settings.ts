/** How the reader likes to read; kept in this browser, and the only thing that `trace: false` still keeps. */

import type { Language } from "../i18n";

export interface Settings {
  language: Language;
  theme: "system" | "light" | "dark" | "sepia";
  face: "nastaliq" | "naskh";
  /** Steps from smallest to largest; what a step means stands in the style sheet. */
  size: number;
  spacing: number;
  width: number;
  /** Whether pictures are fetched from their sites. */
  pictures: boolean;
  /** Whether single keys act. */
  keys: boolean;
  /** Whether articles are remembered on this device. */
  trace: boolean;
  /** Whether the panel stands open beside the article where there is room. */
  panel: boolean;
}

/** Steps of size, spacing and width. */
export const steps = { size: 7, spacing: 4, width: 5 } as const;

export const defaults: Settings = {
  language: "ur",
  theme: "system",
  face: "nastaliq",
  size: 3,
  spacing: 1,
  width: 3,
  pictures: false,
  keys: true,
  trace: true,
  panel: true,
};

const place = "matn-settings";

/** The settings of an earlier visit; whatever is not as it should be is the default. */
export function load(): Settings {
  let kept: Record<string, unknown> = {};
  try {
    kept = JSON.parse(localStorage.getItem(place) ?? "{}") ?? {};
  } catch {
    // Storage may be closed to the page or hold something else: the defaults do.
  }
  return sound(kept);
}

/** Settings from anything: unknown names are left out, values of another kind are the defaults. */
export function sound(kept: Record<string, unknown>): Settings {
  const settings = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof Settings)[]) {
    if (typeof kept[name] === typeof defaults[name]) Object.assign(settings, { [name]: kept[name] });
  }
  for (const [name, last] of Object.entries(steps) as [keyof typeof steps, number][]) {
    settings[name] = Math.min(Math.max(Math.round(settings[name]), 1), last);
  }
  if (!["ur", "en"].includes(settings.language)) settings.language = defaults.language;
  if (!["system", "light", "dark", "sepia"].includes(settings.theme)) settings.theme = defaults.theme;
  if (!["nastaliq", "naskh"].includes(settings.face)) settings.face = defaults.face;
  return settings;
}

export function store(settings: Settings): void {
  try {
    localStorage.setItem(place, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing: the settings hold until the page is closed.
  }
}

/** Shows the settings: the style sheet reads them off the root element. */
export function show(settings: Settings): void {
  const root = document.documentElement;
  for (const name of ["theme", "face", "size", "spacing", "width"] as const)
    root.dataset[name] = String(settings[name]);
}
