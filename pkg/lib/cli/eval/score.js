/** How well one case is read. */

import { extract, extractAll, sourceText } from "../core.js";
import { faults } from "./account.js";
import { f1, letters, lettersOrMarks, shingles } from "./letters.js";

/** The figures of a case, each from 0 to 1. */
export const figures = ["paragraphs", "words", "title", "dateline", "published", "byline", "related", "labels"];

/** Longest dateline, in letters, that may be missing from the first paragraph. */
const LONGEST_DATELINE = 60;
/** Part of a removed piece that may be missing. */
const MISSING = 0.2;

/**
 * Reads a case and compares. A case whose labels are `articles` holds several, and its figures are their means.
 *
 * @param {{ input: string | Uint8Array, form: "text" | "html", options: object, expected: object }} labelled
 * @returns {Record<string, number | string | string[]>} `figures`; `lost`, the faults of the account; `missing` and
 *   `extra` paragraphs; `error` where there is no article
 */
export function scoreCase({ input, form, options, expected }) {
  const wanted = expected.articles ?? [expected];
  let articles;
  try {
    articles = expected.articles ? extractAll(input, options) : [extract(input, options)];
  } catch ({ code, message }) {
    const none = code === "no-article" && wanted.every(({ body }) => body.length === 0);
    return { ...all(none ? 1 : 0), lost: none ? 0 : -1, missing: [], extra: [], error: code ?? message };
  }
  const lost = faults(input, sourceText(input, options), articles, form);
  if (articles.length !== wanted.length) {
    return { ...all(0), lost, missing: [], extra: [], error: `${articles.length} articles, not ${wanted.length}` };
  }
  const scores = articles.map((article, at) => scoreArticle(article, wanted[at]));
  const mean = (name) => scores.reduce((sum, score) => sum + score[name], 0) / scores.length;
  return {
    ...Object.fromEntries(figures.map((name) => [name, mean(name)])),
    lost,
    missing: scores.flatMap(({ missing }) => missing),
    extra: scores.flatMap(({ extra }) => extra),
  };
}

const all = (value) => Object.fromEntries(figures.map((name) => [name, value]));

function scoreArticle(article, expected) {
  const found = bodyOf(article, expected);
  const wanted = wantedOf(expected, found);
  return {
    paragraphs: f1(found.map(letters), wanted.map(letters)),
    words: f1(shingles(found), shingles(wanted)),
    ...scoreFields(article, expected),
    related: f1(...stories(article, expected)),
    labels: scoreLabels(article.removed, expected.removed ?? []),
    missing: without(wanted, found),
    extra: without(found, wanted),
  };
}

/** The body's paragraphs, items, rows and verses, without those that may be kept or not. */
function bodyOf({ blocks }, expected) {
  const lines = blocks.filter(({ kind }) => kind !== "image").flatMap(linesOf);
  return lines.filter(isFirm(expected));
}

function linesOf({ items, rows, verses, text }) {
  return items ?? rows?.map((row) => row.join(" ")) ?? verses ?? [text];
}

function isFirm({ optional = [] }) {
  const open = new Set(optional.flatMap((text) => text.split("\n")).map(letters));
  return (text) => letters(text) !== "" && !open.has(letters(text));
}

/** The labelled body. Its dateline stands in the first paragraph, that of an article does not. */
function wantedOf(expected, found) {
  const [first, ...rest] = expected.body.filter(isFirm(expected));
  if (first === undefined) return [];
  const whole = letters(first);
  const cut = (text) => {
    const part = letters(text);
    return part !== whole && whole.endsWith(part) && whole.length - part.length <= LONGEST_DATELINE;
  };
  return [(expected.dateline && found.find(cut)) || first, ...rest];
}

function scoreFields({ title, dateline, published, byline }, expected) {
  const same = (one, other) =>
    ((one ?? null) !== null) === ((other ?? null) !== null) && letters(one) === letters(other);
  const day = (date) => (date ?? "").slice(0, 10);
  const names = (list) => list.map(letters).sort().join();
  const right = {
    title: same(title, expected.title),
    dateline: same(dateline?.place, expected.dateline?.place) && same(dateline?.agency, expected.dateline?.agency),
    published: day(published) === day(expected.published),
    byline: names(byline) === names(expected.authors ?? []),
  };
  return Object.fromEntries(Object.entries(right).map(([name, is]) => [name, is ? 1 : 0]));
}

/** Related stories by title, and by date where the labels have any. */
function stories(article, { related = [] }) {
  const dated = related.some(({ published }) => published);
  const key = ({ title, published }) => `${letters(title)}${dated ? `|${(published ?? "").slice(0, 10)}` : ""}`;
  return [article.related.map(key), related.map(key)];
}

const without = (some, others) => {
  const known = new Set(others.map(letters));
  return some.filter((text) => !known.has(letters(text)));
};

/** Labels that readers would not tell apart. */
const kin = { breadcrumb: "navigation", comments: "comment-form" };
const kinOf = (label) => kin[label] ?? label;

/** Part of the labelled pieces that were removed under their label, whole or in parts; longer ones choose first. */
function scoreLabels(removed, labelled) {
  const wanted = labelled.map(({ label, text }) => ({ label: kinOf(label), text: lettersOrMarks(text) }));
  const visible = wanted.filter(({ text }) => text !== "").sort((a, b) => b.text.length - a.text.length);
  if (visible.length === 0) return 1;
  const pieces = removed.map(({ label, text }) => ({ label: kinOf(label), left: lettersOrMarks(text) }));
  return visible.filter((piece) => isFound(piece, pieces)).length / visible.length;
}

function isFound({ label, text }, pieces) {
  const alike = pieces.filter((piece) => piece.label === label);
  const whole = alike.find(({ left }) => left.includes(text));
  if (whole) {
    // What answered one piece cannot answer another.
    whole.left = whole.left.replace(text, "\u0001");
    return true;
  }
  let rest = text;
  for (const piece of alike) {
    if (piece.left.length > 1 && rest.includes(piece.left)) {
      rest = rest.replace(piece.left, "");
      piece.left = "";
    }
  }
  return rest.length <= MISSING * text.length;
}
