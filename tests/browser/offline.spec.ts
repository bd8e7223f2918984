import { expect, saved, test } from "./fixtures";
import { type Host, host } from "./host";
import { brief, sample, title } from "./texts";

let site: Host;

test.beforeEach(async () => {
  site = await host("/papers/urdu/");
});

test.afterEach(() => site.close());

test("under a sub-path, after the first visit, the page works without the network and the host", async ({
  reader,
  page,
  context,
}) => {
  await reader.visit({}, site.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await page.locator("#place").fill(sample);
  await page.keyboard.press("Control+Enter");
  await expect(reader.article.locator("h1")).toHaveText(title);
  const { bytes } = await reader.save("docx");
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  const faces = await page.evaluate(async () => (await document.fonts.load('20px "Noto Nastaliq Urdu"', "متن")).length);
  expect(faces).toBe(1);
});

test("a host whose answers vary by origin, as that of npm start, is not needed for a reload", async ({
  reader,
  page,
  context,
}) => {
  await reader.visit();
  expect((await page.request.get("./", { headers: { origin: "null" } })).headers().vary).toContain("Origin");
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#place")).toBeVisible();
});

test("losing the network is told, and the article stays", async ({ reader, page, context }) => {
  await reader.visit({}, site.address);
  await reader.paste({ text: sample });
  await expect(reader.article).toBeVisible();
  await context.setOffline(true);
  await expect(reader.said).toContainText("انٹرنیٹ نہیں ہے");
  await expect(page.locator(".bar-offline")).toBeVisible();
  await expect(reader.article).toBeVisible();
});

test("an update waits for the reader and loses no text", async ({ reader, page }) => {
  await reader.visit({ trace: false }, site.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await reader.paste({ text: brief(8) });
  await reader.article.locator(".block").last().hover();
  await reader.article.locator(".take").last().click();
  await expect(reader.article).not.toContainText("الماریاں");
  site.exchange("sw.js", (code) =>
    code.replace(/matn-[0-9a-f]{12}|(?<=")[0-9a-f]{12}(?=")/, (old) => old.replace(/.{4}$/, "beef")),
  );
  site.exchange("index.html", (html) => html.replace("<body>", '<body data-version="2">'));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.locator(".notice")).toContainText("نیا نسخہ");
  await expect(reader.article).toBeVisible();
  await page.locator(".notice .quiet").click();
  await expect(page.locator('body[data-version="2"]')).toHaveCount(1);
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 8");
  await expect(reader.article).not.toContainText("الماریاں");
});

test("what another app shares is opened", async ({ reader, page }) => {
  await reader.visit({}, site.address);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  // The system sends what is shared as a form, from outside of the page.
  await page.goto(`${site.address}licences.txt`);
  await page.evaluate((text) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "./share", enctype: "multipart/form-data" });
    const field = Object.assign(document.createElement("textarea"), { name: "text", value: text });
    form.append(field);
    document.body.append(form);
    form.submit();
  }, brief(9));
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 9");
  expect(page.url()).toBe(site.address);
});

test("a shared file is opened", async ({ reader, page }) => {
  await reader.visit({}, site.address);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.evaluate(async (text) => {
    const form = new FormData();
    form.set("files", new File([text], "خبر.txt", { type: "text/plain" }));
    await fetch("./share", { method: "POST", body: form });
  }, brief(4));
  await page.goto(`${site.address}?shared`);
  await expect(reader.article.locator("h1")).toContainText("گاؤں نمبر 4");
});

test("the manifest names the share target and icons that are there", async ({ page }) => {
  const manifest = await (await page.request.get(`${site.address}manifest.webmanifest`)).json();
  expect(manifest.share_target.params.files[0].accept).toContain(".mhtml");
  expect(manifest.dir).toBe("rtl");
  for (const { src } of manifest.icons)
    expect((await page.request.get(new URL(src, site.address).href)).ok()).toBe(true);
});

test("the bookmarklet hands over the page that is open, markup and address", async ({ reader, page, context }) => {
  await reader.visit({}, site.address);
  await reader.choose("more", "act-bookmarklet");
  const code = await page.locator(".bookmarklet a").getAttribute("href");
  const story = await context.newPage();
  await story.route("https://news.example/**", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<html lang="ur"><body><article>${brief(7)
        .split("\n\n")
        .map((text, at) => (at === 0 ? `<h1>${text}</h1>` : `<p>${text}</p>`))
        .join("")}</article></body></html>`,
    }),
  );
  await story.goto("https://news.example/story");
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    story.evaluate(decodeURIComponent(code?.slice("javascript:".length) ?? "")),
  ]);
  await expect(opened.locator("#article h1")).toContainText("گاؤں نمبر 7");
  const { bytes } = await saved(opened, async () => {
    await opened.locator('[data-keep="bar-save"]').click();
    await opened.locator("#save-json").click();
  });
  expect(JSON.parse(bytes.toString("utf8")).url).toBe("https://news.example/story");
});
