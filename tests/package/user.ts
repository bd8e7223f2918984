import type { Article, Block, ExtractOptions, Label, MatnErrorCode, Removed, Span } from "matn";
import {
  extract,
  extractAll,
  init,
  MatnError,
  normalize,
  parseDate,
  parseDateline,
  remove,
  render,
  restore,
  sentences,
  sourceText,
  words,
} from "matn";
import type { MatnArticleElement, MatnRestoreEvent } from "matn/element";
import { extract as extractInline } from "matn/inline";
import { extract as extractWeb, init as initWeb } from "matn/web";
import { MatnWorker } from "matn/worker";

const keep: Label[] = ["share", "duplicate-title"];
const options: ExtractOptions = { as: "text", now: new Date(), language: "ur", keep, normalize: { digits: "urdu" } };
const article: Article = extract("متن", options);
extract(new Uint8Array(), { normalize: false });
const title: string | null = article.title;
const place: string | null | undefined = article.dateline?.place;
const level: number | undefined = article.blocks[0]?.level;
const span: Span | undefined = article.removed[0]?.spans[0];
const end: number | undefined = span?.[1];
// @ts-expect-error there is no such option
extract("متن", { titel: "x" });
// @ts-expect-error nor such a form
extract("متن", { as: "pdf" });

const all: Article[] = extractAll("متن");
const removed: Removed[] = restore(article, 0).removed;
const blocks: Block[] = remove(article, 0).blocks;
const html: string = render(article, "html", { include: ["related"] });
const text: string = normalize("متن", { edits: true }).text;
const start: number | undefined = [...sentences(text), ...words(text)][0]?.start;
const date: string | null = parseDate("متن", { now: "2024-01-17" });
const rest: string | undefined = parseDateline("متن")?.rest;
const source: string = sourceText("متن", {});
await init();
await initWeb(new Uint8Array());
await initWeb({ href: "matn.wasm" });
try {
  extractInline("متن");
  extractWeb("متن");
} catch (error) {
  if (error instanceof MatnError) {
    const code: MatnErrorCode = error.code;
    const held: Block[] | undefined = error.blocks;
    void [code, held];
  }
}

const worker = new MatnWorker();
const late: Article = await worker.extract("متن", options, { onProgress: (done: number) => void done });
worker.close();

declare const view: MatnArticleElement;
declare const event: MatnRestoreEvent;
view.article = restore(late, event.detail.index);
void [title, place, level, end, all, removed, blocks, html, start, date, rest, source];
