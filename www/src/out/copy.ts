/** Copies of the article for the clipboard. */

import type { Article } from "matn";
import { type Key, t } from "../i18n";
import { current } from "../session/state";
import type { Act } from "../shell/menu";
import { fail, say } from "../shell/notice";
import { messengerText } from "./messenger";
import { render } from "./render";

const forms = ["rich", "text", "markdown", "html", "messenger"] as const;
export type CopyForm = (typeof forms)[number];

export const copyActs = (): Act[] =>
  forms.map((form) => ({
    name: t(`copy.${form}`),
    act: () => void copyAs(form),
    id: `copy-${form}`,
    ...(form === "rich" ? { key: "C" } : {}),
  }));

export async function copyAs(form: CopyForm): Promise<void> {
  const found = current();
  if (!found) return;
  const { article } = found;
  try {
    // The promises go into the item unresolved: some browsers allow a copy only in the moment of the click.
    const item: Record<string, Promise<Blob>> = { "text/plain": blob(plain(article, form), "text/plain") };
    if (form === "rich") item["text/html"] = blob(rich(article), "text/html");
    await navigator.clipboard.write([new ClipboardItem(item)]);
    say("said.copied", { form: t(`copy.${form}` as Key) });
  } catch {
    fail("copy");
  }
}

function plain(article: Article, form: CopyForm): Promise<string> {
  if (form === "messenger") return Promise.resolve(messengerText(article));
  return render(article, form === "rich" ? "text" : form);
}

/** With its direction, which an editor would otherwise guess from its own. */
async function rich(article: Article): Promise<string> {
  return `<div dir="${article.dir}" lang="${article.lang}">${await render(article, "html")}</div>`;
}

const blob = async (text: Promise<string>, type: string): Promise<Blob> => new Blob([await text], { type });
