/** The functions of matn that the page uses, wherever they run. */

import type { Article, Block, ExtractOptions, Format, MatnErrorCode, Piece } from "matn";
import type { Control } from "matn/worker";

export type { Control };

export interface Engine {
  extractAll(input: string | Uint8Array, options?: ExtractOptions, control?: Control): Promise<Article[]>;
  sourceText(input: string | Uint8Array, options?: ExtractOptions, control?: Control): Promise<string>;
  restore(article: Article, index: number): Promise<Article>;
  remove(article: Article, index: number): Promise<Article>;
  render(article: Article, format: Format): Promise<string>;
  sentences(text: string): Promise<Piece[]>;
  words(text: string): Promise<Piece[]>;
}

/** What is known of a failure: each entry of the package has its own error class, so the code tells. */
export interface Failure {
  code: MatnErrorCode;
  message: string;
  blocks?: Block[];
}

/** A thrown thing as a failure; what does not come from matn is internal. */
export function failureOf(error: unknown): Failure {
  const { code, message, blocks } = (error ?? {}) as Partial<Failure>;
  if (typeof code !== "string") return { code: "internal", message: String(error) };
  return { code: code as MatnErrorCode, message: message ?? "", ...(blocks ? { blocks } : {}) };
}
