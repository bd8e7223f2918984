import { readFileSync } from "node:fs";
import { expect, type Reader, saved, test } from "./fixtures";
import { brief, sample, title } from "./texts";

async function openHistory({ page }: Reader) {
  await page.locator('[data-keep="bar-history"]').click();
  return page.locator("#history");
}

async function readTwo(reader: Reader): Promise<void> {
  await reader.visit();
  await reader.paste({ text: sample });
  await expect(reader.article.locator("h1")).toHaveText(title);
  await reader.paste({ text: brief(5) });
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 5");
}

test("what was read is there at the next visit, with what was decided", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: sample });
  const first = reader.article.locator(".block").first();
  await first.hover();
  await first.locator(".take").click();
  await expect(reader.article).not.toContainText("کنارے آباد بستیوں میں");
  await expect((await openHistory(reader)).locator(".entry")).toHaveCount(1);
  await page.reload();
  const history = await openHistory(reader);
  await history.locator(".entry-open").first().click();
  await expect(reader.article.locator("h1")).toHaveText(title);
  await expect(reader.article).not.toContainText("کنارے آباد بستیوں میں");
});

test("the search of the history is blind to ی and ي", async ({ reader }) => {
  await readTwo(reader);
  const history = await openHistory(reader);
  await expect(history.locator(".entry")).toHaveCount(2);
  await history.locator("input").fill("ماہي گيروں");
  await expect(history.locator(".entry")).toHaveCount(1);
  await expect(history.locator(".entry")).toContainText("پرندوں کی واپسی");
});

test("an entry is deleted, and the deletion undone", async ({ reader, page }) => {
  await readTwo(reader);
  const history = await openHistory(reader);
  await history.locator(".entry .round").first().click();
  await expect(history.locator(".entry")).toHaveCount(1);
  await page.locator(".notice .quiet").click();
  await expect(history.locator(".entry")).toHaveCount(2);
});

test("the whole history is exported, cleared and imported again", async ({ reader, page }) => {
  await readTwo(reader);
  const history = await openHistory(reader);
  const { name, bytes } = await saved(page, () => history.locator("#history-export").click());
  expect(name).toMatch(/\.json$/);
  await history.locator("#history-clear").click();
  await expect(history.locator(".entry")).toHaveCount(0);
  const chooser = page.waitForEvent("filechooser");
  await history.locator("#history-import").click();
  await (await chooser).setFiles({ name, mimeType: "application/json", buffer: bytes });
  await expect(history.locator(".entry")).toHaveCount(2);
  await history.locator(".entry-open").filter({ hasText: "پرندوں کی واپسی" }).click();
  await expect(reader.article.locator("h1")).toHaveText(title);
});

test("another file is not taken for a history", async ({ reader, page }) => {
  await reader.visit();
  const history = await openHistory(reader);
  const chooser = page.waitForEvent("filechooser");
  await history.locator("#history-import").click();
  await (await chooser).setFiles({
    name: "other.json",
    mimeType: "application/json",
    buffer: readFileSync("package.json"),
  });
  await expect(page.locator(".notice-alarm")).toContainText("other.json");
});

test("with no trace nothing is remembered, and what was is gone", async ({ reader, page }) => {
  await reader.open(sample);
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator("#switch-trace").click();
  await expect(page.locator("#switch-trace")).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("Escape");
  await reader.paste({ text: brief(6) });
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 6");
  await expect((await openHistory(reader)).locator(".entry")).toHaveCount(0);
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return { names, stored: Object.keys(localStorage) };
  });
  expect(kept.stored).toEqual(["matn-settings"]);
});
