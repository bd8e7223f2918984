import { expect, test } from "./fixtures";
import { brief, sample, title } from "./texts";

test("nothing is counted as zero: kinds, tabs, hits of both searches", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: brief(1) });
  await expect(reader.article).toBeVisible();
  await expect(page.locator("#tab-removed .count")).toHaveCount(0);
  await page.locator("#tab-changes").click();
  await expect(page.locator('.kind[data-kind="letters"] .times')).toHaveText("کہیں نہیں");
  await expect(page.locator('.kind[data-kind="letters"] h2')).toHaveText("حروف کہیں نہیں");
  await page.keyboard.press("/");
  await page.keyboard.type("xyz");
  await expect(page.locator(".find-count")).toHaveText("کچھ نہیں ملا");
  await page.keyboard.press("Escape");
  await page.keyboard.press("h");
  await page.locator("#history input").fill("xyz");
  await expect(page.locator("#history .note")).toHaveText("کچھ نہیں ملا");
});

test("one deleted article is one article", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.keyboard.press("h");
  await page.locator(".entry .round").click();
  await expect(reader.said).toHaveText("۱ مضمون مٹا دیا گیا");
});

test("a sureness below one half is no number", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  const copy = page.locator('.panel [data-label="duplicate-title"] .piece').filter({ hasText: title });
  await expect(copy).toBeVisible();
  await expect(copy.locator(".sure")).toHaveCount(0);
});

test("what was done is told as a sentence", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.locator("#switch-label-share").click();
  await expect(reader.said).toHaveText("یہ قسم واپس رکھ دی گئی");
});

test("a removed piece begins at the panel's start, whatever its letters", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: sample.replace("فیس بک", "Facebook") });
  const piece = page.locator(".panel .piece-text").filter({ hasText: "Facebook" });
  await expect(piece).toHaveCSS("text-align", "right");
});

test("an empty field of a search runs as the page does", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.keyboard.press("/");
  await expect(page.locator(".find-field")).toHaveCSS("direction", "rtl");
  await page.locator(".find-field").fill("abc");
  await expect(page.locator(".find-field")).toHaveCSS("direction", "ltr");
});

test("a window and the search change their language with the page", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.keyboard.press("/");
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-en"]').click();
  await expect(page.locator("#settings-title")).toHaveText("Settings");
  await expect(page.locator(".find-field")).toHaveAttribute("placeholder", /[A-Za-z]/);
});

test("dates in a copy are in the language of the article, not of the page", async ({ reader }) => {
  await reader.visit({ language: "en" });
  await reader.openSample();
  await reader.choose("copy", "copy-messenger");
  await expect(reader.said).toContainText("messenger");
  expect(await reader.clipboard()).toContain("۱۲ فروری، ۲۰۲۴");
});
