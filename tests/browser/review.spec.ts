import { expect, test } from "./fixtures";
import { sample } from "./texts";

const mail = "آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا";

test.beforeEach(async ({ reader }) => {
  await reader.open(sample);
});

test("the panel lists what was removed with its label, its reason and how sure that is", async ({ page }) => {
  const group = page.locator('.panel .group[data-label="comment-form"]');
  await expect(group.locator("h2")).toContainText("تبصرے کا خانہ");
  await expect(group.locator(".piece-text").filter({ hasText: mail })).toHaveCount(1);
  await expect(group.locator(".piece-reason").first()).not.toBeEmpty();
  await expect(group.locator(".sure").first()).toContainText("فیصد یقین");
});

test("a removed piece is put back at its place, and undo takes it out again", async ({ reader, page }) => {
  await expect(reader.article).not.toContainText(mail);
  await page.locator(".panel .piece").filter({ hasText: mail }).getByRole("button").click();
  await expect(reader.article.locator(".block").last()).toContainText(mail);
  await page.keyboard.press("Control+z");
  await expect(reader.article).not.toContainText(mail);
  await page.keyboard.press("Control+Shift+z");
  await expect(reader.article).toContainText(mail);
});

test("a mark in the margin opens what was removed there and puts it back", async ({ reader, page }) => {
  const mark = reader.article.locator(".mark").last();
  await mark.click();
  await expect(mark).toHaveAttribute("aria-expanded", "true");
  const piece = reader.article.locator(".piece").filter({ hasText: mail });
  await piece.getByRole("button").click();
  await expect(reader.article.locator(".block").filter({ hasText: mail })).toHaveCount(1);
  await expect(page.locator(".panel .piece").filter({ hasText: mail })).toHaveCount(0);
});

test("a block is taken out by hand, lies in the panel, and comes back", async ({ reader, page }) => {
  const blocks = await reader.article.locator(".block").count();
  const first = reader.article.locator(".block").first();
  const text = "دریائے سندھ کے کنارے آباد بستیوں میں";
  await first.hover();
  await first.locator(".take").click();
  await expect(reader.article.locator(".block")).toHaveCount(blocks - 1);
  const piece = page.locator('.panel [data-label="other"] .piece').filter({ hasText: text });
  await piece.getByRole("button").click();
  await expect(reader.article.locator(".block")).toHaveCount(blocks);
  await expect(reader.article.locator(".block").first()).toContainText(text);
});

test("a switch keeps a whole label in the article and removes it again", async ({ reader, page }) => {
  const toggle = page.locator("#switch-label-comment-form");
  await expect(toggle).toHaveAttribute("aria-checked", "true");
  await toggle.click();
  await expect(reader.article).toContainText(mail);
  await expect(toggle).toHaveAttribute("aria-checked", "false");
  await toggle.click();
  await expect(reader.article).not.toContainText(mail);
});

test("decisions made by hand outlive a switch that reads the text anew", async ({ reader, page }) => {
  await page.locator(".panel .piece").filter({ hasText: mail }).getByRole("button").click();
  await expect(reader.article).toContainText(mail);
  await page.locator("#switch-label-share").click();
  await expect(reader.article).toContainText("واٹس ایپ");
  await expect(reader.article).toContainText(mail);
});

test("what was set right is counted by kind, shown in its place and switched off", async ({ reader, page }) => {
  await expect(reader.article).toContainText("بتاتے ہیں");
  await page.locator("#tab-changes").click();
  await expect(page.locator('.kind[data-kind="letters"] .times')).toContainText("بار");
  await page.locator("#switch-edits").click();
  const edit = reader.article.locator('.edit[data-kind="letters"]').first();
  await expect(edit).toHaveAttribute("aria-description", /حروف/);
  await page.locator("#switch-kind-letters").click();
  await expect(reader.article).toContainText("بتاتے ہيں");
  await page.keyboard.press("Control+z");
  await expect(reader.article).toContainText("بتاتے ہیں");
});

test("digits are all set in Urdu on demand", async ({ reader, page }) => {
  await reader.paste({ text: sample.replace("تیرہ ہزار", "13000") });
  await page.locator("#tab-changes").click();
  await page.locator('[data-keep="choice-digits"]').selectOption("urdu");
  await expect(reader.article).toContainText("۱۳۰۰۰");
});

test("before and after stand side by side, what was removed struck out", async ({ reader, page }) => {
  await reader.choose("more", "act-compare");
  await expect(page.locator(".source del").filter({ hasText: mail })).toHaveCount(1);
  await expect(page.locator(".source")).toContainText("سکھر (نمائندہ خصوصی)");
  await expect(reader.article).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".source")).toHaveCount(0);
});

test("the related stories of the page are listed, not lost", async ({ page }) => {
  const stories = page.locator('.panel [data-label="stories"] li');
  await expect(stories).toHaveCount(3);
  await expect(stories.first()).toContainText("تھر میں گدھوں کی نسل بچانے کا منصوبہ");
});

for (const width of [390, 1280]) {
  test(`each piece's button to put it back stands at the line's end: ${width} px`, async ({ reader, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await reader.article.locator(".mark").last().click();
    if (width < 1000) await page.locator(".bar-panel").click();
    await page.evaluate(() => document.fonts.ready);
    for (const place of [".panel", "#article"]) {
      const ends = await page
        .locator(`${place} .piece`)
        .evaluateAll((pieces) =>
          pieces.map((piece) =>
            Math.round(
              piece.getBoundingClientRect().left - (piece.querySelector("button")?.getBoundingClientRect().left ?? 0),
            ),
          ),
        );
      expect(ends.length).toBeGreaterThan(3);
      expect(new Set(ends).size).toBe(1);
    }
  });
}

for (const width of [390, 1280]) {
  for (const way of ["its button", "its key"]) {
    test(`out of the comparison ${way} leads to what was removed: ${width} px`, async ({ reader, page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.keyboard.press("b");
      await expect(page.locator(".source")).not.toBeEmpty();
      await expect(page.locator(".panel")).toBeHidden();
      await expect(page.locator(".bar-panel")).toHaveAttribute("aria-expanded", "false");
      if (way === "its key") await page.keyboard.press("r");
      else await page.locator(".bar-panel").click();
      await expect(page.locator(".source")).toHaveCount(0);
      await expect(page.locator("#tab-removed")).toBeFocused();
      await expect(page.locator(".bar-panel")).toHaveAttribute("aria-expanded", "true");
      await expect(reader.article).toBeVisible();
    });
  }
}

test("a sheet over which the comparison was opened does not come back with the article", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator(".bar-panel").click();
  await page.keyboard.press("b");
  await expect(page.locator(".source")).not.toBeEmpty();
  await page.keyboard.press("Escape");
  await expect(page.locator(".source")).toHaveCount(0);
  await expect(page.locator(".panel")).toBeHidden();
});

test("undo and redo reach from the first paste to the last decision", async ({ reader, page }) => {
  await page.locator(".panel .piece").filter({ hasText: mail }).getByRole("button").click();
  await page.locator('[data-keep="bar-new"]').click();
  await expect(page.locator("#place")).toBeVisible();
  await page.locator("body").click({ position: { x: 5, y: 300 } });
  await page.keyboard.press("Control+z");
  await expect(reader.article).toContainText(mail);
  await page.keyboard.press("Control+z");
  await expect(reader.article).not.toContainText(mail);
  await page.keyboard.press("Control+z");
  await expect(page.locator("#place")).toBeVisible();
});
