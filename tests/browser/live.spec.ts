/** A live Document or Element as input: what a reader's browser has before it, read in one step. */

import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import type * as matn from "../../pkg/index.js";

type Matn = typeof matn;

const address = "http://news.example/2024/storm/story.html?from=front#top";
const title = "طوفان کے بعد بجلی کی بحالی کا کام جاری";
const first =
  "کراچی: بجلی کی تقسیم کار کمپنی کا کہنا ہے کہ طوفان سے متاثرہ علاقوں میں بجلی کی بحالی کا کام دن رات جاری ہے اور بیشتر فیڈر چلا دیے گئے ہیں۔";
const second =
  "شہریوں نے شکایت کی ہے کہ کئی محلوں میں دو دن سے پانی بھی نہیں آ رہا، کیونکہ پمپ بجلی سے چلتے ہیں، جب کہ انتظامیہ ٹینکر بھیج رہی ہے۔";

function story(head = ""): string {
  return `<!DOCTYPE html><html lang="ur" dir="rtl"><head><meta charset="utf-8"><title>${title} | روزنامہ سحر</title>${head}</head>
    <body><nav><a href="/">صفحہ اول</a> <a href="/sports">کھیل</a></nav>
    <main id="main"><h1>${title}</h1><p id="first">${first} <a href="../rain/b.html">مزید تفصیل یہاں ہے</a></p><p>${second}</p></main>
    <script>document.querySelector("main").append(Object.assign(document.createElement("p"), { textContent: "${second} یہ بات ترجمان نے بتائی۔" }))</script>
    </body></html>`;
}

/** Opens the story on a site of its own, with the package's files beside it, and imports an entry there. */
async function open(page: Page, html: string): Promise<void> {
  await page.route("http://news.example/**", (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith("/matn/")) return route.fulfill({ contentType: "text/html", body: html });
    const body = readFileSync(new URL(`../../pkg/${pathname.slice("/matn/".length)}`, import.meta.url));
    return route.fulfill({ contentType: pathname.endsWith(".wasm") ? "application/wasm" : "text/javascript", body });
  });
  await page.goto(address);
  await page.evaluate(async () => {
    const inline = `${location.origin}/matn/inline.js`;
    Object.assign(window, { matn: await import(inline) });
  });
}

/** What `extract` says of what `pick` finds in the page, as the page's own script would ask. */
function read(page: Page, pick: string) {
  return page.evaluate((pick) => {
    const { extract } = (window as unknown as { matn: Matn }).matn;
    const article = extract(new Function(`return ${pick}`)());
    const links = article.blocks.flatMap((block) => block.marks ?? []).map((mark) => mark.href);
    const { title, url, lang, siteName, blocks } = article;
    return { title, url, lang, siteName, links, texts: blocks.map((block) => block.text) };
  }, pick);
}

test("a live document is its present markup, with its address", async ({ page }) => {
  await open(page, story());
  const article = await read(page, "document");
  expect(article).toMatchObject({ title, url: address, lang: "ur", links: ["http://news.example/2024/rain/b.html"] });
  expect(article.texts).toHaveLength(3);
  expect(article.texts[2]).toContain("ترجمان");
});

test("a live element is a part of its page, with the page's address", async ({ page }) => {
  await open(page, story());
  const article = await read(page, "document.getElementById('main')");
  expect(article).toMatchObject({ title, url: address, links: ["http://news.example/2024/rain/b.html"] });
  expect(article.texts).toHaveLength(3);
  const paragraph = await read(page, "document.getElementById('first')");
  expect(paragraph.texts.join()).toContain("فیڈر چلا دیے گئے ہیں");
});

test("a page's base holds for the document and for each element of it", async ({ page }) => {
  await open(page, story('<base href="https://mirror.example/a&amp;b/c/">'));
  for (const pick of ["document", "document.documentElement", "document.getElementById('main')"]) {
    const article = await read(page, pick);
    expect(article.links, pick).toEqual(["https://mirror.example/a&b/rain/b.html"]);
    expect(article.url, pick).toBe(address);
  }
});

test("a document of another frame and one without address are read too", async ({ page }) => {
  await open(page, story());
  await page.evaluate((html) => {
    const frame = document.createElement("iframe");
    frame.srcdoc = html;
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    document.body.append(frame);
    return loaded;
  }, story());
  const framed = await read(page, "document.querySelector('iframe').contentDocument");
  expect(framed).toMatchObject({ title, url: null });
  const parsed = await read(page, `new DOMParser().parseFromString(${JSON.stringify(story())}, "text/html")`);
  expect(parsed.title).toBe(title);
});

test("the options' own address wins over the page's", async ({ page }) => {
  await open(page, story());
  const url = await page.evaluate(
    () => (window as unknown as { matn: Matn }).matn.extract(document, { url: "https://other.example/x" }).url,
  );
  expect(url).toBe("https://other.example/x");
});

test("a worker takes a live document as its markup", async ({ page }) => {
  await open(page, story());
  const article = await page.evaluate(async () => {
    const entry = "/matn/worker.js";
    const { MatnWorker } = await import(entry);
    const worker = new MatnWorker();
    const { title, url } = await worker.extract(document);
    worker.close();
    return { title, url };
  });
  expect(article).toEqual({ title, url: address });
});

test("a node that is neither document nor element is bad-option", async ({ page }) => {
  await open(page, story());
  const codes = await page.evaluate(() => {
    const { extract } = (window as unknown as { matn: Matn }).matn;
    const nodes = [document.createTextNode("متن"), document.createDocumentFragment(), document.createComment("x")];
    return nodes.map((node) => {
      try {
        extract(node);
        return "read";
      } catch (error) {
        return (error as { code?: string }).code;
      }
    });
  });
  expect(codes).toEqual(["bad-option", "bad-option", "bad-option"]);
});
