import { expect, type Reader, test } from "./fixtures";
import { brief, page as clip, mhtml, sample, title, twoArticles } from "./texts";

const file = (name: string, content: string | Buffer, mimeType = "text/plain") => ({
  name,
  mimeType,
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});

async function pick(reader: Reader, files: ReturnType<typeof file>[]): Promise<void> {
  const chooser = reader.page.waitForEvent("filechooser");
  await reader.page.locator("#way-file").click();
  await (await chooser).setFiles(files);
}

/** Drops files as the system does it. */
async function drop(reader: Reader, name: string, content: string): Promise<void> {
  const carried = await reader.page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type: "text/plain" }));
      return transfer;
    },
    [name, content] as const,
  );
  await reader.page.dispatchEvent("body", "drop", { dataTransfer: carried });
}

test("a text file opens", async ({ reader }) => {
  await reader.visit();
  await pick(reader, [file("خبر.txt", sample)]);
  await expect(reader.article.locator("h1")).toHaveText(title);
});

test("an HTML file opens", async ({ reader }) => {
  await reader.visit();
  await pick(reader, [file("page.html", clip.html, "text/html")]);
  await expect(reader.article.locator("h1")).toHaveText(clip.title);
});

for (const extension of ["mht", "mhtml"]) {
  test(`a page saved with its parts opens from .${extension}`, async ({ reader }) => {
    await reader.visit();
    await pick(reader, [file(`page.${extension}`, mhtml, "multipart/related")]);
    await expect(reader.article.locator("h1")).toHaveText(clip.title);
    await expect(reader.article).toContainText("چار کروڑ روپے");
    await expect(reader.article).not.toContainText("=D");
  });
}

test("a file in UTF-16 opens", async ({ reader }) => {
  await reader.visit();
  await pick(reader, [file("utf16.txt", Buffer.from(`\ufeff${sample}`, "utf16le"))]);
  await expect(reader.article.locator("h1")).toHaveText(title);
});

test("a dropped file opens", async ({ reader }) => {
  await reader.visit();
  await drop(reader, "a.txt", sample);
  await expect(reader.article.locator("h1")).toHaveText(title);
});

test("several files become a list to choose from", async ({ reader, page }) => {
  await reader.visit();
  await pick(
    reader,
    [1, 2, 3].map((n) => file(`${n}.txt`, brief(n))),
  );
  await expect(page.locator(".list-item")).toHaveCount(3);
  await page.locator(".list-item").nth(1).click();
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 2");
  await page.locator('[data-keep="list.next"]').click();
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 3");
  await page.locator('[data-keep="list-all"]').click();
  await expect(page.locator(".list-item")).toHaveCount(3);
});

test("the beginnings in a list end with a whole word", async ({ reader, page }) => {
  const long = [1, 2].map((n) => {
    const [headline, ...paragraphs] = brief(n).split("\n\n");
    return { headline, body: paragraphs.join(" ") };
  });
  await reader.visit();
  await pick(
    reader,
    long.map(({ headline, body }, at) => file(`${at}.txt`, `${headline}\n\n${body}`)),
  );
  const beginnings = page.locator(".list-text");
  await expect(beginnings).toHaveText([/…$/, /…$/]);
  for (const [at, { body }] of long.entries()) {
    const beginning = ((await beginnings.nth(at).textContent()) ?? "").slice(0, -1);
    expect(beginning.length).toBeGreaterThan(100);
    expect(body).toContain(`${beginning} `);
  }
});

test("several articles in one paste become a list to choose from", async ({ reader, page }) => {
  await reader.visit();
  await reader.paste({ text: twoArticles });
  await expect(page.locator(".list-item")).toHaveCount(2);
  await expect(page.locator(".list-item").nth(0)).toContainText(title);
  await page.locator(".list-item").nth(1).click();
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 7");
  await expect(reader.article).not.toContainText("دریائے سندھ");
  await page.locator('[data-keep="list-all"]').click();
  await page.locator(".list-item").nth(0).click();
  await expect(reader.article.locator("h1")).toHaveText(title);
  await expect(reader.article).not.toContainText("کتب خانے");
});

test("of several files the readable ones open and the others are named", async ({ reader, page }) => {
  await reader.visit();
  await pick(reader, [file("good.txt", brief(1)), file("empty.txt", "")]);
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 1");
  await expect(page.locator(".notice-alarm")).toContainText("empty.txt");
});

test("of several files each that cannot be read is named, whether others open or none", async ({ reader, page }) => {
  await reader.visit();
  const bad = [file("empty.txt", ""), file("photo.png", "x", "image/png"), file("blank.txt", " ")];
  await pick(reader, bad);
  for (const { name } of bad) await expect(page.locator("#problem")).toContainText(name);
  await pick(reader, [file("good.txt", brief(1)), ...bad]);
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 1");
  for (const { name } of bad) await expect(page.locator(".notice-alarm")).toContainText(name);
});

test("a file without text says what to do", async ({ reader, page }) => {
  await reader.visit();
  await pick(reader, [file("empty.txt", "")]);
  await expect(page.locator("#problem")).toContainText("empty.txt");
  await expect(page.locator("#problem")).toContainText("کوئی متن نہیں تھا");
});

test("a PDF and a file of Word are called what they are, whatever their names say", async ({ reader, page }) => {
  await reader.visit();
  const zip = Buffer.from("PK\x03\x04\x14\0\x06\0", "latin1");
  const old = Buffer.from("d0cf11e0a1b11ae1", "hex");
  const problem = page.locator("#problem");
  await pick(reader, [file("a.pdf", Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3", "latin1"))]);
  await expect(problem).toContainText("a.pdf: یہ پی ڈی ایف ہے");
  for (const [name, bytes] of [
    ["b.docx", zip],
    ["c.txt", zip],
    ["d.doc", old],
  ] as const) {
    await pick(reader, [file(name, bytes)]);
    await expect(problem).toContainText(`${name}: یہ ورڈ یا کسی دوسرے پروگرام کی فائل ہے`);
    await expect(problem).not.toContainText("UTF-8");
  }
  await pick(reader, [file("good.txt", brief(1)), file("b.docx", zip)]);
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 1");
  await expect(page.locator(".notice-alarm")).toContainText("b.docx: یہ ورڈ");
});

test("a large file shows that it is read and can be given up", async ({ reader, page }) => {
  await reader.visit();
  const large = `${sample}\n\n`.repeat(Math.ceil(10_000_000 / Buffer.byteLength(sample)));
  await pick(reader, [file("large.txt", large)]);
  const work = page.locator(".work");
  await expect(work).toContainText("large.txt");
  await work.getByRole("button").click();
  await expect(work).toHaveCount(0);
  await expect(page.locator("#place")).toBeVisible();
  await expect(reader.said).toContainText("روک دیا گیا");
});
