/** What every test of the page begins with: the open page, and hands to use it like a person. */

import { readFileSync } from "node:fs";
import { test as base, type Download, expect, type Page } from "@playwright/test";

export { expect };

/** What a person copied: the forms that a browser puts into the clipboard. */
export interface Clip {
  text?: string;
  html?: string;
}

export class Reader {
  constructor(readonly page: Page) {}

  /** Opens the page, with settings as if they had been chosen at an earlier visit. */
  async visit(settings: Record<string, unknown> = {}, path = "./"): Promise<void> {
    if (Object.keys(settings).length > 0) {
      await this.page.addInitScript((kept) => {
        if (!localStorage.getItem("matn-settings")) localStorage.setItem("matn-settings", kept);
      }, JSON.stringify(settings));
    }
    await this.page.goto(path);
    await expect(this.page.locator("#place")).toBeVisible();
  }

  /** Copies from another page and pastes here with the keyboard, as the browser itself does it. */
  async paste(clip: Clip): Promise<void> {
    const elsewhere = await this.page.context().newPage();
    await elsewhere.goto("/licences.txt");
    await elsewhere.evaluate(async ({ text, html }) => {
      const forms: Record<string, Blob> = {};
      if (text !== undefined) forms["text/plain"] = new Blob([text], { type: "text/plain" });
      if (html !== undefined) forms["text/html"] = new Blob([html], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem(forms)]);
    }, clip);
    await elsewhere.close();
    await this.page.bringToFront();
    await this.page.keyboard.press("Control+v");
  }

  /** Opens the page and pastes a text that is an article. */
  async open(text: string): Promise<void> {
    await this.visit();
    await this.paste({ text });
    await expect(this.article).toBeVisible();
  }

  /** What a person would get by pasting elsewhere. */
  clipboard(type = "text/plain"): Promise<string> {
    return this.page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes(wanted) ? (await item.getType(wanted)).text() : "";
    }, type);
  }

  async openSample(): Promise<void> {
    await this.page.locator("#way-sample").click();
    await expect(this.article).toBeVisible();
  }

  get article() {
    return this.page.locator("#article");
  }

  get said() {
    return this.page.locator("#said");
  }

  /** Chooses from one of the bar's lists. */
  async choose(list: "copy" | "save" | "more", act: string): Promise<void> {
    await this.page.locator(`[data-keep="bar-${list}"]`).click();
    await this.page.locator(`#${act}`).click();
  }

  /** Saves by the list and gives the file as it lies on the disk. */
  async save(extension: string): Promise<{ name: string; bytes: Buffer }> {
    return saved(this.page, () => this.choose("save", `save-${extension}`));
  }
}

/** The file that an act saves. */
export async function saved(page: Page, act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent("download");
  await act();
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

interface Seen {
  errors: string[];
  /** Errors that the test is about. */
  expected: RegExp[];
}

export const test = base.extend<{ reader: Reader; seen: Seen }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern even where nothing is needed
  seen: async ({}, use) => use({ errors: [], expected: [] }),
  context: async ({ context }, use) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await use(context);
  },
  // An error in the page fails the test that saw it, whatever else the test checks.
  page: async ({ page, seen }, use) => {
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
    await use(page);
    expect(seen.errors.filter((error) => !seen.expected.some((pattern) => pattern.test(error)))).toEqual([]);
  },
  reader: async ({ page }, use) => use(new Reader(page)),
});
