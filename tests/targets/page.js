/** Pages in Chromium. */

import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "@playwright/test";
import { findChromium } from "../../tools/chromium.js";

let browser;
before(async () => {
  browser = await chromium.launch(findChromium());
});
after(() => browser?.close());

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves a folder as any static host does, for the time of the test. */
export async function serve(t, folder) {
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url, "http://host").pathname));
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    return response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  t.after(() => server.closeAllConnections());
  return `http://127.0.0.1:${server.address().port}`;
}

/** Opens a page and waits for the article that its script leaves in `outcome`. */
export async function outcomeOf(t, address) {
  const page = await browser.newPage();
  t.after(() => page.close());
  const problem = new Promise((_, reject) => page.on("pageerror", reject));
  await page.goto(address);
  const found = page.waitForFunction(() => globalThis.outcome);
  // The page may be closed before it fails.
  found.catch(() => {});
  return (await Promise.race([found, problem])).jsonValue();
}

/** A page of one script. */
export function writePage(folder, script) {
  writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>matn</title>${script}`);
}
