/** Errors that only the command line has, in the language that is asked for. */

import { MatnError } from "../error.js";
import { messages } from "../messages.js";

/**
 * @param {string} code a key of `messages`
 * @param {Record<string, unknown>} values what stands in the message's braces
 * @param {"en" | "ur"} [language]
 */
export function refusal(code, values, language = "en") {
  const text = messages[code][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  return new MatnError(code, text);
}

/** What a reader is told of an error: a fault that is no MatnError is matn's own. */
export function told(error, language) {
  const { code, message } = error instanceof MatnError ? error : refusal("internal", {}, language);
  return { code, message };
}

/** A file that gave nothing; whoever reports it names it. */
export function unreadable(cause, language = "en") {
  const file = { en: "The file", ur: "فائل" }[language];
  return Object.assign(refusal("not-readable", { file }, language), { cause });
}
