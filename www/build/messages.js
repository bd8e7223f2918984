/** Messages of the page's first language, for what stands outside of its code. */

import { readFileSync } from "node:fs";

export const messages = JSON.parse(readFileSync(new URL("../src/messages/ur.json", import.meta.url), "utf8"));

/** `{key}` in a text becomes the message of that key. */
export const filled = (text) => text.replace(/\{([\w.]+)\}/g, (whole, key) => messages[key] ?? whole);
