import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { brief, page as clip, sample, times, title } from "./texts";

test("a paste anywhere becomes the article without a click", async ({ reader, page }) => {
  await reader.visit();
  await page.locator("body").click({ position: { x: 5, y: 300 } });
  await reader.paste({ text: sample });
  await expect(reader.article.locator("h1")).toHaveText(title);
  await expect(reader.article).toHaveAttribute("dir", "rtl");
  await expect(reader.article.locator("p.text").first()).toContainText("دریائے سندھ کے کنارے آباد بستیوں میں");
});

test("the headline stands once and the page around the article is gone", async ({ reader }) => {
  await reader.open(sample);
  const text = (await reader.article.textContent()) ?? "";
  expect(times(text, title)).toBe(1);
  for (const junk of ["واٹس ایپ", "آپ کا ای میل ایڈریس", "مشہور خبریں", "گلگت میں برف کی چادر"])
    expect(text).not.toContain(junk);
});

test("dateline and byline stand in their places", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: sample });
  await expect(reader.article.locator(".dateline")).toHaveText("سکھر (نمائندہ خصوصی)");
  await expect(reader.article.locator(".byline")).toHaveText("نائلہ سومرو");
});

test("of a copied page the markup is read, and its text is one tap away", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste(clip);
  await expect(reader.article.locator("h1")).toHaveText(clip.title);
  await expect(reader.article.locator('a[href="https://agri.example/report"]')).toHaveText("ابتدائی تخمینہ");
  await expect(reader.article.locator("strong")).toHaveText("دس منٹ میں سال بھر کی محنت");
  await page.locator("#other-form").click();
  await expect(reader.article.locator("a")).toHaveCount(0);
  await expect(reader.article.locator("h1")).toHaveText(clip.title);
});

test("markup without structure gives way to the plain text", async ({ reader }) => {
  await reader.visit();
  await reader.paste({ text: brief(1), html: `<span style="color:red">${brief(1).replaceAll("\n", " ")}</span>` });
  await expect(reader.article.locator("p.text")).toHaveCount(3);
});

test("scripts and handlers in pasted markup are nothing but text that is not there", async ({ reader, page }) => {
  await reader.visit();
  const html = clip.html.replace(
    "</article>",
    `<p onclick="window.struck=1">اس سطر پر ایک چھپا ہوا حکم لگا ہے جسے چلنا نہیں چاہیے۔<img src=x onerror="window.struck=1"></p><script>window.struck=1</script></article>`,
  );
  await reader.paste({ html, text: clip.text });
  await expect(reader.article).toBeVisible();
  expect(await page.evaluate(() => "struck" in window)).toBe(false);
  await expect(page.locator("#article script, #article img")).toHaveCount(0);
});

test("the paste button reads the clipboard", async ({ reader, page }) => {
  await reader.visit();
  await page.evaluate((text) => navigator.clipboard.writeText(text), sample);
  await page.locator("#way-paste").click();
  await expect(reader.article.locator("h1")).toHaveText(title);
});

test("the button to read covers none of the typed text", async ({ reader, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.visit();
  await page.locator("#place").fill(brief(2));
  const field = await page.locator("#place").boundingBox();
  const button = await page.locator("#read").boundingBox();
  expect(button?.y).toBeGreaterThanOrEqual((field?.y ?? 0) + (field?.height ?? 0));
});

test("typed text is read with Ctrl+Enter", async ({ reader, page }) => {
  await reader.visit();
  await page.locator("#place").fill(brief(2));
  await page.keyboard.press("Control+Enter");
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 2");
});

test("a paste over an open article opens the new one, and undo brings the first back", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: sample });
  await expect(reader.article.locator("h1")).toHaveText(title);
  await reader.paste({ text: brief(3) });
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 3");
  await page.keyboard.press("Control+z");
  await expect(reader.article.locator("h1")).toHaveText(title);
  await page.keyboard.press("Control+Shift+z");
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 3");
});

/** A paste as programs for offices make it, with a picture of the text among its forms; or a drop of the same. */
function carry(page: Page, event: "paste" | "drop", forms: Record<string, string>) {
  return page.evaluate(
    ([type, all]) => {
      const carried = new DataTransfer();
      for (const [form, text] of Object.entries(all)) carried.setData(form, text);
      carried.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], "image.png", { type: "image/png" }));
      const init = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        type === "paste"
          ? new ClipboardEvent("paste", { ...init, clipboardData: carried })
          : new DragEvent("drop", { ...init, dataTransfer: carried }),
      );
    },
    [event, forms] as const,
  );
}

for (const event of ["paste", "drop"] as const) {
  test(`of text with a picture of itself the text is read: ${event}`, async ({ reader, page }) => {
    await reader.visit();
    await carry(page, event, { "text/plain": clip.text, "text/html": clip.html });
    await expect(reader.article.locator("h1")).toHaveText(clip.title);
  });
}

test("a picture with its address is a picture, and is said to be one", async ({ reader, page }) => {
  await reader.visit();
  const address = "https://news.example/a.png";
  await carry(page, "drop", { "text/plain": address, "text/html": `<img src="${address}">` });
  await expect(page.locator("#problem")).toContainText("image.png");
  await expect(page.locator("#problem")).toContainText("تصویر");
});

/** Drags with the mouse from one point to another; `held` looks on before it is let go. */
async function drag(page: Page, from: Point, to: Point, held: () => Promise<void> = async () => {}): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await held();
  await page.mouse.up();
}

interface Point {
  x: number;
  y: number;
}

test("a word dragged within the field goes to its new place, and nothing typed is lost", async ({ reader, page }) => {
  await reader.visit();
  const place = page.locator("#place");
  await place.fill("first second third");
  await place.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 5));
  const box = await place.boundingBox();
  if (!box) throw new Error("no field");
  const y = box.y + 40;
  await drag(page, { x: box.x + 35, y }, { x: box.x + box.width - 60, y }, async () => {
    await expect(page.locator(".drop-here")).toBeHidden();
  });
  await expect(place).toHaveValue(/^\s*second third ?first$/);
  await expect(page.locator("#problem")).toHaveCount(0);
});

test("words of the article that are dragged and let go are no paste", async ({ reader, page }) => {
  await reader.open(sample);
  const from = await reader.article
    .locator("p.text")
    .first()
    .evaluate((paragraph) => {
      getSelection()?.selectAllChildren(paragraph);
      const [line] = getSelection()?.getRangeAt(0).getClientRects() ?? [];
      return { x: (line?.x ?? 0) + (line?.width ?? 0) / 2, y: (line?.y ?? 0) + (line?.height ?? 0) / 2 };
    });
  await drag(page, from, { x: from.x - 80, y: from.y + 140 }, async () => {
    await expect(page.locator(".drop-here")).toBeHidden();
  });
  // What comes from elsewhere afterwards is opened as ever.
  await page.mouse.move(from.x, from.y);
  const carried = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    return transfer;
  }, brief(5));
  await page.dispatchEvent("body", "drop", { dataTransfer: carried });
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 5");
  // One step back from it is the article that was dragged from: the drag was no step.
  await page.keyboard.press("Control+z");
  await expect(reader.article.locator("h1")).toHaveText(title);
  await expect(reader.article.locator(".block").nth(3)).toBeVisible();
});

test("the bookmarklet's button let go over the page opens nothing", async ({ reader, page }) => {
  await reader.open(sample);
  await reader.choose("more", "act-bookmarklet");
  const box = await page.locator(".bookmarklet a").boundingBox();
  if (!box) throw new Error("no button");
  await drag(page, { x: box.x + 20, y: box.y + 15 }, { x: 200, y: 300 }, async () => {
    await expect(page.locator(".drop-here")).toBeHidden();
  });
  await page.keyboard.press("Escape");
  await expect(reader.article.locator("h1")).toHaveText(title);
  await expect(page.locator("#problem")).toHaveCount(0);
});
