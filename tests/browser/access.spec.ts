import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { brief, sample, title } from "./texts";

// What fades in has less contrast on its way.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds in the page as it is now, all rules on. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

const states: Record<string, (page: Page) => Promise<void>> = {
  empty: async () => {},
  article: async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
  },
  "an open mark": async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.locator(".mark").first().click();
  },
  changes: async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.locator("#tab-changes").click();
    await page.locator("#switch-edits").click();
  },
  comparison: async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.keyboard.press("b");
    await expect(page.locator(".source")).not.toBeEmpty();
  },
  "an address alone": async (page) => {
    await page.locator("#place").fill("https://news.example/story");
    await page.locator("#read").click();
    await expect(page.locator("#problem")).toBeVisible();
  },
  "no article": async (page) => {
    await page.locator("#place").fill("صفحہ اول");
    await page.locator("#read").click();
    await expect(page.locator("#problem")).toBeVisible();
  },
  settings: async (page) => {
    await page.locator('[data-keep="bar-settings"]').click();
    await expect(page.locator("#settings")).toBeVisible();
  },
  history: async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.locator('[data-keep="bar-history"]').click();
    await expect(page.locator(".entry").first()).toBeVisible();
  },
  keys: async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.keyboard.press("Shift+Slash");
    await expect(page.locator("#keys")).toBeVisible();
  },
  "a list of acts": async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.locator('[data-keep="bar-more"]').click();
  },
  privacy: async (page) => {
    await page.locator('a[href="#privacy"]').click();
    await expect(page.locator("#privacy")).toBeVisible();
  },
  "the search": async (page) => {
    await page.locator("#way-sample").click();
    await expect(page.locator("#article")).toBeVisible();
    await page.keyboard.press("/");
  },
};

for (const [state, reach] of Object.entries(states)) {
  test(`axe finds nothing in the state: ${state}`, async ({ reader, page }) => {
    for (const settings of [{ theme: "light" }, { theme: "dark" }, { theme: "sepia", language: "en" }]) {
      await page.goto("./");
      await page.evaluate((kept) => localStorage.setItem("matn-settings", kept), JSON.stringify(settings));
      await reader.visit();
      await reach(page);
      expect(await violations(page), JSON.stringify(settings)).toEqual([]);
    }
  });
}

test("axe finds nothing in the sheet of a phone", async ({ reader, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.visit();
  await reader.openSample();
  await page.locator(".bar-panel").click();
  await expect(page.locator(".panel.is-sheet")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("a session goes by keyboard alone", async ({ reader, page }) => {
  await reader.visit();
  await expect(page.locator("#place")).toBeFocused();
  await reader.paste({ text: sample });
  await expect(reader.article).toBeFocused();
  const reached = async (selector: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`${selector} was not reached`);
  };
  await reached(".mark");
  await page.keyboard.press("Enter");
  await reached(".pieces .piece button");
  const before = await reader.article.locator(".block").count();
  await page.keyboard.press("Enter");
  await expect(reader.article.locator(".block")).toHaveCount(before + 1);
  await page.keyboard.press("Control+z");
  await expect(reader.article.locator(".block")).toHaveCount(before);
  await page.keyboard.press("c");
  await expect(reader.said).toContainText("نقل ہو گیا");
  await page.keyboard.press("h");
  await expect(page.locator("#history")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#history")).toHaveCount(0);
  await page.keyboard.press("n");
  await expect(page.locator("#place")).toBeFocused();
});

test("keys are places on the board, so an Urdu layout does the same", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key: "ہ", code: "KeyH", bubbles: true, cancelable: true }),
    ),
  );
  await expect(page.locator("#history")).toBeVisible();
});

test("single keys can be switched off", async ({ reader, page }) => {
  await reader.visit({ keys: false });
  await reader.openSample();
  await page.keyboard.press("n");
  await expect(reader.article).toBeVisible();
});

test("every button has a name", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  const nameless = await page
    .locator("button")
    .evaluateAll(
      (buttons) =>
        buttons.filter((button) => !(button.getAttribute("aria-label") || button.textContent?.trim())).length,
    );
  expect(nameless).toBe(0);
});

test("the button that takes a block out is named by the block's first words", async ({ reader }) => {
  await reader.visit();
  await reader.openSample();
  const names = await reader.article
    .locator(".take")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  const texts = await reader.article.locator(".block").allInnerTexts();
  expect(names.length).toBe(texts.length);
  expect(new Set(names).size).toBe(names.length);
  for (const [at, name] of names.entries()) {
    const words = name.replace("یہ حصہ ہٹا دیں: ", "").replace("…", "");
    expect(words.length).toBeGreaterThan(10);
    expect(` ${texts[at]?.replace(/\s+/g, " ")} `).toContain(` ${words} `);
  }
});

test("numbers of tabs and groups are words of their own in their names", async ({ reader, page }) => {
  await reader.visit();
  await reader.openSample();
  await expect(page.locator("#tab-removed")).toHaveAccessibleName(/^ہٹایا گیا [۰-۹]+$/);
  await expect(page.locator("#tab-changes")).toHaveAccessibleName(/^درست کیا گیا [۰-۹]+$/);
  const heads = page.locator(".panel .group h2:has(.count)");
  expect(await heads.count()).toBeGreaterThan(5);
  for (const head of await heads.all()) await expect(head).toHaveAccessibleName(/ [۰-۹]+$/);
});

for (const width of [320, 390, 768, 1280, 3840]) {
  test(`at ${width} px nothing is cut off at the side`, async ({ reader, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await reader.visit();
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await reader.paste({ text: sample });
    await expect(reader.article.locator("h1")).toHaveText(title);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const outside = await page
      .locator(".bar button:visible")
      .evaluateAll(
        (buttons) =>
          buttons.filter(
            (button) => button.getBoundingClientRect().left < 0 || button.getBoundingClientRect().right > innerWidth,
          ).length,
      );
    expect(outside).toBe(0);
    await page.keyboard.press("b");
    await expect(page.locator(".source")).not.toBeEmpty();
    expect(await overflow()).toBeLessThanOrEqual(0);
    // So many blocks that they are drawn in parts.
    await reader.paste({ text: `${sample.split("ٹیگز")[0]}${Array.from({ length: 130 }, sentence).join("\n\n")}` });
    await expect(reader.article.locator(".chunk").first()).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}

/** A browser without a network and with a voice of its own for Urdu: all that the bar can have to show. */
function offlineWithVoice(): void {
  Object.defineProperty(navigator, "onLine", { get: () => false });
  speechSynthesis.getVoices = () => [{ lang: "ur-PK", localService: true, name: "Urdu" } as SpeechSynthesisVoice];
}

/** What stands out of the window at its sides, beside tables and preformatted text that scroll. */
const outside = (page: Page, within: string): Promise<string[]> =>
  page.locator(within).evaluateAll((all) =>
    all
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

for (const language of ["ur", "en"]) {
  for (const [width, letters] of [
    [320, 16],
    [360, 16],
    [390, 16],
    [412, 16],
    [390, 24],
    [390, 32],
    [320, 32],
  ] as const) {
    test(`at ${width} px with letters of ${letters} px, offline and with a voice, all of the page is in the window: ${language}`, async ({
      reader,
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.addInitScript(offlineWithVoice);
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed: letters } });
      await reader.visit({ language });
      await expect(page.locator("html")).toHaveCSS("font-size", `${letters}px`);
      const fits = async (within = "body *:not(.skip, .unseen)") => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await outside(page, within)).toEqual([]);
      };
      await fits();
      await reader.paste({ text: sample });
      await expect(reader.article).toBeVisible();
      for (const act of ["new", "copy", "listen", "panel", "settings", "more"])
        await expect(page.locator(`[data-keep="bar-${act}"]`)).toBeVisible();
      await expect(page.locator(".bar-offline")).toBeVisible();
      await page.evaluate(() => dispatchEvent(new Event("offline")));
      await expect(page.locator(".notice")).toBeVisible();
      await fits();
      await page.keyboard.press("/");
      await fits();
      await page.keyboard.press("Escape");
      for (const key of ["g", "h", "Shift+Slash"]) {
        await page.keyboard.press(key);
        await expect(page.locator("dialog")).toBeVisible();
        await fits();
        await page.keyboard.press("Escape");
        await expect(page.locator("dialog")).toHaveCount(0);
      }
      await page.locator(".bar-panel").click();
      await fits();
      await page.locator("#tab-changes").click();
      await fits();
    });
  }
}

test("what has no room in the bar of a phone stands in the list of more", async ({ reader, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.addInitScript(offlineWithVoice);
  await reader.visit();
  await expect(page.locator('[data-keep="bar-history"]')).toBeVisible();
  await reader.paste({ text: sample });
  await expect(reader.article).toBeVisible();
  await expect(page.locator('[data-keep="bar-history"]')).toBeHidden();
  await reader.choose("more", "act-history");
  await expect(page.locator("#history")).toBeVisible();
});

const sentence = (_: unknown, n: number): string =>
  `گنتی کے دن نمبر ${n} کو رضاکاروں نے جھیل کے کنارے پرندوں کے گھونسلے دیکھے اور اپنی ڈائری میں لکھے۔`;

for (const colorScheme of ["light", "dark"] as const) {
  test(`in the reader's own colours marks, knobs and the sheet are told from what is around them: ${colorScheme}`, async ({
    reader,
    page,
  }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await reader.visit();
    await reader.openSample();
    await page.keyboard.press("e");
    const paper = await reader.article.evaluate((article) => getComputedStyle(article).backgroundColor);
    const edits = reader.article.locator(".edit");
    expect(await edits.count()).toBeGreaterThan(3);
    for (const edit of await edits.all()) {
      await expect(edit).toHaveCSS("border-block-end-style", "solid");
      await expect(edit).not.toHaveCSS("border-block-end-color", paper);
    }
    await page.locator(".bar-panel").click();
    await expect(page.locator(".panel.is-sheet")).toHaveCSS("border-top-style", "solid");
    const alike = await page.locator(".switch").evaluateAll(
      (switches) =>
        switches.filter((one) => {
          const knob = one.querySelector(".switch-knob");
          return !knob || getComputedStyle(knob).backgroundColor === getComputedStyle(one).backgroundColor;
        }).length,
    );
    expect(await page.locator('.switch[aria-checked="true"]').count()).toBeGreaterThan(3);
    expect(alike).toBe(0);
  });
}

test("with reduced motion nothing moves", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: brief(1) });
  await page.locator('[data-keep="bar-settings"]').click();
  await expect(page.locator(".dialog")).toHaveCSS("animation-name", "none");
});
