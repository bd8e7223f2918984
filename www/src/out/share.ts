/** Hands the article to another app of this device. */

import { engine } from "#engine";
import { current } from "../session/state";
import { fail } from "../shell/notice";

export const canShare = (): boolean => typeof navigator.share === "function";

export async function share(): Promise<void> {
  const found = current();
  if (!found) return;
  const { title, url } = found.article;
  try {
    const text = await engine.render(found.article, "text");
    await navigator.share({ text, ...(title ? { title } : {}), ...(url ? { url } : {}) });
  } catch (error) {
    // The reader closing the system's sheet is no failure.
    if ((error as DOMException).name !== "AbortError") fail("share");
  }
}
