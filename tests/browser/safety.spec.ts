/**
 * What `render` gives as HTML, put into a page of Chromium as it is. The page has no policy that would stop
 * anything, so only the HTML itself can be what is safe.
 */

import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type Article, extract, render } from "../../pkg/index.js";

type Nested = { open: string; inside: string; close: string };

/** Public patterns of cross-site scripting (OWASP, PortSwigger, html5sec, DOMPurify's tests), by their kind. */
const vectors: Record<string, (string | Nested)[]> = JSON.parse(
  readFileSync(new URL("vectors.json", import.meta.url), "utf8"),
);

/** Parsers give up nesting at 512 elements, and sanitizers broke there. */
const depths = [60, 255, 512, 2000];

const url = "https://example.com/news/story.html";
const include = ["related", "removed"] as const;

const title = "بارش کے بعد دریا میں پانی کی سطح بلند";
const paragraphs = [
  "لاہور: محکمہ آبپاشی نے بتایا ہے کہ مسلسل بارش کے بعد دریا میں پانی کی سطح بلند ہو گئی ہے اور نشیبی علاقوں کے مکینوں کو خبردار کر دیا گیا ہے۔",
  "حکام کے مطابق اگلے دو دن میں مزید بارش کا امکان ہے، اس لیے تمام عملے کی چھٹیاں منسوخ کر دی گئی ہیں۔",
  "امدادی ٹیموں نے کشتیاں اور خیمے قریبی اسکولوں میں پہنچا دیے ہیں تاکہ ضرورت پڑنے پر فوری مدد دی جا سکے۔",
];

/** The vector between two paragraphs and inside one. */
function pages(vector: string): string[] {
  const [first, second, third] = paragraphs.map((text) => `<p>${text}</p>`);
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="ur" dir="rtl"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
  return [
    page(`${first}${second}${vector}${third}`),
    page(`${first}<p>${paragraphs[1]} ${vector} ${paragraphs[2]}</p>`),
    `<h1>${title}</h1>${first}${second}${third}${vector}`,
  ];
}

function spelled(vector: string | Nested): string[] {
  if (typeof vector === "string") return [vector];
  const { open, inside, close } = vector;
  return depths.map((depth) => open.repeat(depth) + inside + close.repeat(depth));
}

function fragments(vector: string): string[] {
  return pages(vector).map((page) => render(extract(page, { as: "html", url }), "html", { include: [...include] }));
}

/** An article that did not come from `extract`: the vector in every field that holds a text. */
function hostile(vector: string): Article {
  const article = extract(pages("").at(0) ?? "", { as: "html", url });
  const [block] = article.blocks;
  if (!block) throw new Error("the article has a body");
  const end = vector.length;
  const texts = { text: vector, spans: block.spans };
  const link = vector.match(/(?:href|src)=["']?([^"'>]*)/)?.[1] ?? vector;
  const marks = [
    { kind: "link" as const, at: [0, end] as [number, number], href: link },
    { kind: "strong" as const, at: [1, Math.max(1, end - 1)] as [number, number] },
    { kind: "link" as const, at: [2, end + 9] as [number, number], href: vector },
  ];
  return {
    ...article,
    title: vector,
    subtitle: vector,
    byline: [vector, `${vector}"`],
    published: vector,
    siteName: vector,
    url: vector,
    image: link,
    lang: vector,
    dateline: { place: vector, agency: vector },
    blocks: [
      { kind: "paragraph", ...texts, marks },
      { kind: "heading", ...texts, level: 9, marks },
      { kind: "list", ...texts, items: [vector, vector], marks },
      { kind: "table", ...texts, rows: [[vector, vector], [vector]], marks },
      { kind: "verse", ...texts, verses: [vector, vector] },
      { kind: "quote", ...texts, marks },
      { kind: "preformatted", ...texts, marks },
      { kind: "image", text: "", spans: [], src: link, alt: vector, caption: vector },
      { kind: "image", text: "", spans: [], src: `https://example.com/${vector}`, alt: vector, caption: vector },
    ],
    related: [{ title: vector, url: link, published: vector, dateline: null, snippet: vector, spans: [] }],
    removed: [{ label: "other", text: vector, reason: vector, rule: vector, confidence: 1, spans: [] }],
  };
}

/** Elements and attributes that the fragment may hold. */
const allowed: Record<string, string[]> = {
  article: ["lang", "dir"],
  section: [],
  h1: ["dir"],
  h2: ["dir"],
  h3: ["dir"],
  h4: ["dir"],
  h5: ["dir"],
  h6: ["dir"],
  p: ["class", "dir"],
  bdi: [],
  time: ["datetime"],
  blockquote: ["dir"],
  ul: ["dir"],
  li: ["dir"],
  table: ["dir"],
  tbody: [],
  tr: [],
  td: [],
  pre: ["dir"],
  figure: [],
  figcaption: [],
  img: ["src", "alt", "loading"],
  a: ["href"],
  strong: [],
  em: [],
  small: [],
  br: [],
};

/** Puts a fragment into the page and says everything that is wrong with it there. */
function putIntoPage([html, allowed]: [string, Record<string, string[]>]): string[] {
  const wrong: string[] = [];
  const parse = (markup: string) => {
    const place = document.createElement("div");
    place.innerHTML = markup;
    return place;
  };
  const place = parse(html);
  document.body.replaceChildren(place);
  if (!parse(place.innerHTML).isEqualNode(place)) wrong.push("a second parse gives another tree");
  const whole = new DOMParser().parseFromString(`<!doctype html><body><div>${html}</div>`, "text/html");
  if (!whole.body.firstElementChild?.isEqualNode(place)) wrong.push("a parse as a document gives another tree");
  for (const element of place.querySelectorAll("*")) {
    const attributes = allowed[element.localName];
    if (!attributes || element.namespaceURI !== "http://www.w3.org/1999/xhtml") wrong.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!attributes?.includes(name)) wrong.push(`<${element.localName} ${name}>`);
      if (name === "class" && !["subtitle", "byline", "date", "verse"].includes(value)) wrong.push(`class ${value}`);
    }
    if (element instanceof HTMLAnchorElement && !/^(?:https?|mailto):$/.test(element.protocol))
      wrong.push(`link to ${element.href}`);
    if (element instanceof HTMLImageElement && !/^https?:/.test(element.src)) wrong.push(`picture ${element.src}`);
    for (const event of ["mouseover", "focus", "click", "error", "load", "toggle", "animationend"])
      element.dispatchEvent(new Event(event, { bubbles: true, cancelable: true }));
  }
  return wrong;
}

interface Watched {
  ran: string[];
  asked: string[];
}

/** An empty page that notes every script that runs and every request that goes out but pictures of the article. */
async function open(page: Page, context: BrowserContext): Promise<Watched> {
  const seen: Watched = { ran: [], asked: [] };
  await context.route("**/*", (route) => {
    const request = route.request();
    const document = request.url() === "http://reader.example/";
    if (document) return route.fulfill({ contentType: "text/html", body: "<!doctype html><html><body></body></html>" });
    if (request.resourceType() !== "image") seen.asked.push(`${request.resourceType()} ${request.url()}`);
    return route.abort();
  });
  await page.exposeFunction("ran", (what: string) => seen.ran.push(what));
  await page.addInitScript(() => {
    const { ran } = window as unknown as { ran(what: string): void };
    for (const name of ["alert", "confirm", "prompt", "print"]) Object.assign(window, { [name]: () => ran(name) });
    window.addEventListener("click", (event) => event.preventDefault());
  });
  page.on("pageerror", (error) => seen.ran.push(String(error)));
  await page.goto("http://reader.example/");
  return seen;
}

/** What a page would do later it has done: frames were drawn and tasks ran. */
async function settle(page: Page): Promise<void> {
  for (let round = 0; round < 3; round++)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

test("the trap notices what unsafe HTML does", async ({ page, context }) => {
  const seen = await open(page, context);
  const unsafe =
    '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><iframe src="https://evil.example/"></iframe>';
  const wrong = await page.evaluate(putIntoPage, [unsafe, allowed] as [string, typeof allowed]);
  await expect.poll(() => seen.ran.length).toBeGreaterThan(0);
  await expect.poll(() => seen.asked).toEqual(["document https://evil.example/"]);
  expect(wrong).toEqual(["<img onerror>", "link to javascript:alert(1)", "<iframe>", "<iframe src>"]);
});

for (const [kind, list] of Object.entries(vectors)) {
  test(`nothing runs and no tree changes: ${kind}`, async ({ page, context }) => {
    const seen = await open(page, context);
    const failures: [string, string[]][] = [];
    for (const vector of list.flatMap(spelled)) {
      for (const html of [...fragments(vector), render(hostile(vector), "html", { include: [...include] })]) {
        const wrong = await page.evaluate(putIntoPage, [html, allowed] as [string, typeof allowed]);
        if (wrong.length > 0 || seen.ran.length > 0) failures.push([vector.slice(0, 300), [...wrong, ...seen.ran]]);
      }
    }
    await settle(page);
    expect(failures).toEqual([]);
    expect(seen).toEqual({ ran: [], asked: [] });
    expect(page.url()).toBe("http://reader.example/");
  });
}

test("the list holds the known kinds in number", () => {
  expect(Object.values(vectors).flat().length).toBeGreaterThan(400);
});
