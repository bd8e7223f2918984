/** Vite plugin: the whole page once more as one file, `matn.html`, to be opened from disk. */

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { licences } from "./licences.js";
import { filled } from "./messages.js";
import { singlePolicy } from "./policy.js";

const www = fileURLToPath(new URL("..", import.meta.url));
const hash = (text) => createHash("sha256").update(text).digest("base64");

/** @param {(single: boolean) => object} settings what both builds have in common */
export function single(settings) {
  let folder = "";
  return {
    name: "matn-single",
    apply: "build",
    configResolved({ root, build: { outDir } }) {
      folder = resolve(root, outDir);
    },
    async closeBundle() {
      const { output } = await build({
        ...settings(true),
        build: {
          write: false,
          target: "es2022",
          assetsInlineLimit: () => true,
          cssCodeSplit: false,
          modulePreload: false,
          rolldownOptions: { input: `${www}src/main.ts`, output: { format: "es", codeSplitting: false } },
        },
      });
      writeFileSync(resolve(folder, "matn.html"), composed(output));
    },
  };
}

function composed(output) {
  const chunk = output.find((file) => file.type === "chunk");
  const sheet = output.find((file) => file.fileName.endsWith(".css"));
  // The end of the element must not stand inside of it.
  const script = chunk.code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const style = String(sheet.source).replaceAll("</style", "<\\/style");
  const policy = `<meta http-equiv="Content-Security-Policy" content="${singlePolicy(hash(script), hash(style))}" />`;
  const head = filled(readFileSync(`${www}index.html`, "utf8"))
    .replace(/ *<link [^>]*>\n/g, "")
    .replace(/ *<script [^>]*><\/script>\n/, "")
    .replace("<head>", () => `<head>\n    ${policy}`)
    .replace("</head>", () => `  <link rel="icon" href="data:," />\n    <style>${style}</style>\n  </head>`);
  return head.replace(
    "</body>",
    () => `  <script type="module">${script}</script>\n    <!--\n${licences().replaceAll("--", "—")}\n-->\n  </body>`,
  );
}
