/** What another app shared with this one: the service worker kept it, the page takes it. */

import { open } from "../session/actions";
import { openFiles } from "./clipboard";
import { sharedCache } from "./shared-cache";

/** Opens what was shared, if the page was opened for that. */
export async function takeShared(): Promise<void> {
  if (!new URLSearchParams(location.search).has("shared") || !("caches" in globalThis)) return;
  window.history.replaceState(null, "", location.pathname);
  const kept = await caches.open(sharedCache);
  const answer = await kept.match(new URL("./shared", document.baseURI).href);
  await caches.delete(sharedCache);
  if (!answer) return;
  const form = await answer.formData();
  const files = form.getAll("files").filter((file) => file instanceof File);
  const url = form.get("url");
  const text = form.get("text") || url;
  if (files.length > 0) await openFiles(files, typeof text === "string" ? text : "");
  else if (typeof text === "string") await open([{ text, ...(typeof url === "string" && url ? { url } : {}) }], text);
}
