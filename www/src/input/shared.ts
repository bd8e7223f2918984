/** What another app shared with this one: the service worker kept it, the page takes it. */

import { open } from "../session/actions";
import type { Source } from "../session/session";
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
  const sources: Source[] = [];
  for (const file of form.getAll("files")) {
    if (file instanceof File) sources.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  const url = form.get("url");
  const text = form.get("text") || url;
  if (sources.length === 0 && typeof text === "string")
    sources.push({ text, ...(typeof url === "string" && url ? { url } : {}) });
  if (sources.length > 0) await open(sources, typeof text === "string" ? text : "");
}
