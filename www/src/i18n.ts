/** What the page says, in the reader's language. The sentences stand in messages/, none stands in code. */

import en from "./messages/en.json";
import ur from "./messages/ur.json";

export type Language = "ur" | "en";
export type Key = keyof typeof ur;

/** A key that has one form for one and another for many: `NAME.one`, `NAME.other`. */
export type Counted = { [K in Key]: K extends `${infer Name}.other` ? Name : never }[Key];

const messages: Record<Language, Record<Key, string>> = { ur, en };
// Urdu's own digits, which Intl does not choose by itself.
const locales: Record<Language, string> = { ur: "ur-PK-u-nu-arabext", en: "en-GB" };

let language: Language = "ur";

export const currentLanguage = (): Language => language;
export const direction = (): "rtl" | "ltr" => (language === "ur" ? "rtl" : "ltr");

/** Chooses the language and tells the document, so that fonts, direction and screen readers follow. */
export function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.documentElement.dir = direction();
  document.title = t("app.title");
}

const isTouch = (): boolean => matchMedia("(pointer: coarse)").matches;

/** The form of a message for fingers, where keys and a mouse would be named: `NAME.touch`. */
const formFor = (key: Key): Key => (`${key}.touch` in ur && isTouch() ? (`${key}.touch` as Key) : key);

/** A message; `{name}` in it is replaced by the value of that name. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return messages[language][formFor(key)].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** A message that counts something: `{n}` is the count. */
export function counted(name: Counted, n: number, values: Record<string, string | number> = {}): string {
  return t(formOf(name, n), { n, ...values });
}

/** The form of such a message for a count. */
export const formOf = (name: Counted, n: number): Key =>
  `${name}.${plurals[language].select(n) === "one" ? "one" : "other"}` as Key;

// Made once: a page with thousands of pieces counts each of them.
const plurals = { ur: new Intl.PluralRules("ur"), en: new Intl.PluralRules("en") };
const numbers = { ur: new Intl.NumberFormat(locales.ur), en: new Intl.NumberFormat(locales.en) };

export const number = (value: number): string => numbers[language].format(value);
export const percent = (value: number): string =>
  new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 0 }).format(value);

/** A list of names: "a, b and c". */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: "conjunction" }).format(names);

/** Urdu has no words of its own for AM and PM. */
const clock = { timeStyle: "short", hourCycle: "h23" } as const;

/** An ISO date or date-time of an article, as exact as it is and as the article's own clock had it. */
export function dateOf(iso: string, into: Language = language): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso) ?? [];
  if (!day) return iso;
  const options: Intl.DateTimeFormatOptions = {
    dateStyle: "long",
    timeZone: "UTC",
    ...(time ? clock : {}),
  };
  return new Intl.DateTimeFormat(locales[into], options).format(new Date(`${day}T${time ?? "00:00"}Z`));
}

/** The same in a text of its own language, whatever the interface speaks. */
export const dateIn = (iso: string, lang: string): string => dateOf(iso, /^ur\b/i.test(lang) ? "ur" : "en");

/** A moment on the reader's own clock. */
export const momentOf = (time: number): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", ...clock }).format(time);
