import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { brief, sample } from "./texts";

const focused = (page: Page) => page.locator(":focus");

async function phone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
}

test("after a piece is put back in the panel the next one has the focus, from the first to the last", async ({
  reader,
  page,
}) => {
  await reader.open(sample);
  const buttons = page.locator(".panel .piece button");
  await buttons.first().focus();
  const next = await buttons.nth(1).getAttribute("aria-label");
  const count = await buttons.count();
  await page.keyboard.press("Enter");
  await expect(buttons).toHaveCount(count - 1);
  await expect(focused(page)).toHaveAttribute("aria-label", next ?? "");
  await buttons.last().focus();
  await page.keyboard.press("Enter");
  await expect(buttons).toHaveCount(count - 2);
  await expect(buttons.last()).toBeFocused();
});

test("undo in a notice gives the focus back to where it came from", async ({ reader, page }) => {
  await reader.open(sample);
  const buttons = page.locator(".panel .piece button");
  const count = await buttons.count();
  await buttons.first().focus();
  await page.keyboard.press("Enter");
  await expect(buttons).toHaveCount(count - 1);
  const name = (await focused(page).getAttribute("data-keep")) ?? "";
  await page.locator(".notice .quiet").focus();
  await page.keyboard.press("Enter");
  await expect(buttons).toHaveCount(count);
  await expect(focused(page)).toHaveAttribute("data-keep", name);
});

test("Escape in the sheet gives the focus back to its button", async ({ reader, page }) => {
  await phone(page);
  await reader.open(sample);
  await page.locator(".bar-panel").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#tab-removed")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.locator(".panel")).toBeHidden();
  await expect(page.locator(".bar-panel")).toBeFocused();
});

test("the sheet of a phone is a window: named, with the page behind it out of reach, closed by a tap beside it", async ({
  reader,
  page,
}) => {
  await phone(page);
  await reader.open(sample);
  await page.locator(".bar-panel").click();
  await expect(page.getByRole("dialog")).toHaveAttribute("aria-modal", "true");
  await expect(page.getByRole("dialog")).toHaveAccessibleName("جو بدلا گیا");
  await expect(page.locator("main")).toHaveAttribute("inert", "");
  await page.locator(".veil").click({ position: { x: 200, y: 60 } });
  await expect(page.locator(".panel")).toBeHidden();
  await expect(page.locator("main")).not.toHaveAttribute("inert", "");
});

test("room for fingers makes no page wider", async ({ browser, reader: _, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(baseURL ?? "");
  await page.locator("#way-sample").tap();
  await expect(page.locator("#article")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});

test("R leads from the article into the panel, and out of it", async ({ reader, page }) => {
  await reader.open(sample);
  await expect(reader.article).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.locator("#tab-removed")).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.locator(".panel")).toBeHidden();
  await expect(page.locator(".bar-panel")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#tab-removed")).toBeFocused();
});

test("deleting from the history goes on to the next entry, and clearing it to the window's head", async ({
  reader,
  page,
}) => {
  await reader.visit();
  for (const n of [1, 2, 3]) {
    await reader.paste({ text: brief(n) });
    await expect(reader.article.locator("h1")).toContainText(`گاؤں نمبر ${n}`);
  }
  await page.keyboard.press("h");
  const entries = page.locator(".entry");
  await expect(entries).toHaveCount(3);
  await entries.first().locator(".round").focus();
  await page.keyboard.press("Enter");
  await expect(entries).toHaveCount(2);
  await expect(entries.first().locator(".round")).toBeFocused();
  await page.locator("#history-clear").focus();
  await page.keyboard.press("Enter");
  await expect(entries).toHaveCount(0);
  await expect(page.locator("#history-title")).toBeFocused();
});

test("a mark stays open while its pieces are put back one by one, the next piece in focus and the text in its place", async ({
  reader,
  page,
}) => {
  await reader.open(sample);
  const mark = reader.article.locator(".mark").last();
  await mark.focus();
  await page.keyboard.press("Enter");
  const buttons = reader.article.locator(".piece button");
  const count = await buttons.count();
  expect(count).toBeGreaterThan(3);
  await buttons.first().scrollIntoViewIfNeeded();
  await buttons.first().focus();
  const above = reader.article.locator(".block").filter({ hasText: "محکمے نے اعلان کیا ہے" });
  const top = () => above.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await above.scrollIntoViewIfNeeded();
  const before = await top();
  for (const left of [count - 1, count - 2]) {
    const next = await buttons.nth(1).getAttribute("aria-label");
    await page.keyboard.press("Enter");
    await expect(buttons).toHaveCount(left);
    await expect(focused(page)).toHaveAttribute("aria-label", next ?? "");
    expect(await top()).toBe(before);
  }
});

test("the last piece of a mark takes the focus along to its place", async ({ reader, page }) => {
  await reader.open(sample);
  const marks = reader.article.locator(".gap").filter({ has: page.locator('.mark[aria-label*="۱ حصہ"]') });
  await marks.first().locator(".mark").click();
  const text = await reader.article.locator(".piece-text").textContent();
  await reader.article.locator(".piece button").focus();
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveClass(/block/);
  await expect(focused(page)).toHaveText(text ?? "");
});

test("a notice stays while the focus is in it, and goes in its time once it is left", async ({ reader, page }) => {
  await page.clock.install();
  await reader.visit();
  await reader.openSample();
  await page.locator(".panel .piece button").first().click();
  const undo = page.locator(".notice .quiet");
  await undo.focus();
  await page.clock.runFor(30_000);
  await expect(undo).toBeFocused();
  await page.locator("#tab-removed").focus();
  await page.clock.runFor(30_000);
  await expect(page.locator(".notice")).toHaveCount(0);
});

for (const [name, open, gone] of [
  ["a list of acts", (page: Page) => page.locator('[data-keep="bar-more"]').click(), ".menu:popover-open"],
  ["the search", (page: Page) => page.keyboard.press("/"), ".find"],
] as const) {
  test(`Escape over the comparison closes only what is over it: ${name}`, async ({ reader, page }) => {
    await reader.open(sample);
    await page.keyboard.press("b");
    await expect(page.locator(".source")).not.toBeEmpty();
    await open(page);
    await expect(page.locator(gone)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator(gone)).toHaveCount(0);
    await expect(page.locator(".source")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator(".source")).toHaveCount(0);
  });
}

test("Escape closes the search from its buttons and from the article", async ({ reader, page }) => {
  await reader.open(sample);
  for (const place of ['[data-keep="find.next"]', "#article"]) {
    await page.keyboard.press("/");
    await page.locator(place).focus();
    await page.keyboard.press("Escape");
    await expect(page.locator(".find")).toHaveCount(0);
  }
});

test("a list of acts fits in a low window and closes when it is tabbed out of", async ({ reader, page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await reader.open(sample);
  await page.locator('[data-keep="bar-more"]').click();
  const list = page.locator(".menu:popover-open");
  const box = await list.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(390);
  await list.locator("button").last().focus();
  await page.keyboard.press("Tab");
  await expect(list).toHaveCount(0);
});

test("a switched label stays at its place in the panel", async ({ reader, page }) => {
  await reader.open(sample);
  const labels = () =>
    page.locator(".panel .group").evaluateAll((groups) => groups.map((group) => (group as HTMLElement).dataset.label));
  const before = await labels();
  await page.locator("#switch-label-navigation").click();
  await expect(page.locator("#switch-label-navigation")).toHaveAttribute("aria-checked", "false");
  expect(await labels()).toEqual(before);
});

test("the next article of a list is one more press away", async ({ reader, page }) => {
  await reader.visit();
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#way-file").click();
  await (await chooser).setFiles(
    [1, 2, 3].map((n) => ({ name: `${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(brief(n)) })),
  );
  await page.locator(".list-item").first().click();
  await page.locator('[data-keep="list.next"]').focus();
  await page.keyboard.press("Enter");
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 2");
  await page.keyboard.press("Enter");
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 3");
});

test("what a correction replaced is shown on focus and on a tap, and goes with Escape", async ({ reader, page }) => {
  await reader.open(sample);
  await page.keyboard.press("e");
  const edit = reader.article.locator('.edit[data-kind="letters"]').first();
  const was = page.locator(".was");
  await edit.focus();
  await expect(was).toContainText("پہلے تھا");
  await expect(edit).toHaveAccessibleDescription(/پہلے تھا/);
  await page.keyboard.press("Escape");
  await expect(was).toHaveCount(0);
  await edit.click();
  await expect(was).toContainText("پہلے تھا");
  await reader.article.locator("h1").click();
  await expect(was).toHaveCount(0);
});

test("a space that was taken out is called one", async ({ reader }) => {
  await reader.open(sample);
  await reader.page.keyboard.press("e");
  await expect(reader.article.locator('.edit[data-kind="spacing"]').first()).toHaveAccessibleDescription(
    /ایک خالی جگہ/,
  );
});
