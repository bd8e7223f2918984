import JSZip from "jszip";
import { expect, saved, test } from "./fixtures";
import { sample, times, title } from "./texts";

test.beforeEach(async ({ reader }) => {
  await reader.open(sample);
});

test("a rich copy carries the article's markup and its text", async ({ reader }) => {
  await reader.choose("copy", "copy-rich");
  await expect(reader.said).toContainText("نقل ہو گیا");
  const html = await reader.clipboard("text/html");
  expect(html).toContain('dir="rtl"');
  expect(html).toMatch(/<h1[^>]*>/);
  expect(times(html, title)).toBe(1);
  expect(await reader.clipboard()).toContain("سکھر (نمائندہ خصوصی)");
});

for (const [form, first] of [
  ["text", title],
  ["markdown", `# ${title}`],
  ["messenger", `*${title}*`],
] as const) {
  test(`a copy as ${form} begins with the headline in its way`, async ({ reader }) => {
    await reader.choose("copy", `copy-${form}`);
    await expect(reader.said).toContainText("نقل ہو گیا");
    const copied = (await reader.clipboard()).replaceAll("\r\n", "\n");
    expect(copied.split("\n")[0]).toBe(first);
    expect(copied).toMatch(/\n\n.*سکھر \(نمائندہ خصوصی\)/);
    expect(copied).not.toContain("واٹس ایپ");
  });
}

test("a copy as HTML is the article's markup as text", async ({ reader }) => {
  await reader.choose("copy", "copy-html");
  await expect(reader.said).toContainText("نقل ہو گیا");
  expect(await reader.clipboard()).toMatch(/<h1[^>]*>/);
});

for (const [extension, sign] of [
  ["txt", title],
  ["md", `# ${title}`],
  ["html", 'dir="rtl"'],
  ["json", '"version"'],
] as const) {
  test(`a saved .${extension} is named by the title and holds the article`, async ({ reader }) => {
    const { name, bytes } = await reader.save(extension);
    expect(name).toMatch(new RegExp(`^دریائے سندھ کے کنارے.*\\.${extension}$`));
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    const text = bytes.toString("utf8");
    expect(text).toContain(sign);
    expect(text).toContain("تیرہ ہزار سے زیادہ پرندے");
  });
}

test("a saved .json is the article of the contract", async ({ reader }) => {
  const article = JSON.parse((await reader.save("json")).bytes.toString("utf8"));
  expect(article.title).toBe(title);
  expect(article.dateline).toEqual({ place: "سکھر", agency: "نمائندہ خصوصی" });
});

test("a saved .docx is right to left in every paragraph and in every run but the Latin ones", async ({ reader }) => {
  const { name, bytes } = await reader.save("docx");
  expect(name).toMatch(/\.docx$/);
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  expect(xml).toContain("تیرہ ہزار سے زیادہ پرندے");
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  expect(paragraphs.length).toBeGreaterThan(6);
  for (const paragraph of paragraphs) expect(paragraph).toMatch(/<w:bidi\/>/);
  for (const run of xml.match(/<w:r[ >].*?<\/w:r>/gs) ?? [])
    expect(run.includes("<w:rtl/>")).toBe(!run.includes("World Wildlife Fund"));
});

test("the library for .docx is fetched only when it is asked for", async ({ reader, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await reader.save("txt");
  expect(asked.filter((url) => url.includes("docx"))).toEqual([]);
});

test("what was put back is in the saved file", async ({ reader, page }) => {
  const mail = "آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا";
  await page.locator(".panel .piece").filter({ hasText: mail }).getByRole("button").click();
  await expect(reader.article).toContainText(mail);
  expect((await reader.save("txt")).bytes.toString("utf8")).toContain(mail);
});

test("a reported page is one file with the input and the corrected outcome", async ({ reader, page }) => {
  const first = reader.article.locator(".block").first();
  await first.hover();
  await first.locator(".take").click();
  await expect(reader.article).not.toContainText("کنارے آباد بستیوں میں");
  const { name, bytes } = await saved(page, () => reader.choose("more", "act-report"));
  expect(name).toMatch(/\.case\.json$/);
  const report = JSON.parse(bytes.toString("utf8"));
  expect(report.input).toBe(sample);
  expect(report.expected.title).toBe(title);
  // The body is as the input has it, not as it was set right.
  expect(report.expected.body.join("\n")).toContain("بتاتے ہيں");
  expect(report.expected.body.join("\n")).not.toContain("کنارے آباد بستیوں میں");
  expect(report.expected.removed).toContainEqual(
    expect.objectContaining({ label: "other", text: expect.stringContaining("کنارے آباد بستیوں میں") }),
  );
});

test("print shows the article alone", async ({ reader, page }) => {
  await page.emulateMedia({ media: "print" });
  await expect(reader.article.locator("h1")).toBeVisible();
  for (const part of [".bar", ".panel", ".mark", ".take"]) await expect(page.locator(part).first()).toBeHidden();
});

test("sharing hands the text to the system", async ({ page }) => {
  await page.evaluate(() => {
    Object.assign(navigator, { share: async (data: ShareData) => Object.assign(window, { shared: data }) });
  });
  await page.locator('[data-keep="bar-more"]').click();
  await page.getByRole("button", { name: "کسی کو بھیجیں" }).click();
  await expect.poll(() => page.evaluate(() => (window as { shared?: ShareData }).shared?.title)).toBe(title);
});

test("a headline put back above the dateline does not take it: on the page, for messengers and in Word", async ({
  reader,
  page,
}) => {
  await reader.article.locator(".mark").first().click();
  await reader.article.locator(".piece").filter({ hasText: title }).getByRole("button").click();
  await expect(reader.article.locator(".block").first()).toHaveText(title);
  const opening = "سکھر (نمائندہ خصوصی) دریائے سندھ کے کنارے آباد بستیوں میں";
  await expect(reader.article.locator(".block").nth(1)).toContainText(opening);
  await reader.choose("copy", "copy-messenger");
  await expect(reader.said).toContainText("واٹس ایپ");
  expect(await reader.clipboard()).toContain(`\n\n${opening}`);
  const zip = await JSZip.loadAsync((await reader.save("docx")).bytes);
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  expect(xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]*>/g, "")).toContain(`\n${opening}`);
  const { bytes } = await saved(page, () => reader.choose("more", "act-report"));
  expect(JSON.parse(bytes.toString("utf8")).expected.body[1]).toContain(opening);
});

for (const theme of ["light", "dark", "sepia", "system"]) {
  test(`print is black on white from the theme ${theme}`, async ({ reader, page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate((chosen) => Object.assign(document.documentElement.dataset, { theme: chosen }), theme);
    await expect(reader.article.locator(".text").first()).toHaveCSS("color", "rgb(0, 0, 0)");
    await expect(reader.article).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
  });
}

test("print of the comparison is the article, page by page the same", async ({ page }) => {
  const pages = async () => (await page.pdf()).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
  const alone = await pages();
  await page.keyboard.press("b");
  await expect(page.locator(".source")).not.toBeEmpty();
  expect(await pages()).toBe(alone);
});
