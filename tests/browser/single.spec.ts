import { execFileSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "./fixtures";
import { dist } from "./host";
import { sample, title } from "./texts";

const single = pathToFileURL(`${dist}matn.html`).href;

test("the single file opened from disk does the whole work and asks nothing of anyone", async ({ reader, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await reader.visit({}, single);
  await page.locator("#place").fill(sample);
  await page.locator("#read").click();
  await expect(reader.article.locator("h1")).toHaveText(title);
  expect((await reader.save("txt")).bytes.toString("utf8")).toContain(title);
  expect((await reader.save("docx")).bytes.subarray(0, 2).toString()).toBe("PK");
  const faces = await page.evaluate(async () => (await document.fonts.load('20px "Noto Nastaliq Urdu"', "متن")).length);
  expect(faces).toBe(1);
  expect(asked.filter((url) => url !== single && !/^(?:blob|data):/.test(url))).toEqual([]);
});

test("the single file's policy closes every connection and knows its code by hash", async ({ page }) => {
  await page.goto(single);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toMatch(/script-src 'sha256-[^']+' 'wasm-unsafe-eval'/);
  expect(policy).not.toContain("unsafe-inline");
});

test("the single file says that it works without a Worker", async ({ reader, page }) => {
  await reader.visit({}, single);
  await page.locator('a[href="#privacy"]').click();
  await expect(page.locator("#privacy")).toContainText("Worker");
});

test("the single file goes where the rest of the page is built", async ({ browserName: _ }, info) => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const folder = info.outputPath("elsewhere");
  const { mtimeMs } = statSync(`${dist}matn.html`);
  const vite = join(root, "node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "www", "--outDir", folder], { cwd: root, stdio: "pipe" });
  expect(existsSync(join(folder, "index.html"))).toBe(true);
  expect(existsSync(join(folder, "matn.html"))).toBe(true);
  expect(statSync(`${dist}matn.html`).mtimeMs).toBe(mtimeMs);
  rmSync(folder, { recursive: true });
});
