/** Vite plugin: messages and policies into the HTML pages, the manifest, the licences, the service worker. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { licences } from "./licences.js";
import { filled, messages } from "./messages.js";
import { pagePolicy, picturePolicy, workerPolicy } from "./policy.js";

const www = fileURLToPath(new URL("..", import.meta.url));

export function page() {
  return [
    { name: "matn-messages", transformIndexHtml: { order: "pre", handler: filled } },
    {
      name: "matn-page",
      apply: "build",
      transformIndexHtml(html, { filename }) {
        const content = filename.endsWith("picture.html") ? picturePolicy : pagePolicy;
        return {
          html,
          tags: [
            { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" },
          ],
        };
      },
      generateBundle: {
        order: "post",
        async handler(_options, emitted) {
          const emit = (fileName, source) => this.emitFile({ type: "asset", fileName, source });
          emit("manifest.webmanifest", manifest());
          emit("licences.txt", licences());
          emit("_headers", headers());
          const files = await filesOf(emitted);
          emit("sw.js", await serviceWorker(files));
        },
      },
    },
  ];
}

function manifest() {
  const icon = (size, purpose) => ({ src: `icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png", purpose });
  return JSON.stringify({
    name: messages["app.title"],
    short_name: messages["app.name"],
    description: messages["app.about"],
    id: "./",
    start_url: "./",
    scope: "./",
    display: "standalone",
    lang: "ur",
    dir: "rtl",
    background_color: "#f1efe8",
    theme_color: "#f1efe8",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    share_target: {
      action: "./share",
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        url: "url",
        files: [
          {
            name: "files",
            accept: ["text/plain", "text/html", "multipart/related", ".txt", ".html", ".htm", ".mht", ".mhtml"],
          },
        ],
      },
    },
  });
}

/** Headers as Netlify and Cloudflare Pages read them; docs/hosting.md has them for other hosts. */
function headers() {
  return `/*
  Content-Security-Policy: frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cache-Control: no-cache
/assets/*
  Content-Security-Policy: ${workerPolicy}
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
/sw.js
  Content-Security-Policy: ${workerPolicy}
`;
}

/** Every file of this version with its content, but those that only hosts and readers of licences want. */
async function filesOf(emitted) {
  const files = new Map();
  for (const [name, file] of Object.entries(emitted)) files.set(name, file.type === "chunk" ? file.code : file.source);
  for (const name of readdirSync(`${www}public`)) files.set(name, readFileSync(`${www}public/${name}`));
  files.delete("licences.txt");
  files.delete("_headers");
  files.delete("picture.html");
  return files;
}

/** The service worker, with the list of all files and a version that is their hash. */
async function serviceWorker(files) {
  const hash = createHash("sha256");
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(name).update(content);
  // The page itself is known by its folder, under which hosts serve it.
  const names = [...files.keys()].map((name) => (name === "index.html" ? "./" : name));
  const { outputFiles } = await bundle({
    entryPoints: [`${www}src/sw.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { __FILES__: JSON.stringify(names), __VERSION__: JSON.stringify(hash.digest("hex").slice(0, 12)) },
  });
  return outputFiles[0].text;
}
