import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { dist } from "./host";

const assets = `${dist}assets/`;
const compressed = (path: string): number => brotliCompressSync(readFileSync(path)).length;
const named = (pattern: RegExp): string[] =>
  readdirSync(assets)
    .filter((name) => pattern.test(name))
    .map((name) => assets + name);
const sum = (paths: readonly string[]): number => paths.reduce((all, path) => all + compressed(path), 0);

test("the page's code is at most 60 KB and its styles 15 KB, compressed", () => {
  // The Worker's file is the core with its wasm inside; the library for Word comes when it is asked for.
  const code = named(/^(?!docx|worker-thread).*\.js$/);
  expect(code.length).toBeGreaterThan(1);
  expect(sum([...code, `${dist}sw.js`])).toBeLessThanOrEqual(60 * 1024);
  expect(sum(named(/\.css$/))).toBeLessThanOrEqual(15 * 1024);
});

test("the place to paste works before 150 KB have come", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // Fonts and the core are held back for good: the place must work without them.
  await page.route(/\.woff2$|worker-thread/, () => {});
  await page.goto("./", { waitUntil: "commit" });
  await page.locator("#place").fill("متن");
  await expect(page.locator("#read")).toBeVisible();
  const base = page.url();
  const files = asked.filter(
    (url) => url.startsWith(base) && !/\.woff2$|worker-thread|icon|sw\.js|webmanifest/.test(url),
  );
  const bytes = sum(files.map((url) => dist + (url.slice(base.length) || "index.html")));
  expect(bytes).toBeLessThanOrEqual(150 * 1024);
});

test("the face that comes late moves nothing", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.woff2$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  const boxes = () =>
    page
      .locator("#place, .ways, .bar")
      .evaluateAll((all) => all.map((element) => JSON.stringify(element.getBoundingClientRect())));
  await expect(page.locator("#place")).toBeVisible();
  const before = await boxes();
  release();
  await page.evaluate(() => document.fonts.ready);
  expect(await boxes()).toEqual(before);
});

test("the licences of what ships are there", () => {
  for (const file of ["licences.txt", "matn.html"]) {
    const text = readFileSync(`${dist}${file}`, "utf8");
    for (const part of [
      "SIL OPEN FONT LICENSE",
      "noto-naskh-arabic",
      "noto-nastaliq-urdu",
      "docx",
      "idb",
      "html5ever",
    ]) {
      expect(text, file).toMatch(new RegExp(`${part}|${part.replaceAll("-", "—")}`));
    }
  }
});
