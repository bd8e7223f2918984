/** Which way a text runs where it runs against the article around it. */

const left = /\p{Script=Latin}/u;
const right = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Direction and language of a text that is wholly in Latin letters, as attributes; none for any other. */
export const turned = (text: string): { dir?: "ltr"; lang?: "en" } =>
  left.test(text) && !right.test(text) ? { dir: "ltr", lang: "en" } : {};
