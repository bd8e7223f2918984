import type { Page } from "@playwright/test";
import JSZip from "jszip";
import { expect, test } from "./fixtures";
import { brief, page as clip, sample } from "./texts";

const poem = `شہر کے نوجوان شاعر نے مشاعرے میں اپنی نئی غزل سنائی اور خوب داد پائی۔

بارش کے بعد گلی میں جو چراغ جلتا ہے
وہ میرے شہر کی تنہائیوں میں پلتا ہے

ہوا نے پوچھ لیا ہے مرے مکاں کا پتا
یہ کس کا خواب ہے جو آنکھ میں مچلتا ہے

مشاعرے میں شہر بھر سے آئے ہوئے سامعین رات گئے تک موجود رہے۔`;

test("a Nastaliq face served from the page itself sets the article", async ({ reader, page }) => {
  await reader.open(sample);
  const face = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ family, status }) => family.includes("Nastaliq") && status === "loaded")
      .length;
  });
  expect(face).toBeGreaterThan(0);
  await expect(reader.article).toHaveCSS("font-family", /Noto Nastaliq Urdu/);
});

for (const face of ["nastaliq", "naskh"] as const) {
  for (const size of [1, 7]) {
    test(`in ${face} at size ${size} and closest lines no ink leaves its box`, async ({ reader, page }) => {
      await reader.visit({ face, size, spacing: 1 });
      await reader.paste({ text: brief(1) });
      await expect(reader.article).toBeVisible();
      const figures = await page.evaluate(() => {
        const block = document.querySelector<HTMLElement>("#article .text");
        if (!block) throw new Error("no text");
        const style = getComputedStyle(block);
        const canvas = new OffscreenCanvas(10, 10).getContext("2d");
        if (!canvas) throw new Error("no canvas");
        canvas.font = `${style.fontSize} ${style.fontFamily}`;
        const {
          actualBoundingBoxAscent: up,
          actualBoundingBoxDescent: down,
          fontBoundingBoxAscent,
          fontBoundingBoxDescent,
        } = canvas.measureText("گُفتگُو پہنچے لِلّٰہ");
        const half = (Number.parseFloat(style.lineHeight) - fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
        const clipping = [...document.querySelectorAll("#article, #article *")].filter(
          (element) => getComputedStyle(element).overflow !== "visible" && !element.matches("svg, svg *, .unseen"),
        ).length;
        return {
          up,
          down,
          roomUp: fontBoundingBoxAscent + half,
          roomDown: fontBoundingBoxDescent + half,
          line: Number.parseFloat(style.lineHeight),
          size: Number.parseFloat(style.fontSize),
          clipping,
        };
      });
      // Ink of one line and the next must not meet; nothing around the text may cut it.
      expect(figures.up + figures.down).toBeLessThanOrEqual(figures.line * 1.02);
      expect(figures.line / figures.size).toBeGreaterThanOrEqual(face === "nastaliq" ? 2.4 : 1.7);
      expect(figures.clipping).toBe(0);
    });
  }
}

test("settings show at once, stay for the next visit and can be undone", async ({ reader, page }) => {
  await reader.visit();
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-sepia"]').click();
  await page.locator('[data-keep="choice-naskh"]').click();
  await page.locator('[data-keep="range-size"]').fill("6");
  const root = page.locator("html");
  await expect(root).toHaveAttribute("data-theme", "sepia");
  await page.reload();
  await expect(root).toHaveAttribute("data-theme", "sepia");
  await expect(root).toHaveAttribute("data-face", "naskh");
  await expect(root).toHaveAttribute("data-size", "6");
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-dark"]').click();
  await page.keyboard.press("Control+z");
  await expect(root).toHaveAttribute("data-theme", "sepia");
});

test("the system theme follows the system", async ({ reader, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await reader.visit();
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(18, 17, 15)");
});

test("the interface is in English on demand, with the reasons, and the article stays Urdu", async ({
  reader,
  page,
}) => {
  await reader.open(sample);
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-en"]').click();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(page.locator("#tab-removed")).toContainText("Removed");
  await expect(page.locator(".panel .piece-reason").first()).toHaveText(/[a-z]{3}/);
  await expect(reader.article).toHaveAttribute("lang", "ur");
});

test("Latin runs are isolated and keep their order", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: sample });
  await expect(reader.article.locator("bdi[dir=ltr]")).toHaveText("World Wildlife Fund");
});

test("reading time and words stand under the headline", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: sample });
  await expect(reader.article.locator(".meta")).toContainText("منٹ کا مطالعہ");
  await expect(reader.article.locator(".meta")).toContainText("الفاظ");
});

const english = `Flood warnings issued for Sindh as Indus rises

By Ali Khan | Published November 3, 2023

KARACHI: Authorities on Friday issued flood warnings for parts of Sindh after the Indus rose above the danger mark.

Officials said the peak would pass Sukkur on Sunday morning. "We are ready," said the commissioner on Friday night.`;

for (const width of [320, 390, 1280]) {
  for (const [language, text, name] of [
    ["ur", sample, "Urdu"],
    ["en", sample, "Urdu"],
    ["ur", english, "English"],
    ["en", english, "English"],
  ] as const) {
    test(`each dot under the headline stands behind one part and before the next: ${width} px, ${name} in ${language}`, async ({
      reader,
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await reader.visit({ language });
      await reader.paste({ text });
      await expect(reader.article.locator(".byline")).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      const misplaced = await reader.article.locator(".meta").evaluate((meta) => {
        const towards = getComputedStyle(meta).direction === "rtl" ? -1 : 1;
        const dots = [...meta.childNodes].filter((node) => node instanceof Text);
        const wrong = dots.filter((dot) => {
          const range = document.createRange();
          const at = dot.data.indexOf("·");
          range.setStart(dot, at);
          range.setEnd(dot, at + 1);
          const box = range.getBoundingClientRect();
          const middle = (box.left + box.right) / 2;
          const isBeyond = (part: Element | null, edge: "first" | "last", side: 1 | -1) => {
            const boxes = [...(part?.getClientRects() ?? [])];
            const near = boxes.at(edge === "last" ? -1 : 0);
            if (!near) return true;
            const isSameLine = near.top < box.bottom && box.top < near.bottom;
            if (!isSameLine) return edge === "last";
            return (middle - (near.left + near.right) / 2) * towards * side <= near.width / 2;
          };
          return (
            isBeyond(dot.previousSibling as Element, "last", 1) ||
            (dot.nextSibling && isBeyond(dot.nextSibling as Element, "first", -1))
          );
        });
        return { dots: dots.length, wrong: wrong.length };
      });
      expect(misplaced.dots).toBeGreaterThan(1);
      expect(misplaced.wrong).toBe(0);
    });
  }
}

test("a poem is set in couplets", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: poem });
  await expect(reader.article.locator(".couplet")).toHaveCount(2);
  await expect(reader.article.locator(".couplet").first().locator(".misra")).toHaveCount(2);
});

for (const [width, wraps] of [
  [320, true],
  [390, true],
  [1280, false],
] as const) {
  test(`verses begin at one edge, and what goes on in a second line is set in from it: ${width} px`, async ({
    reader,
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await reader.visit({ size: width === 320 ? 3 : 4 });
    await reader.paste({ text: poem });
    await expect(reader.article.locator(".misra")).toHaveCount(4);
    await page.evaluate(() => document.fonts.ready);
    const lines = await reader.article.locator(".misra > span").evaluateAll((verses) =>
      verses.map((verse) => {
        const [first, ...rest] = [...verse.getClientRects()];
        return { from: Math.round(first?.right ?? 0), set: rest.map(({ right }) => (first?.right ?? 0) - right) };
      }),
    );
    expect(lines.some(({ set }) => set.length > 0)).toBe(wraps);
    expect(new Set(lines.map(({ from }) => from)).size).toBe(1);
    for (const { set } of lines) for (const by of set) expect(by).toBeGreaterThan(20);
  });
}

for (const theme of ["light", "dark"]) {
  test(`a table beyond the window has a shade at the edge where it goes on, and none at its end: ${theme}`, async ({
    reader,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await reader.visit({ theme });
    const row = (cell: string) => `<tr>${`<td>${cell}</td>`.repeat(6)}</tr>`;
    const wide = `<table>${row("نقصان")}${row("کروڑ روپے")}${row("باغات")}</table>`;
    await reader.paste({ text: clip.text, html: clip.html.replace("</article>", `${wide}</article>`) });
    const table = reader.article.locator(".table");
    await table.scrollIntoViewIfNeeded();
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(40);
    // Only the ground is compared.
    await table.evaluate((element) => element.querySelector("table")?.style.setProperty("visibility", "hidden"));
    const ground = await reader.article.evaluate((element) => getComputedStyle(element).backgroundColor);
    const edges = async () => {
      const box = await table.boundingBox();
      if (!box) throw new Error("no table");
      const at = async (x: number) =>
        colour(page, await page.screenshot({ clip: { x, y: box.y + box.height / 2, width: 1, height: 1 } }));
      return { left: await at(Math.ceil(box.x)), right: await at(Math.floor(box.x + box.width) - 1) };
    };
    const before = await edges();
    expect(before.left).not.toBe(ground);
    expect(before.right).toBe(ground);
    await table.evaluate((element) => element.scrollTo({ left: -element.scrollWidth, behavior: "instant" }));
    const after = await edges();
    expect(after.left).toBe(ground);
    expect(after.right).not.toBe(ground);
  });
}

/** The colour of a picture's first point, as style sheets write it. */
function colour(page: Page, picture: Buffer): Promise<string> {
  return page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas?.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
    const [red, green, blue] = canvas?.getImageData(0, 0, 1, 1).data ?? [];
    return `rgb(${red}, ${green}, ${blue})`;
  }, picture.toString("base64"));
}

test("in the windows of a narrow phone names of choices keep to one line, and a heading to its distance", async ({
  reader,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await reader.visit();
  await page.locator('[data-keep="bar-settings"]').click();
  await page.evaluate(() => document.fonts.ready);
  const lines = await page.locator(".choice").evaluateAll((choices) =>
    choices.map((choice) => {
      const range = document.createRange();
      range.selectNodeContents(choice);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    }),
  );
  expect(lines.length).toBe(8);
  expect(new Set(lines)).toEqual(new Set([1]));
  await page.keyboard.press("Escape");
  await page.locator('a[href="#privacy"]').click();
  const distance = await page.locator("#privacy h3").evaluate((heading) => {
    const above = heading.previousElementSibling?.getBoundingClientRect();
    return heading.getBoundingClientRect().top - (above?.bottom ?? 0);
  });
  expect(distance).toBeGreaterThanOrEqual(12);
});

test("headings, lists and tables of a page are what they are", async ({ reader }) => {
  await reader.visit();
  const more =
    "<ul><li>پہلی وادی: دو سو باغ</li><li>دوسری وادی: ایک سو باغ</li></ul><table><tr><td>وادی</td><td>نقصان</td></tr><tr><td>تریچ</td><td>دو کروڑ</td></tr></table>";
  await reader.paste({ text: clip.text, html: clip.html.replace("</article>", `${more}</article>`) });
  await expect(reader.article.locator("h2")).toHaveText("باغبان کیا کہتے ہیں");
  await expect(reader.article.locator("li")).toHaveCount(2);
  await expect(reader.article.locator("td")).toHaveCount(4);
});

test("the search in the article is blind to letter forms and diacritics", async ({ reader, page }) => {
  await reader.open(sample);
  await page.keyboard.press("/");
  await page.keyboard.type("ماہي گِيروں");
  await expect(page.locator(".find-count")).toContainText("جگہ");
  const marked = await page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map(String));
  expect(marked.length).toBeGreaterThan(2);
  for (const text of marked) expect(text).toBe("ماہی گیروں");
  await page.keyboard.press("Enter");
  await expect(page.locator(".find-count")).toContainText("میں سے ۲");
  await page.keyboard.press("Escape");
  await expect(page.locator(".find")).toHaveCount(0);
});

test("the text of a quotation keeps its distance from its bar", async ({ reader }) => {
  await reader.visit();
  await reader.paste({
    html: clip.html.replace(
      "<h2>",
      "<blockquote>ہم نے ساری رات باغ میں گزاری اور صبح تک کچھ نہیں بچا تھا۔</blockquote><h2>",
    ),
  });
  const quote = reader.article.locator("blockquote");
  expect(
    await quote.evaluate((element) => Number.parseFloat(getComputedStyle(element).paddingInlineStart)),
  ).toBeGreaterThan(10);
});

/** A browser's voices, as a device has them; what is spoken is noted. */
function voices(local: boolean): void {
  const spoken: string[] = [];
  const voice = { lang: "ur-PK", localService: local, name: "Urdu" };
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: "ur-PK", localService: false, name: "Far away" }, voice],
    speak(utterance: { text: string; voice: typeof voice } & EventTarget) {
      spoken.push(`${utterance.voice.localService} ${utterance.text}`);
      if (spoken.length < 3) setTimeout(() => utterance.dispatchEvent(new Event("end")), 30);
    },
    cancel() {},
    pause() {},
    resume() {},
  });
  class Utterance extends EventTarget {
    voice: unknown;
    lang = "";
    constructor(public text: string) {
      super();
    }
  }
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  Object.assign(window, { spoken });
}

test("reading aloud goes sentence by sentence with a voice of the device, the sentence marked", async ({
  reader,
  page,
}) => {
  await page.addInitScript(voices, true);
  await reader.visit();
  await reader.paste({ text: brief(1) });
  await page.locator('[data-keep="bar-listen"]').click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.length)).toBe(3);
  const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  for (const sentence of spoken) expect(sentence).toMatch(/^true /);
  const marked = await page.evaluate(() => [...(CSS.highlights.get("spoken") ?? [])].map(String));
  expect(spoken[2]).toBe(`true ${marked[0]}`);
  await page.locator('[data-keep="speech.stop"]').click();
  await expect(page.locator(".player")).toHaveCount(0);
});

test("where only voices of others are there, reading aloud is not offered", async ({ reader, page }) => {
  await page.addInitScript(voices, false);
  await reader.visit();
  await reader.paste({ text: brief(1) });
  await expect(reader.article).toBeVisible();
  await expect(page.locator('[data-keep="bar-listen"]')).toHaveCount(0);
});

for (const [name, selector, open] of [
  ["the bookmarklet", "#bookmarklet .dialog-head", (page: Page) => press(page, "act-bookmarklet")],
  ["the keys", "#keys .dialog-head", (page: Page) => page.keyboard.press("Shift+Slash")],
  ["the history", "#history .dialog-head", (page: Page) => page.keyboard.press("h")],
  ["the settings", "#settings .dialog-head", (page: Page) => page.keyboard.press("g")],
  ["the promise of privacy", "#privacy .dialog-head", (page: Page) => page.evaluate(() => location.assign("#privacy"))],
  ["what was removed", ".panel-head", async () => {}],
  ["what was set right", ".panel-head", (page: Page) => page.locator("#tab-changes").click()],
] as const) {
  test(`the head lies on no ink of the first line: ${name}`, async ({ reader, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await reader.visit();
    await reader.openSample();
    await open(page);
    const head = page.locator(selector);
    await expect(head).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    // Round corners are blended with what lies below them.
    await head.evaluate((element) => {
      element.style.setProperty("background", "none");
      element.parentElement?.style.setProperty("border-radius", "0");
    });
    const withText = await head.screenshot();
    await head.evaluate((element) =>
      (element.nextElementSibling as HTMLElement).style.setProperty("visibility", "hidden"),
    );
    // Ink that is drawn anew may differ by a step of grey.
    expect(await difference(page, withText, await head.screenshot())).toBeLessThan(8);
  });
}

/** How much two pictures of one size differ where they differ most, 0 to 255. */
function difference(page: Page, ...pictures: Buffer[]): Promise<number> {
  return page.evaluate(
    async (all) => {
      const [one, other] = await Promise.all(
        all.map(async (encoded) => {
          const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          canvas?.drawImage(bitmap, 0, 0);
          return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        }),
      );
      return [...(one ?? [])].reduce((most, value, at) => Math.max(most, Math.abs(value - (other?.[at] ?? 0))), 0);
    },
    pictures.map((picture) => picture.toString("base64")),
  );
}

async function press(page: Page, act: string): Promise<void> {
  await page.locator('[data-keep="bar-more"]').click();
  await page.locator(`#${act}`).click();
}

const mixed = `نئے پروگرام کی تربیت کراچی میں شروع، پہلے دن سو طلبہ شریک

کراچی (نمائندہ خصوصی) نئے پروگرام میں C++ اور C# دونوں پڑھائی جائیں گی، اور U.S. کے ماہرین بھی آئیں گے۔ طلبہ نے #Budget2024 پر @PakPMO کو خط لکھا اور 4G کے نرخ پوچھے۔

داخلے کے لیے +92-300-1234567 پر فون کیا جا سکتا ہے، جیسا COVID-19 کے دنوں میں 2023-24 کے داخلوں میں ہوا تھا۔ استاد نے کہا “Learn the basics first.” اور کلاس ختم کی۔

“Low-resource languages remain a priority for our evaluation team.”

منتظمین کے مطابق 2024-01-15 کے بعد اگلے مہینے دوسرے شہروں میں بھی یہی تربیت دی جائے گی۔`;

test("signs and numbers that belong to Latin words run with them", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: mixed });
  const runs = reader.article.locator('bdi[dir="ltr"]');
  await expect(runs.first()).toBeVisible();
  expect(await runs.allTextContents()).toEqual([
    ...["C++", "C#", "U.S.", "#Budget2024", "@PakPMO", "4G", "+92-300-1234567", "COVID-19"],
    ...["“Learn the basics first.”", "“Low-resource languages remain a priority for our evaluation team.”"],
  ]);
  await expect(runs.filter({ hasText: "COVID" }).locator("span")).toHaveCSS("white-space", "nowrap");
});

test("a paragraph wholly in English runs from left to right, on the page and in Word", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: mixed });
  const english = reader.article.locator(".text").filter({ hasText: "Low-resource" });
  await expect(english).toHaveCSS("direction", "ltr");
  await expect(english).toHaveAttribute("lang", "en");
  await expect(reader.article.locator(".text").first()).toHaveCSS("direction", "rtl");
  const zip = await JSZip.loadAsync((await reader.save("docx")).bytes);
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  const paragraph = xml.match(/<w:p[ >].*?<\/w:p>/gs)?.find((one) => one.includes("Low-resource")) ?? "";
  expect(paragraph).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
  const run = xml.match(/<w:r[ >].*?<\/w:r>/gs)?.find((one) => one.includes("C++")) ?? "";
  expect(run).not.toContain("<w:rtl/>");
});
