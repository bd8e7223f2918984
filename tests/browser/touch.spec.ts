/** On a touch screen the page advises what fingers can do. */

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { sample } from "./texts";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** Words that only a keyboard or a mouse can follow. */
const others = /Ctrl|کھینچ|drag/i;

async function refuse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const no = () => Promise.reject(new DOMException("", "NotAllowedError"));
    Object.assign(navigator.clipboard, { read: no, write: no, writeText: no });
  });
}

for (const [language, hold] of [
  ["ur", "دیر تک دبا"],
  ["en", "ouch and hold"],
] as const) {
  test(`where the clipboard is closed, a long press is advised and no key: ${language}`, async ({ reader, page }) => {
    await refuse(page);
    await reader.visit({ language });
    await page.locator("#way-paste").tap();
    await expect(page.locator(".notice")).toContainText(hold);
    await expect(page.locator(".notice")).not.toContainText(others);
    await page.locator("#place").fill(sample);
    await page.locator("#read").tap();
    await reader.choose("copy", "copy-text");
    await expect(page.locator(".notice")).toContainText(hold);
    await expect(page.locator(".notice")).not.toContainText(others);
  });

  test(`an address alone is brought by long presses: ${language}`, async ({ reader, page }) => {
    await reader.visit({ language });
    await page.locator("#place").fill("https://news.example/story");
    await page.locator("#read").tap();
    await expect(page.locator("#problem li")).toContainText([/./, hold, hold]);
    await expect(page.locator("#problem")).not.toContainText(others);
  });

  test(`the bookmarklet goes into a bookmark by hand: ${language}`, async ({ reader, page }) => {
    await reader.visit({ language });
    await reader.choose("more", "act-bookmarklet");
    await expect(page.locator("#bookmarklet p").first()).toContainText(language === "ur" ? "ترمیم" : "edit");
    await expect(page.locator("#bookmarklet")).not.toContainText(others);
    await page.locator(".bookmarklet a").tap();
    await expect(page.locator(".notice")).not.toContainText(others);
  });
}
