/** The licences of what ships inside the page, as their owners wrote them. */

import { readFileSync } from "node:fs";
import { packageNotices } from "../../tools/notices.js";

const shipped = ["@fontsource/noto-nastaliq-urdu", "@fontsource/noto-naskh-arabic", "docx", "idb"];

export function licences() {
  const module = readFileSync(new URL("../../pkg/THIRD-PARTY-NOTICES", import.meta.url), "utf8");
  return `${module}\n\n${"=".repeat(72)}\n\n${packageNotices(shipped)}\n`;
}
