import { expect, test } from "./fixtures";
import { brief, sample, title } from "./texts";

const junk = "ہوم\nرابطہ\nCopy link";

for (const [name, text] of [
  ["an address", "https://news.example/urdu/story"],
  ["a text without an article", junk],
]) {
  test(`${name} pasted over an article takes away what acts on the article, and Escape brings both back`, async ({
    reader,
    page,
  }) => {
    await reader.open(sample);
    await page.evaluate(() => scrollTo(0, 300));
    await reader.paste({ text });
    await expect(page.locator("#problem")).toBeFocused();
    for (const act of ["copy", "save", "find", "panel"])
      await expect(page.locator(`[data-keep="bar-${act}"]`)).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(reader.article.locator("h1")).toHaveText(title);
    await expect(reader.article).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(300);
    await expect(page.locator('[data-keep="bar-copy"]')).toBeVisible();
  });
}

test("a button leads from a problem back to the open article", async ({ reader, page }) => {
  await reader.open(sample);
  await reader.paste({ text: junk });
  await page.getByRole("button", { name: "کھلے ہوئے مضمون پر واپس" }).click();
  await expect(reader.article.locator("h1")).toHaveText(title);
});

test("undo of a failed paste undoes the paste and not the article before it", async ({ reader, page }) => {
  await reader.open(sample);
  await reader.paste({ text: junk });
  await expect(page.locator("#problem")).toBeVisible();
  await page.locator('[data-keep="bar-undo"]').click();
  await expect(reader.article.locator("h1")).toHaveText(title);
  await page.keyboard.press("Control+Shift+z");
  await expect(page.locator("#place")).toHaveValue(junk);
});

test("Ctrl+Y does again what was undone, and belongs to a field that is written in", async ({ reader, page }) => {
  await reader.open(sample);
  const blocks = reader.article.locator(".block");
  const put = (await blocks.count()) + 1;
  await page.locator(".panel .piece button").first().click();
  await expect(blocks).toHaveCount(put);
  await page.keyboard.press("Control+z");
  await expect(blocks).toHaveCount(put - 1);
  await page.keyboard.press("/");
  await page.keyboard.type("پرندے");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Escape");
  await expect(blocks).toHaveCount(put - 1);
  await page.keyboard.press("Control+y");
  await expect(blocks).toHaveCount(put);
});

test("where Z and Y have changed places, undo and redo go by the letter", async ({ reader, page }) => {
  await reader.open(sample);
  const blocks = reader.article.locator(".block");
  const put = (await blocks.count()) + 1;
  const press = (key: string, code: string) =>
    page.locator("body").dispatchEvent("keydown", { key, code, ctrlKey: true, bubbles: true, cancelable: true });
  await page.locator(".panel .piece button").first().click();
  await expect(blocks).toHaveCount(put);
  await press("z", "KeyY");
  await expect(blocks).toHaveCount(put - 1);
  await press("y", "KeyZ");
  await expect(blocks).toHaveCount(put);
});

test("undo and putting back have names of their own", async ({ reader, page }) => {
  await reader.open(sample);
  await expect(page.locator(".panel .piece button").first()).toHaveText("واپس رکھیں");
  await page.locator(".panel .piece button").first().click();
  await expect(page.locator(".notice")).toHaveText("واپس رکھ دیا گیا کالعدم کریں", { useInnerText: true });
  await expect(page.locator('[data-keep="bar-undo"]')).toHaveAccessibleName("کالعدم کریں");
  await expect(page.locator('[data-keep="bar-redo"]')).toHaveAccessibleName("دوبارہ کریں");
  await page.keyboard.press("Control+z");
  await expect(reader.said).toHaveText("کالعدم ہوا: واپس رکھنا");
  await page.keyboard.press("Control+y");
  await expect(reader.said).toHaveText("دوبارہ ہوا: واپس رکھنا");
});

test("typed text that a key cleared comes back with undo, from the keyboard and from the notice", async ({
  reader,
  page,
}) => {
  await reader.visit();
  const place = page.locator("#place");
  for (const undo of [() => page.keyboard.press("Control+z"), () => page.locator(".notice .quiet").click()]) {
    await place.fill("ایک لمبا متن");
    await page.locator("#way-file").focus();
    await page.keyboard.press("n");
    await expect(place).toHaveValue("");
    await expect(place).toBeFocused();
    await undo();
    await expect(place).toHaveValue("ایک لمبا متن");
  }
});

test("a rejected text comes back after the button for a new one", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: junk });
  await expect(page.locator("#problem")).toBeVisible();
  await page.locator('[data-keep="bar-new"]').click();
  await expect(page.locator("#place")).toHaveValue("");
  await expect(page.locator("#place")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(page.locator("#place")).toHaveValue(junk);
});

test("what is typed after an undo is there again after the next one and a redo", async ({ reader, page }) => {
  await reader.open(sample);
  await page.keyboard.press("n");
  await page.locator("#place").fill("ایک نیا متن");
  await page.locator('[data-keep="bar-undo"]').click();
  await expect(reader.article).toBeVisible();
  await page.locator('[data-keep="bar-redo"]').click();
  await expect(page.locator("#place")).toHaveValue("ایک نیا متن");
});

test("undo of an opening brings back the typed text", async ({ reader, page }) => {
  await reader.visit();
  await page.locator("#place").fill(brief(2));
  await page.keyboard.press("Control+Enter");
  await expect(reader.article).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.locator("#place")).toHaveValue(brief(2));
});

test("a reload keeps what was typed", async ({ reader, page }) => {
  await reader.visit();
  await page.locator("#place").fill("ایک لمبا متن");
  await page.reload();
  await expect(page.locator("#place")).toHaveValue("ایک لمبا متن");
  await expect(page.locator("#read")).toBeVisible();
});

test("a reload keeps the open article with what was decided, and another visit begins anew", async ({
  reader,
  page,
}) => {
  await reader.visit();
  await reader.paste({ text: sample });
  await reader.article.locator(".block").first().hover();
  await reader.article.locator(".take").first().click();
  await expect(reader.article).not.toContainText("کنارے آباد بستیوں میں");
  await page.reload();
  await expect(reader.article.locator("h1")).toHaveText(title);
  await expect(reader.article).not.toContainText("کنارے آباد بستیوں میں");
  await reader.visit();
});

test("with no trace a reload keeps nothing", async ({ reader, page }) => {
  await reader.visit({ trace: false });
  await page.locator("#place").fill("ایک لمبا متن");
  await page.reload();
  await expect(page.locator("#place")).toHaveValue("");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("the notice offers no undo of another step", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.locator(".panel .piece button").first().click();
  await expect(page.locator(".notice .quiet")).toBeVisible();
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-sepia"]').click();
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("undo in an open window undoes what was done in it, and nothing behind it", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.keyboard.press("h");
  const entries = page.locator(".entry");
  await expect(entries).toHaveCount(1);
  await page.locator("#history-clear").click();
  await expect(entries).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(entries).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(reader.article).toBeVisible();
});

test("undo of a colour leaves the panel as it is", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-sepia"]').click();
  await page.keyboard.press("Escape");
  await page.locator('[data-keep="panel.close"]').click();
  await page.keyboard.press("Control+z");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
  await expect(page.locator(".panel")).toBeHidden();
});
