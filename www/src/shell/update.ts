/** The service worker: works offline after the first visit, and a new version waits until the reader wants it. */

import { carry, taken } from "../history/store";
import { reopen } from "../session/actions";
import type { Session } from "../session/session";
import { state, update } from "../session/state";
import { say } from "./notice";

/** What is carried over the reload. */
const luggage = "session";

export async function watchUpdates(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  // A browser that keeps nothing registers nothing: the page works, but not offline.
  const registration = await navigator.serviceWorker.register(trusted("./sw.js"), { scope: "./" }).catch(() => null);
  if (!registration) return;
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      // Without a controller this is the first visit: there is nothing to be updated.
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
  });
}

/** As far as the page needs it: not every library of types knows it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
}

/** A page with Trusted Types registers a worker only by an address from a policy. */
function trusted(path: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy("matn-page", { createScriptURL: () => path }).createScriptURL("") ?? path;
}

function offer(worker: ServiceWorker): void {
  say("update.ready", {}, { name: "update.now", act: () => void takeUp(worker), stays: true });
}

/** Changes to the new version with what is open: it is put away, and taken up again after the reload. */
async function takeUp(worker: ServiceWorker): Promise<void> {
  await carry(luggage, { session: state.present?.session ?? null, draft: state.draft });
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("update");
}

/** After an update: everything as it was before. */
export async function unpack(): Promise<void> {
  const kept = (await taken(luggage)) as { session: Session | null; draft: string } | undefined;
  if (!kept) return;
  update({ draft: kept.draft });
  if (kept.session) await reopen(kept.session);
}

/** Tells when the network goes and comes: the page goes on either way. */
export function watchNetwork(): void {
  addEventListener("offline", () => {
    update({});
    say("offline");
  });
  addEventListener("online", () => update({}));
}
