import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { brief, sample } from "./texts";

/** Pictures of every state for people to look at: test-results/screens/. */
const shot = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `test-results/screens/${name}.png` });
};

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of ["light", "dark", "sepia"]) {
    test(`pictures are taken: ${size}, ${theme}`, async ({ reader, page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await reader.visit({ theme });
      await shot(page, `${size}-${theme}-empty`);
      await reader.paste({ text: sample });
      await expect(reader.article).toBeVisible();
      await shot(page, `${size}-${theme}-article`);
      await reader.article.locator(".mark").first().click();
      await shot(page, `${size}-${theme}-mark`);
      await page.keyboard.press("Escape");
      if (size === "phone") {
        await page.locator(".bar-panel").click();
        await shot(page, `${size}-${theme}-sheet`);
        await page.keyboard.press("Escape");
      }
      await page.locator('[data-keep="bar-settings"]').click();
      await shot(page, `${size}-${theme}-settings`);
    });
  }

  test(`pictures are taken: ${size}, Naskh, English, list, problems`, async ({ reader, page }) => {
    await page.setViewportSize(viewport);
    await reader.visit({ face: "naskh", language: "en" });
    await shot(page, `${size}-english-empty`);
    await reader.paste({ text: sample });
    await expect(reader.article).toBeVisible();
    await shot(page, `${size}-naskh-article`);
    await page.keyboard.press("b");
    await expect(page.locator(".source")).not.toBeEmpty();
    await shot(page, `${size}-comparison`);
    await page.keyboard.press("n");
    await page.locator("#place").fill("https://news.example/story");
    await page.locator("#read").click();
    await shot(page, `${size}-address`);
    await page.locator("#place").fill("صفحہ اول");
    await page.locator("#read").click();
    await expect(page.locator("#problem")).toBeVisible();
    await shot(page, `${size}-no-article`);
    const chooser = page.waitForEvent("filechooser");
    await page.locator("#way-file").click();
    await (await chooser).setFiles(
      [1, 2].map((n) => ({ name: `${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(brief(n)) })),
    );
    await expect(page.locator(".list")).toBeVisible();
    await shot(page, `${size}-list`);
  });
}
