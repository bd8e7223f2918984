import type {
  Article,
  ExtractOptions,
  Format,
  Input,
  Normalized,
  NormalizeOptions,
  ParsedDateline,
  Piece,
  RenderOptions,
} from "./index.js";

export type * from "./index.js";
export { MatnError } from "./index.js";

/** Nothing is needed before the first call; it is here so that all entries are used alike. */
export declare function init(): Promise<void>;

/** How a call is followed and given up: always the last argument. */
export interface Control {
  /** Aborting it ends the call with the code `cancelled`. */
  signal?: AbortSignalLike | undefined;
  /**
   * Called with the part that is done: 0 when the call's turn comes, 0.1 when the worker is ready and has the input,
   * 0.9 when the work is done and the answer on its way, 1 when it is there. A call that fails never comes to 1.
   */
  onProgress?: ((done: number) => void) | undefined;
}

/** An AbortSignal, as far as it is needed. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * The functions of matn as promises, in a thread of their own. Calls are answered in order.
 *
 * @example
 * import { MatnWorker } from "matn/worker";
 *
 * const worker = new MatnWorker();
 * const article = await worker.extract(pasted, {}, { signal: AbortSignal.timeout(60_000) });
 * article.title; // "کراچی میں بارش کے بعد بجلی بحال"
 * worker.close();
 */
export declare class MatnWorker {
  extract(input: Input, options?: ExtractOptions, control?: Control): Promise<Article>;
  extractAll(input: Input, options?: ExtractOptions, control?: Control): Promise<Article[]>;
  sourceText(input: Input, options?: ExtractOptions, control?: Control): Promise<string>;
  restore(article: Article, index: number, control?: Control): Promise<Article>;
  remove(article: Article, index: number, control?: Control): Promise<Article>;
  render(article: Article, format: Format, options?: RenderOptions, control?: Control): Promise<string>;
  normalize(text: string, options?: Partial<NormalizeOptions>, control?: Control): Promise<Normalized>;
  sentences(text: string, control?: Control): Promise<Piece[]>;
  words(text: string, control?: Control): Promise<Piece[]>;
  parseDate(text: string, options?: { now?: string | Date | undefined }, control?: Control): Promise<string | null>;
  parseDateline(text: string, control?: Control): Promise<ParsedDateline | null>;
  /** Ends the worker; calls that still wait end with the code `cancelled`. */
  close(): void;
}
