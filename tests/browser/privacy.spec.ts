import type { Page } from "@playwright/test";
import { expect, saved, test } from "./fixtures";
import { page as clip, sample, title } from "./texts";

const figure =
  '<figure><img src="https://pictures.example/apples.jpg" alt="سیبوں کا باغ"><figcaption>ژالہ باری کے بعد کا باغ۔ فوٹو: فائل</figcaption></figure>';
const pictured = { text: clip.text, html: clip.html.replace("<h2>", `${figure}<h2>`) };

/** Collects what the page asks of anyone, also what its policy stops before it becomes a request. */
async function watch(page: Page): Promise<() => Promise<{ asked: string[]; stopped: string[] }>> {
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    const stopped: string[] = [];
    Object.assign(window, { stopped });
    document.addEventListener("securitypolicyviolation", (event) =>
      stopped.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return async () => ({
    asked,
    stopped: await page.evaluate(() => (window as unknown as { stopped: string[] }).stopped),
  });
}

test("a whole session asks nothing of any other origin", async ({ reader, page, baseURL }) => {
  const seen = await watch(page);
  await reader.visit();
  await reader.paste(clip);
  await expect(reader.article).toBeVisible();
  await reader.paste({ text: sample });
  await expect(reader.article.locator("h1")).toHaveText(title);
  await page.locator(".panel .piece").first().getByRole("button").click();
  await reader.choose("copy", "copy-rich");
  for (const extension of ["txt", "md", "html", "json", "docx"]) await reader.save(extension);
  await saved(page, () => reader.choose("more", "act-report"));
  await reader.choose("more", "act-compare");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("پرندے");
  await page.keyboard.press("Escape");
  await page.locator('[data-keep="bar-history"]').click();
  await page.keyboard.press("Escape");
  await page.locator('[data-keep="bar-settings"]').click();
  await page.locator('[data-keep="choice-dark"]').click();
  await page.locator('[data-keep="choice-naskh"]').click();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(reader.article.locator("h1")).toHaveText(title);
  const { asked, stopped } = await seen();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith(baseURL ?? "-") && !/^(?:blob|data):/.test(url))).toEqual([]);
  expect(stopped).toEqual([]);
});

test("pictures of an article are not fetched until the reader asks", async ({ reader, page }) => {
  const asked: string[] = [];
  await page.context().route("https://pictures.example/**", (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      contentType: "image/svg+xml",
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
    });
  });
  await reader.visit();
  const figure =
    '<figure><img src="https://pictures.example/apples.jpg" alt="سیب"><figcaption>فوٹو: فائل</figcaption></figure>';
  await reader.paste({ text: clip.text, html: clip.html.replace("<h2>", `${figure}<h2>`) });
  await expect(reader.article.locator("figure button")).toContainText("pictures.example");
  expect(asked).toEqual([]);
  await reader.article.locator("figure button").click();
  await expect.poll(() => asked).toEqual(["https://pictures.example/apples.jpg"]);
});

test("a picture that does not come says so and can be asked for again", async ({ reader, page, seen }) => {
  seen.expected.push(/Failed to load resource/);
  let fails = true;
  await page
    .context()
    .route("https://pictures.example/**", (route) =>
      fails
        ? route.abort()
        : route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    );
  for (const pictures of [false, true]) {
    fails = true;
    await page.goto("./");
    await page.evaluate((kept) => localStorage.setItem("matn-settings", kept), JSON.stringify({ pictures }));
    await reader.visit();
    await reader.paste(pictured);
    const picture = reader.article.locator("figure");
    await expect(picture).toBeVisible();
    await picture.scrollIntoViewIfNeeded();
    if (!pictures) await picture.getByRole("button").click();
    await expect(picture.locator("p")).toContainText("تصویر نہیں آ سکی");
    await expect(picture.locator("p")).toContainText("سیبوں کا باغ");
    fails = false;
    const came = page.waitForResponse("https://pictures.example/**");
    await picture.getByRole("button").click();
    await came;
    await expect(picture.locator("iframe")).toBeVisible();
    await expect(picture.locator("p")).toHaveCount(0);
    await page.keyboard.press("n");
  }
});

test("print has no empty box in the place of a picture that was not fetched", async ({ reader, page }) => {
  const bare = '<figure><img src="https://pictures.example/boxes.jpg" alt="پیٹیاں"></figure>';
  await reader.visit();
  await reader.paste({ ...pictured, html: pictured.html.replace("<p>ضلعی", `${bare}<p>ضلعی`) });
  await expect(reader.article.locator("figure")).toHaveCount(2);
  await page.emulateMedia({ media: "print" });
  await expect(reader.article.locator("p.picture").first()).toBeHidden();
  await expect(reader.article.locator("figcaption")).toBeVisible();
  await expect(reader.article.locator("figure").nth(1)).toBeHidden();
});

test("the policy allows nothing but the page's own files, and no inline code", async ({ reader, page }) => {
  await reader.visit();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
  await expect(page.locator("script:not([src]), style, [style]:not(.menu)")).toHaveCount(0);
});

test("markup as code is refused by Trusted Types", async ({ reader, page, seen }) => {
  seen.expected.push(/TrustedHTML/);
  await reader.visit();
  const refused = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>x</b>";
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
});

test("the page says how its promise is tested, and shows its policy", async ({ reader, page }) => {
  await reader.visit();
  await page.locator('a[href="#privacy"]').click();
  await expect(page.locator("#privacy")).toContainText("tests/browser/privacy.spec.ts");
  await expect(page.locator("#privacy .policy")).toContainText("default-src 'none'");
});

for (const pictures of [false, true]) {
  test(`a saved page and a copy hold ${pictures ? "pictures" : "a link, and no picture,"} when pictures are ${pictures ? "on" : "off"}`, async ({
    reader,
    page,
  }) => {
    await page
      .context()
      .route("https://pictures.example/**", (route) => route.fulfill({ contentType: "image/svg+xml" }));
    await reader.visit({ pictures });
    await reader.paste(pictured);
    await expect(reader.article.locator("figure")).toHaveCount(1);
    const html = (await reader.save("html")).bytes.toString("utf8");
    await reader.choose("copy", "copy-rich");
    await expect(reader.said).toContainText("وضع سمیت");
    const rich = await reader.clipboard("text/html");
    const markdown = (await reader.save("md")).bytes.toString("utf8");
    expect([html, rich].map((text) => text.includes("<img"))).toEqual([pictures, pictures]);
    expect(markdown.includes("![")).toBe(pictures);
    for (const text of [html, rich, markdown]) {
      expect(text).toContain("https://pictures.example/apples.jpg");
      expect(text).toContain("ژالہ باری کے بعد کا باغ");
      expect(text).toContain("سیبوں کا باغ");
    }
    if (!pictures) expect(html).toMatch(/<a href="https:\/\/pictures\.example\/apples\.jpg"[^>]*>سیبوں کا باغ<\/a>/);
    expect((await reader.save("txt")).bytes.toString("utf8")).not.toContain("سیبوں کا باغ");
    expect(JSON.parse((await reader.save("json")).bytes.toString("utf8")).blocks[2].kind).toBe("image");
  });
}
