/** What is needed now and then, behind the three dots. */

import { openHistory } from "../history/view";
import { t } from "../i18n";
import { openBookmarklet } from "../input/bookmarklet";
import { pickFiles } from "../input/clipboard";
import { reportPage } from "../out/report";
import { canShare, share } from "../out/share";
import { openFind } from "../reader/find";
import { redo, timeline, undo } from "../session/actions";
import { current, state, update } from "../session/state";
import { openKeys } from "./keys";
import type { Act } from "./menu";

export function toggleCompare(): void {
  if (current()) update({ view: state.view === "read" ? "compare" : "read", sheet: false });
}

export function moreActs(): Act[] {
  const acts: Act[] = [];
  if (timeline.canUndo) acts.push({ name: t("bar.undo"), key: "Ctrl Z", act: () => void undo() });
  if (timeline.canRedo) acts.push({ name: t("bar.redo"), key: "Ctrl ⇧ Z", act: () => void redo() });
  if (current()) {
    acts.push({ name: t("bar.find"), key: "/", act: openFind, id: "act-find" });
    acts.push({
      name: t(state.view === "read" ? "more.compare" : "more.read"),
      key: "B",
      act: toggleCompare,
      id: "act-compare",
    });
    if (canShare()) acts.push({ name: t("more.share"), act: () => void share() });
    acts.push({ name: t("more.print"), key: "P", act: () => print(), id: "act-print" });
    acts.push({ name: t("more.report"), act: () => void reportPage(), id: "act-report" });
  }
  acts.push({ name: t("bar.history"), key: "H", act: () => void openHistory(), id: "act-history" });
  acts.push({ name: t("begin.file"), key: "O", act: pickFiles });
  acts.push({ name: t("more.bookmarklet"), act: openBookmarklet, id: "act-bookmarklet" });
  acts.push({ name: t("more.keys"), key: "?", act: openKeys, id: "act-keys" });
  return acts;
}
