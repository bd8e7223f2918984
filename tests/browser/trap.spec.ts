/** The module traps for want of memory: the page says so, keeps what was pasted, and reads the next paste. */

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { withLimitedModule } from "../package/limited.js";
import { expect, test } from "./fixtures";
import { dist, type Host, host } from "./host";
import { sample, title } from "./texts";

/** 256 KiB beyond what the module begins with, and a text that does not fit. */
const pages = 4;
const opening = '<script type="module">';
const long = `${sample}\n\n`.repeat(16);

let site: Host;

test.beforeEach(async () => {
  site = await host();
  const worker = readdirSync(join(dist, "assets")).find((file) => file.startsWith("worker-thread"));
  site.exchange(`assets/${worker}`, (content) => withLimitedModule(content, pages));
  site.exchange("matn.html", withLimitedScript);
});

test.afterEach(() => site.close());

/** The single file's policy names its script by hash. */
function withLimitedScript(page: string): string {
  const script = page.slice(page.indexOf(opening) + opening.length, page.lastIndexOf("</script>"));
  const changed = withLimitedModule(script, pages);
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  return page.replace(script, () => changed).replace(hash(script), hash(changed));
}

for (const [name, path] of [
  ["the page", ""],
  ["the single file", "matn.html"],
]) {
  test(`${name} survives a trap with the pasted text in its place`, async ({ reader, page }) => {
    await reader.visit({}, site.address + path);
    const place = page.locator("#place");
    await place.fill(long);
    await page.keyboard.press("Control+Enter");
    await expect(page.locator("#problem")).toContainText("آپ کا متن محفوظ ہے");
    expect(await place.inputValue()).toBe(long);
    await place.fill(sample);
    await page.keyboard.press("Control+Enter");
    await expect(reader.article.locator("h1")).toHaveText(title);
    await expect(page.locator("#problem")).toHaveCount(0);
  });
}
