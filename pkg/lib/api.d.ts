import type {
  Article,
  Block,
  ErrorCode,
  Format,
  Normalized,
  NormalizeOptions,
  Options,
  ParsedDateline,
  Piece,
  RenderOptions,
} from "./types.js";

export * from "./types.js";

/**
 * In the examples, `pasted` is what a reader copied from a page:
 *
 * @example
 * const pasted = [
 *   "صفحہ اول",
 *   "کراچی میں بارش کے بعد بجلی بحال",
 *   "کراچی (نمائندہ خصوصی) شہر میں پیر کی صبح سے جاری بارش کے بعد بجلی شام تک بحال کر دی گئی۔",
 *   "بجلی کمپنی کے ترجمان کے مطابق دو سو فیڈر متاثر ہوئے تھے ، جن پر کام مکمل ہو چکا ہے۔",
 *   "شیئر کریں",
 * ].join("\n\n");
 */

/** What can be read: a string, bytes whose encoding is sniffed, or in a browser a live Document or Element. */
export type Input = string | Uint8Array | { readonly nodeType: number };

/** Options of `extract`, `extractAll` and `sourceText`; each may be left out. */
export interface ExtractOptions extends Omit<Options, "now" | "normalize"> {
  /** Moment that relative dates refer to: ISO 8601, or a Date, which is read in this machine's zone. */
  now?: string | Date | undefined;
  /** What is set right; `false` for nothing. */
  normalize?: false | Partial<NormalizeOptions> | undefined;
}

/** A `code` of MatnError. */
export type MatnErrorCode = ErrorCode | "bad-line" | "not-readable" | "not-ready" | "cancelled" | "internal";

/**
 * Why a call gave no result: `code` to act on, `message` that says what to do.
 *
 * Each entry of the package has its own class, so test `error.code`, not `instanceof`.
 *
 * @example
 * try {
 *   extract("صفحہ اول\nکھیل");
 * } catch (error) {
 *   error.code; // "no-article"
 *   error.blocks.map((block) => block.text); // ["صفحہ اول", "کھیل"]
 * }
 */
export declare class MatnError extends Error {
  readonly name: "MatnError";
  readonly code: MatnErrorCode;
  /** Of `no-article`: blocks that hold every character of the input. */
  readonly blocks?: Block[];
}

/**
 * Compiles the wasm off the main thread. The functions are ready without it; code that awaits it runs with
 * every entry of the package.
 *
 * @example
 * await init();
 * extract(pasted).blocks.length; // 2
 */
export declare function init(): Promise<void>;

/**
 * Reads the article out of a pasted text, a page or bytes; of several, the longest.
 *
 * @example
 * const article = extract(pasted);
 * article.title; // "کراچی میں بارش کے بعد بجلی بحال"
 * article.dateline; // { place: "کراچی", agency: "نمائندہ خصوصی" }
 * article.removed.map((piece) => piece.label); // ["navigation", "share"]
 *
 * @throws {MatnError} `empty-input`, `too-large`, `bad-encoding`, `no-article`, `bad-option`
 */
export declare function extract(input: Input, options?: ExtractOptions): Article;

/**
 * Every article of a paste, in order, with offsets into the whole input. All together account for each
 * character once; what lies between two belongs to the one before.
 *
 * @example
 * extractAll(pasted).map((article) => article.title); // ["کراچی میں بارش کے بعد بجلی بحال"]
 *
 * @throws {MatnError} those of `extract`
 */
export declare function extractAll(input: Input, options?: ExtractOptions): Article[];

/**
 * The text that spans refer to.
 *
 * @example
 * sourceText("<p>پہلا <b>پیراگراف</b><p>دوسرا", { as: "html" }); // "پہلا پیراگراف\nدوسرا"
 *
 * @throws {MatnError} those of `extract` but `no-article`
 */
export declare function sourceText(input: Input, options?: ExtractOptions): string;

/**
 * A copy with `removed[index]` back as a paragraph at its place in the source.
 *
 * @example
 * const article = restore(extract(pasted), 1);
 * article.blocks.at(-1).text; // "شیئر کریں"
 *
 * @throws {MatnError} `bad-option` where there is no such piece
 */
export declare function restore(article: Article, index: number): Article;

/**
 * A copy with `blocks[index]` among the removed: label `other`, rule `by-hand`.
 *
 * @example
 * const article = remove(extract(pasted), 0);
 * article.blocks.length; // 1
 * article.removed.map((piece) => piece.rule).includes("by-hand"); // true
 *
 * @throws {MatnError} `bad-option` where there is no such block
 */
export declare function remove(article: Article, index: number): Article;

/**
 * The article as a file: title, subtitle, byline, date, then the body; never related or removed, unless
 * `options.include` names them. `html` is a fragment that is safe to insert, `document` a whole page.
 *
 * @example
 * const article = extract(pasted);
 * render(article, "markdown").split("\n")[0]; // "# کراچی میں بارش کے بعد بجلی بحال"
 * JSON.parse(render(article, "json", { include: ["removed"] })).removed.length; // 2
 *
 * @throws {MatnError} `bad-option` where there is no such format
 */
export declare function render(article: Article, format: Format, options?: RenderOptions): string;

/**
 * Sets an Urdu text right for reading.
 *
 * @example
 * normalize("كراچي ، لاہور").text; // "کراچی، لاہور"
 * normalize("سنہ 2024", { digits: "urdu" }).text; // "سنہ ۲۰۲۴"
 */
export declare function normalize(text: string, options?: Partial<NormalizeOptions>): Normalized;

/**
 * The sentences of a text, with UTF-16 offsets.
 *
 * @example
 * sentences("وہ گیا۔ پھر آیا۔")[1]; // { text: "پھر آیا۔", start: 8, end: 16 }
 */
export declare function sentences(text: string): Piece[];

/**
 * The words of a text, with UTF-16 offsets.
 *
 * @example
 * words("وہ گیا۔")[1]; // { text: "گیا", start: 3, end: 6 }
 */
export declare function words(text: string): Piece[];

/**
 * The date of a date line as ISO 8601, or null. Relative dates need `now`.
 *
 * @example
 * parseDate("17 جنوری 2024"); // "2024-01-17"
 * parseDate("2 دن پہلے", { now: "2024-01-17" }); // "2024-01-15"
 * parseDate("17 جنوری 2024 کو اجلاس ہوا۔"); // null
 */
export declare function parseDate(text: string, options?: { now?: string | Date | undefined }): string | null;

/**
 * The dateline at the head of a paragraph, and the text after it, or null.
 *
 * @example
 * parseDateline("ماسکو (سچ خبریں) روس نے کہا ہے۔"); // { place: "ماسکو", agency: "سچ خبریں", rest: "روس نے کہا ہے۔" }
 * parseDateline("روس نے کہا ہے۔"); // null
 */
export declare function parseDateline(text: string): ParsedDateline | null;
