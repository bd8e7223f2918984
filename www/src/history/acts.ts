/** What can be done to the history as a whole; each act can be undone. */

import { h } from "../dom";
import { formOf, type Key, t } from "../i18n";
import { fileName } from "../out/file-name";
import { saveFile } from "../out/save";
import { timeline, undo } from "../session/actions";
import { fail, say } from "../shell/notice";
import { all, drop, type Entry, put } from "./store";
import { exported, imported } from "./transfer";

type Then = () => Promise<void>;

/** Deletes entries; `then` shows what is left, also after an undo. */
export async function forget(entries: readonly Entry[], name: Key, then: Then): Promise<void> {
  const redo = () => drop(...entries.map(({ id }) => id)).then(then);
  await redo();
  timeline.push({ name, undo: () => put(...entries).then(then), redo });
  say(formOf("history.deleted", entries.length), { n: entries.length }, { name: "bar.undo", act: () => void undo() });
}

/** All entries as one file. */
export function saveHistory(entries: readonly Entry[]): void {
  const name = fileName(t("history.file"), "json");
  saveFile(name, new Blob([exported(entries)], { type: "application/json" }));
  say("said.saved", { name });
}

/** Asks for such a file and brings its entries in. */
export function pickHistory(then: Then): void {
  const input = h("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", () => void bring(input.files?.[0], then));
  input.click();
}

async function bring(file: File | undefined, then: Then): Promise<void> {
  if (!file) return;
  try {
    const entries = imported(await file.text());
    const ids = entries.map(({ id }) => id);
    const before = (await all()).filter(({ id }) => ids.includes(id));
    const redo = () => put(...entries).then(then);
    await redo();
    timeline.push({
      name: "step.import",
      undo: () =>
        drop(...ids)
          .then(() => put(...before))
          .then(then),
      redo,
    });
    say(formOf("history.imported", entries.length), { n: entries.length });
  } catch {
    fail("import", file.name);
  }
}
