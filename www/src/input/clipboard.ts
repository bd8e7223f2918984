/** What comes by paste, drop or file picker, made into sources. */

import { open } from "../session/actions";
import type { Source } from "../session/session";
import { state, type Unread, update } from "../session/state";
import { fail } from "../shell/notice";
import { addressIn } from "./address";

/** Names of files that can be read. */
export const accepted = ".txt,.html,.htm,.mht,.mhtml,text/plain,text/html,multipart/related";

/** A source from the forms that a clipboard or a drag carries; undefined where it carries no text. */
function sourceIn(carried: DataTransfer): Source | undefined {
  const text = carried.getData("text/plain");
  const html = carried.getData("text/html");
  if (!text && !html) return undefined;
  return { ...(text ? { text } : {}), ...(html ? { html } : {}) };
}

/**
 * The files that are meant. Word processors and spreadsheets add a picture of the text that they carry, which
 * is not; a picture dragged off a page brings its address as text, and is.
 */
function filesIn(carried: DataTransfer): File[] {
  const files = [...carried.files];
  const { text = "", html } = sourceIn(carried) ?? {};
  const isText = html !== undefined && text.trim() !== "" && addressIn(text) === null;
  return isText && files.every(isPicture) ? [] : files;
}

const isPicture = ({ type }: File): boolean => type.startsWith("image/");

/** Files of programs whose text only these can give, by their first bytes: PDF, OpenDocument and .docx, .doc. */
const programs = { pdf: ["%PDF"], office: ["PK\x03\x04", "\xd0\xcf\x11\xe0"] } as const;

function programOf(bytes: Uint8Array): keyof typeof programs | undefined {
  const first = String.fromCharCode(...bytes.subarray(0, 4));
  return (["pdf", "office"] as const).find((name) => programs[name].some((sign) => sign === first));
}

/** A paste anywhere on the page is an article, except into a field that is for something else. */
export function onPaste(event: ClipboardEvent): void {
  const { target, clipboardData } = event;
  if (!clipboardData || (target instanceof HTMLElement && target.closest("input, dialog"))) return;
  const files = filesIn(clipboardData);
  if (files.length > 0) {
    event.preventDefault();
    void openFiles(files);
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
export async function openFiles(files: readonly File[], draft?: string): Promise<void> {
  if (files.length === 0) return;
  update({
    work: { done: null, name: files.length === 1 ? files[0]?.name : undefined, cancel: () => update({ work: null }) },
  });
  const waiting = state.work;
  const sources: Source[] = [];
  const unread: Unread[] = [];
  for (const file of files) {
    const { name } = file;
    try {
      if (isPicture(file)) {
        unread.push({ name, code: "picture" });
        continue;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const code = programOf(bytes);
      if (code) unread.push({ name, code });
      else sources.push({ name, bytes });
    } catch {
      unread.push({ name, code: "not-readable" });
    }
  }
  if (state.work === waiting) await open(sources, draft ?? state.draft, unread);
}

/** Lets files and texts be dropped anywhere; what is dragged off the page itself is left to the browser. */
export function watchDrops(root: HTMLElement): void {
  let depth = 0;
  let isOwn = false;
  root.addEventListener("dragstart", () => {
    isOwn = true;
  });
  // What was drawn anew meanwhile sends no end; while something is dragged no pointer moves.
  for (const end of ["dragend", "pointermove"] as const)
    root.addEventListener(end, () => {
      isOwn = false;
    });
  const over = (by: number) => {
    depth = Math.max(0, depth + by);
    document.documentElement.classList.toggle("is-dragged-over", depth > 0);
  };
  root.addEventListener("dragenter", () => isOwn || over(1));
  root.addEventListener("dragleave", () => isOwn || over(-1));
  root.addEventListener("dragover", (event) => isOwn || event.preventDefault());
  root.addEventListener("drop", (event) => {
    if (isOwn) return;
    event.preventDefault();
    over(-depth);
    const carried = event.dataTransfer;
    if (!carried) return;
    const files = filesIn(carried);
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
