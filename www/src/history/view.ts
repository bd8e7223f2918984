/** The window of the history: search, open again, delete, clear, export, import; every deletion can be undone. */

import { h } from "../dom";
import { counted, type Key, momentOf, t } from "../i18n";
import { fileName } from "../out/file-name";
import { saveFile } from "../out/save";
import { fold } from "../reader/fold";
import { reopen, timeline } from "../session/actions";
import { state } from "../session/state";
import { openDialog } from "../shell/dialog";
import { fail, say } from "../shell/notice";
import { roundButton } from "../shell/round";
import { all, drop, type Entry, put } from "./store";
import { exported, imported } from "./transfer";

export async function openHistory(): Promise<void> {
  let entries: Entry[];
  try {
    entries = await all();
  } catch {
    return fail("history");
  }
  let sought = "";
  const list = h("ul", { class: "entries" });
  const count = h("p", { class: "note", role: "status" });
  const show = () => {
    const needle = fold(sought).text.trim();
    const shown = needle ? entries.filter(({ title, text }) => fold(`${title ?? ""}\n${text}`).text.includes(needle)) : entries;
    list.replaceChildren(...shown.map((entry) => row(entry)));
    count.textContent = entries.length === 0 ? t(state.settings.trace ? "history.empty" : "history.no-trace") : counted("history.count", shown.length);
  };
  const renew = async () => {
    entries = await all();
    if (dialog.isOpen()) dialog.renew();
  };
  const row = (entry: Entry) =>
    h(
      "li",
      { class: "entry" },
      h(
        "button",
        { type: "button", class: "entry-open", onclick: () => (dialog.close(), void reopen(entry.session)) },
        h("span", { class: "entry-title", lang: "ur", dir: "auto" }, entry.title ?? t("reader.untitled")),
        h("span", { class: "entry-meta" }, momentOf(entry.time), h("span", {}, counted("meta.words", entry.words))),
      ),
      roundButton("history.delete", "trash", () => void forget([entry], "step.delete", renew), { "aria-label": t("history.delete.named", { title: entry.title ?? t("reader.untitled") }) }),
    );
  const field = h("input", { type: "search", class: "field", "aria-label": t("history.search"), placeholder: t("history.search"), lang: "ur", dir: "auto", "data-keep": "history-search", oninput: () => ((sought = field.value), show()) });
  const foot = () =>
    h(
      "div",
      { class: "dialog-foot" },
      entries.length > 0 && h("button", { type: "button", class: "quiet", id: "history-export", onclick: () => saveHistory(entries) }, t("history.export")),
      h("button", { type: "button", class: "quiet", id: "history-import", onclick: () => pickHistory(renew) }, t("history.import")),
      entries.length > 0 && h("button", { type: "button", class: "quiet", id: "history-clear", onclick: () => void forget(entries, "step.clear", renew) }, t("history.clear")),
    );
  const dialog = openDialog("history", t("bar.history"), () => (show(), [field, count, list, foot()]));
}

/** Deletes entries, as a step that can be undone. */
export async function forget(entries: readonly Entry[], name: Key, then: () => Promise<void>): Promise<void> {
  const ids = entries.map(({ id }) => id);
  const redo = async () => (await drop(...ids), await then());
  const undo = async () => (await put(...entries), await then());
  await redo();
  timeline.push({ name, undo, redo });
  say("history.deleted", { count: entries.length }, { name: "bar.undo", act: () => void timeline.undo() });
}

function saveHistory(entries: readonly Entry[]): void {
  const name = fileName(t("history.file"), "json");
  saveFile(name, new Blob([exported(entries)], { type: "application/json" }));
  say("said.saved", { name });
}

function pickHistory(then: () => Promise<void>): void {
  const input = h("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", () => void bring(input.files?.[0], then));
  input.click();
}

async function bring(file: File | undefined, then: () => Promise<void>): Promise<void> {
  if (!file) return;
  try {
    const entries = imported(await file.text());
    const before = (await all()).filter(({ id }) => entries.some((entry) => entry.id === id));
    const redo = async () => (await put(...entries), await then());
    const undo = async () => (await drop(...entries.map(({ id }) => id)), await put(...before), await then());
    await redo();
    timeline.push({ name: "step.import", undo, redo });
    say("history.imported", { count: entries.length });
  } catch {
    fail("import", file.name);
  }
}
