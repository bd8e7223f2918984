/** What comes by paste, drop or file picker, made into sources. */

import { failureOf } from "../engine/engine";
import { open } from "../session/actions";
import type { Source } from "../session/session";
import { state, update } from "../session/state";
import { fail } from "../shell/notice";

/** Names of files that can be read. */
export const accepted = ".txt,.html,.htm,.mht,.mhtml,text/plain,text/html,multipart/related";

/** A source from the forms that a clipboard or a drag carries; undefined where it carries no text. */
function sourceIn(carried: DataTransfer): Source | undefined {
  const text = carried.getData("text/plain");
  const html = carried.getData("text/html");
  if (!text && !html) return undefined;
  return { ...(text ? { text } : {}), ...(html ? { html } : {}) };
}

/** A paste anywhere on the page is an article, except into a field that is for something else. */
export function onPaste(event: ClipboardEvent): void {
  const { target, clipboardData } = event;
  if (!clipboardData || (target instanceof HTMLElement && target.closest("input, dialog"))) return;
  if (clipboardData.files.length > 0) {
    event.preventDefault();
    void openFiles([...clipboardData.files]);
    return;
  }
  const source = sourceIn(clipboardData);
  if (!source) return;
  if (target instanceof HTMLTextAreaElement && !isReplaced(target)) {
    // The text goes where the cursor stands, among what is there already.
    setTimeout(() => void open([{ text: target.value }], target.value));
    return;
  }
  event.preventDefault();
  void open([source], source.text ?? "");
}

/** Whether a paste would take the place of all that stands in the field. */
function isReplaced(field: HTMLTextAreaElement): boolean {
  return field.selectionStart === 0 && field.selectionEnd === field.value.length;
}

/** Pastes on a button: where the browser lets the page read the clipboard, after asking. */
export async function pasteByButton(): Promise<void> {
  try {
    const source: Source = {};
    for (const item of await navigator.clipboard.read()) {
      if (item.types.includes("text/plain")) source.text ??= await (await item.getType("text/plain")).text();
      if (item.types.includes("text/html")) source.html ??= await (await item.getType("text/html")).text();
    }
    await open([source.text || source.html ? source : { text: "" }], source.text ?? "");
  } catch {
    fail("clipboard");
  }
}

/** Reads files into sources; one that the browser cannot read is named, the others are opened. */
export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  update({
    work: { done: null, name: files.length === 1 ? files[0]?.name : undefined, cancel: () => update({ work: null }) },
  });
  const waiting = state.work;
  const sources: Source[] = [];
  for (const file of files) {
    try {
      sources.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (error) {
      update({ problem: { kind: "file", name: file.name, failure: { ...failureOf(error), code: "not-readable" } } });
    }
  }
  if (state.work !== waiting) return;
  if (sources.length > 0) await open(sources, state.draft);
  else update({ work: null });
}

/** Lets files and texts be dropped anywhere. */
export function watchDrops(root: HTMLElement): void {
  let depth = 0;
  const over = (by: number) => {
    depth = Math.max(0, depth + by);
    document.documentElement.classList.toggle("is-dragged-over", depth > 0);
  };
  root.addEventListener("dragenter", () => over(1));
  root.addEventListener("dragleave", () => over(-1));
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    over(-depth);
    const carried = event.dataTransfer;
    if (!carried) return;
    const files = [...carried.files];
    if (files.length > 0) return void openFiles(files);
    const source = sourceIn(carried);
    if (source) void open([source], source.text ?? "");
  });
}

/** Asks for files. */
export function pickFiles(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = accepted;
  input.addEventListener("change", () => void openFiles([...(input.files ?? [])]));
  input.click();
}
