/** The article as a file. */

import type { Article, Format } from "matn";
import { t } from "../i18n";
import { current } from "../session/state";
import type { Act } from "../shell/menu";
import { fail, say } from "../shell/notice";
import { fileName } from "./file-name";
import { render } from "./render";

const rendered = {
  txt: ["text", "text/plain"],
  md: ["markdown", "text/markdown"],
  html: ["document", "text/html"],
  json: ["json", "application/json"],
} as const;
const extensions = ["txt", "md", "html", "json", "docx"] as const;
export type Extension = (typeof extensions)[number];

export const saveActs = (): Act[] =>
  extensions.map((extension) => ({
    name: t(`save.${extension}`),
    act: () => void saveAs(extension),
    id: `save-${extension}`,
    ...(extension === "txt" ? { key: "S" } : {}),
  }));

export async function saveAs(extension: Extension): Promise<void> {
  const found = current();
  if (!found) return;
  try {
    const name = fileName(found.article.title, extension);
    saveFile(name, await contentOf(found.article, extension));
    say("said.saved", { name });
  } catch {
    fail("save");
  }
}

async function contentOf(article: Article, extension: Extension): Promise<Blob> {
  if (extension === "docx") {
    // Larger than the whole page: fetched when it is first asked for.
    const { wordFile } = await import("./docx");
    return wordFile(article);
  }
  const [format, type]: readonly [Format, string] = rendered[extension];
  return new Blob([await render(article, format)], { type: `${type};charset=utf-8` });
}

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
