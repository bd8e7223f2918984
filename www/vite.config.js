/** Builds the page into dist/: static files that any host can serve, also under a sub-path. */

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { page } from "./build/page.js";
import { single } from "./build/single.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What the page and the single file have in common. */
const settings = (isSingle) => ({
  configFile: false,
  root: here("."),
  base: "./",
  publicDir: isSingle ? false : "public",
  logLevel: isSingle ? "warn" : "info",
  define: { __SINGLE__: JSON.stringify(isSingle) },
  resolve: {
    alias: {
      "#engine": here(isSingle ? "./src/engine/inline.ts" : "./src/engine/worker.ts"),
    },
  },
});

export default defineConfig({
  ...settings(false),
  plugins: [page(), single(settings)],
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
  build: {
    outDir: here("../dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // Its polyfill is for browsers that lack what the page needs anyway.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: here("./index.html"), picture: here("./picture.html") } },
  },
});
