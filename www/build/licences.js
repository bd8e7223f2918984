/** The licences of what ships inside the page, as their owners wrote them. */

import { readFileSync } from "node:fs";

const shipped = ["@fontsource/noto-nastaliq-urdu", "@fontsource/noto-naskh-arabic", "docx", "idb"];

export function licences(names = shipped) {
  const texts = names.map((name) => `${name}\n\n${read(name)}`);
  return texts.join(`\n\n${"-".repeat(72)}\n\n`);
}

function read(name) {
  return readFileSync(new URL(`../../node_modules/${name}/LICENSE`, import.meta.url), "utf8").trim();
}
