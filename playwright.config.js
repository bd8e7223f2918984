import { defineConfig } from "@playwright/test";
import { findChromium } from "./tools/chromium.js";

const address = "http://127.0.0.1:4174/";

export default defineConfig({
  // Machines are slow at times; no test is about time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  testDir: "tests/browser",
  outputDir: "test-results",
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: { baseURL: address, browserName: "chromium", launchOptions: findChromium() },
  webServer: {
    command: "npm run --silent preview -- --port 4174 --strictPort",
    url: address,
    reuseExistingServer: false,
  },
});
