/** The window of the history: search, open again, delete, clear, export, import. */

import { type Child, h, refill } from "../dom";
import { counted, momentOf, t } from "../i18n";
import { fold } from "../reader/fold";
import { reopen } from "../session/actions";
import { state } from "../session/state";
import { openDialog } from "../shell/dialog";
import { fail } from "../shell/notice";
import { roundButton } from "../shell/round";
import { forget, pickHistory, saveHistory } from "./acts";
import { writeNow } from "./keep";
import { all, type Entry } from "./store";

/** Opens at once, so that the next key or tap already meets the window; what is stored follows. */
export async function openHistory(): Promise<void> {
  let entries: readonly Entry[] | undefined;
  const list = h("ul", { class: "entries" });
  const count = h("p", { class: "note", role: "status" });
  const field = h("input", {
    type: "search",
    class: "field",
    "aria-label": t("history.search"),
    placeholder: t("history.search"),
    lang: "ur",
    dir: "auto",
    "data-keep": "history-search",
    oninput: () => show(),
  });
  const show = () => {
    if (!entries) return;
    const shown = found(entries, field.value);
    refill(
      list,
      shown.map((entry) => row(entry, () => dialog.close(), renew)),
    );
    count.textContent = shown.length > 0 ? counted("history.count", shown.length) : none(entries);
  };
  const renew = async () => {
    entries = await all();
    if (dialog.isOpen()) dialog.renew();
  };
  const dialog = openDialog(
    "history",
    () => t("bar.history"),
    () => {
      show();
      return [field, count, list, entries && foot(entries, renew)];
    },
  );
  try {
    await writeNow();
    await renew();
  } catch {
    dialog.close();
    fail("history");
  }
}

const none = (entries: readonly Entry[]): string =>
  t(entries.length > 0 ? "find.none" : state.settings.trace ? "history.empty" : "history.no-trace");

function found(entries: readonly Entry[], sought: string): readonly Entry[] {
  const needle = fold(sought).text.trim();
  return needle ? entries.filter(({ title, text }) => fold(`${title ?? ""}\n${text}`).text.includes(needle)) : entries;
}

function row(entry: Entry, close: () => void, renew: () => Promise<void>): HTMLElement {
  const title = entry.title ?? t("reader.untitled");
  const open = () => {
    close();
    void reopen(entry.session);
  };
  return h(
    "li",
    { class: "entry" },
    h(
      "button",
      { type: "button", class: "entry-open", "data-keep": `entry-${entry.id.replaceAll("-", "")}`, onclick: open },
      h("span", { class: "entry-title", lang: "ur", dir: "auto" }, title),
      h("span", { class: "entry-meta" }, momentOf(entry.time), h("span", {}, counted("meta.words", entry.words))),
    ),
    roundButton("history.delete", "trash", () => void forget([entry], "step.delete", renew), {
      "aria-label": t("history.delete.named", { title }),
      "data-keep": `delete-${entry.id.replaceAll("-", "")}`,
    }),
  );
}

function foot(entries: readonly Entry[], renew: () => Promise<void>): HTMLElement {
  const button = (name: "export" | "import" | "clear", act: () => void): Child =>
    h("button", { type: "button", class: "quiet", id: `history-${name}`, onclick: act }, t(`history.${name}`));
  return h(
    "div",
    { class: "dialog-foot" },
    entries.length > 0 && button("export", () => saveHistory(entries)),
    button("import", () => pickHistory(renew)),
    entries.length > 0 && button("clear", () => void forget(entries, "step.clear", renew)),
  );
}
