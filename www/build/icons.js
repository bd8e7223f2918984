/** Draws the page's icons anew: `node www/build/icons.js`, with a Chromium that Playwright finds or `CHROMIUM` names. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { messages } from "./messages.js";

const face = readFileSync(
  new URL(
    "../../node_modules/@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-700-normal.woff2",
    import.meta.url,
  ),
);
const executablePath = process.env.CHROMIUM;
const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
for (const size of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  // A maskable icon may lose all but its middle circle: the word keeps to that.
  await page.setContent(`<style>
    @font-face { font-family: Face; src: url("data:font/woff2;base64,${face.toString("base64")}") }
    body { margin: 0; height: 100vh; display: grid; place-items: center; background: #0b5f50; color: #fffdf9; font: ${size * 0.3}px/1 Face }
    p { margin: 0; translate: 0 -0.12em }
  </style><p lang="ur" dir="rtl">${messages["app.name"]}</p>`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: fileURLToPath(new URL(`../public/icon-${size}.png`, import.meta.url)) });
}
await browser.close();
