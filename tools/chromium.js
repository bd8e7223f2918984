/** Where a Chromium is that Playwright can drive. */

import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Launch options for Playwright's own Chromium, or for the one that `CHROMIUM` names or the system has;
 * undefined where there is none.
 */
export function findChromium() {
  // As root, and in many containers, Chromium does not start with its sandbox.
  const args = ["--no-sandbox"];
  const named = process.env.CHROMIUM;
  if (named) return { executablePath: named, args };
  if (existsSync(chromium.executablePath())) return { args };
  const executablePath = usual.find((path) => existsSync(path));
  return executablePath && { executablePath, args };
}
