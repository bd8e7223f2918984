import { rmSync, writeFileSync } from "node:fs";
import en from "../../www/src/messages/en.json" with { type: "json" };
import ur from "../../www/src/messages/ur.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { sample } from "./texts";

const codes = [
  "empty-input",
  "too-large",
  "bad-encoding",
  "no-article",
  "bad-option",
  "bad-line",
  "not-readable",
  "not-ready",
  "cancelled",
  "internal",
];

test("each error of the contract has a sentence in both languages", () => {
  for (const code of codes) {
    for (const messages of [ur, en] as Record<string, string>[])
      expect(messages[`error.${code}`] ?? "").toMatch(/[.۔]$/);
  }
});

test("both languages have the same messages", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(ur).sort());
});

test("an arrow in a sentence that runs from right to left points on, not back", () => {
  expect(Object.entries(ur).filter(([, sentence]) => sentence.includes("→"))).toEqual([]);
});

test("an address pasted alone says why it is not fetched and what to do", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: "https://news.example/urdu/story-1234" });
  const problem = page.locator("#problem");
  await expect(problem).toContainText("یہ صرف ایک پتا ہے");
  await expect(problem.locator("a")).toHaveAttribute("href", "https://news.example/urdu/story-1234");
  await expect(page.locator("#place")).toHaveValue("https://news.example/urdu/story-1234");
});

test("text without an article stays in its place and can be read all the same", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: "صفحہ اول" });
  await expect(page.locator("#problem")).toContainText("کوئی مضمون نہیں ملا");
  await expect(page.locator("#place")).toHaveValue("صفحہ اول");
  await page.locator("#problem button").click();
  await expect(reader.article).toContainText("صفحہ اول");
});

test("only spaces is no text, and says so", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: "  \n \n " });
  await expect(page.locator("#problem")).toContainText("یہاں کوئی متن نہیں تھا");
  await expect(page.locator("#place")).toHaveValue("  \n \n ");
});

test("a file of 60 MB is too large, and says so", async ({ reader, page }, info) => {
  const path = info.outputPath("large.txt");
  writeFileSync(path, "ا".repeat(30_000_000));
  await reader.visit();
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#way-file").click();
  await (await chooser).setFiles(path);
  await expect(page.locator("#problem")).toContainText("large.txt");
  await expect(page.locator("#problem")).toContainText("پچاس میگابائٹ");
  rmSync(path);
});

test("the sentence follows the language of the page", async ({ reader, page }) => {
  await reader.visit({ language: "en" });
  await reader.paste({ text: "صفحہ اول" });
  await expect(page.locator("#problem")).toContainText("No article was found");
});

test("after a failure the next paste is read as ever", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: "صفحہ اول" });
  await expect(page.locator("#problem")).toBeVisible();
  await page.locator("#place").press("Control+a");
  await reader.paste({ text: sample });
  await expect(reader.article).toBeVisible();
  await expect(page.locator("#problem")).toHaveCount(0);
});
