/** A reload loses nothing: what was typed waits in this tab's own storage, what was read in the history. */

import { reopen } from "../session/actions";
import { state, update } from "../session/state";
import { unwritten } from "./keep";
import { all } from "./store";
import { exported, imported } from "./transfer";

const place = "matn-open";

/** Keeps what is open while the page is left, unless the reader leaves no trace. */
export function keepOverReload(): void {
  addEventListener("pagehide", () => {
    const { draft, present, settings } = state;
    if (!settings.trace) return;
    try {
      const entry = unwritten();
      const written = entry ? exported([entry]) : undefined;
      sessionStorage.setItem(place, JSON.stringify({ draft, id: present?.session.id, written }));
    } catch {
      // Storage is closed to the page or the text too long for it: a reload begins anew.
    }
  });
}

/** After a reload: the draft and the article as they were. Another visit begins with the empty page. */
export async function takeUpReload(): Promise<void> {
  const { draft, id, written } = taken();
  const [visit] = performance.getEntriesByType("navigation");
  if ((visit as PerformanceNavigationTiming | undefined)?.type !== "reload" || !state.settings.trace) return;
  if (typeof draft === "string" && draft !== "") update({ draft });
  if (typeof id !== "string") return;
  const entries = typeof written === "string" ? imported(written) : await all();
  const entry = entries.find((one) => one.id === id);
  if (entry && !state.present) await reopen(entry.session);
}

/** What was kept; it is there once. */
function taken(): { draft?: unknown; id?: unknown; written?: unknown } {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    sessionStorage.removeItem(place);
    return kept ?? {};
  } catch {
    return {};
  }
}
