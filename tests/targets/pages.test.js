import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { checked, declarations, preface, valuesIn } from "../package/examples.js";
import { outcomeOf, serve, writePage } from "./page.js";
import { assertRead, project } from "./project.js";

const pkg = "./node_modules/matn/pkg";
const pasted = 'await (await fetch("./pasted.json")).json()';

/** A page without a bundler, from a static host. */
async function plainPage(t, script, files = {}) {
  const folder = await project(t, []);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writePage(folder, `<script type="module">${script}</script>`);
  return outcomeOf(t, `${await serve(t, folder)}/index.html`);
}

test("a plain page: web.js after init", async (t) => {
  assertRead(
    await plainPage(
      t,
      `import { extract, init } from "${pkg}/web.js"; await init(); globalThis.outcome = extract(${pasted});`,
    ),
  );
});

test("a plain page: inline.js at once", async (t) => {
  assertRead(
    await plainPage(t, `import { extract } from "${pkg}/inline.js"; globalThis.outcome = extract(${pasted});`),
  );
});

test("a plain page: the package's own Worker", async (t) => {
  const script = `
    import { MatnWorker } from "${pkg}/worker.js";
    const worker = new MatnWorker();
    globalThis.outcome = await worker.extract(${pasted});`;
  assertRead(await plainPage(t, script));
});

test("a module Worker of one's own", async (t) => {
  const script = `
    const worker = new Worker("./own.js", { type: "module" });
    worker.onmessage = ({ data }) => { globalThis.outcome = data; };
    worker.postMessage(${pasted});`;
  const own = `
    import { extract, init } from "${pkg}/web.js";
    onmessage = async ({ data }) => { await init(); postMessage(extract(data)); };`;
  assertRead(await plainPage(t, script, { "own.js": own }));
});

test("a plain page: <matn-article> shows the article, and its button asks to put a piece back", async (t) => {
  const script = `
    import "${pkg}/element.js";
    import { extract, restore } from "${pkg}/inline.js";
    const view = document.createElement("matn-article");
    document.body.append(view);
    const article = extract(${pasted});
    view.article = article;
    const part = (name) => view.shadowRoot.querySelector(\`[part="\${name}"]\`);
    const shown = part("body").children.length;
    view.addEventListener("matn-restore", ({ detail }) => { view.article = restore(view.article, detail.index); });
    part("removed").querySelector("button").click();
    const { lang, dir } = view.shadowRoot.querySelector("article");
    const right = part("title").textContent === article.title && part("dateline") && lang === "ur" && dir === "rtl"
      && shown === article.blocks.length && part("body").children.length === shown + 1;
    globalThis.outcome = right ? article : view.shadowRoot.innerHTML;`;
  assertRead(await plainPage(t, script));
});

for (const entry of ["web", "element"]) {
  test(`a plain page: the example of matn/${entry} is true`, async (t) => {
    const folder = await project(t, []);
    const types = (name) => readFileSync(join(folder, pkg, `${name}.d.ts`), "utf8");
    const { example } = declarations(types(entry)).find((declaration) => declaration.example);
    const [imports, code] = checked(example).split("\n\n");
    const addresses = { matn: "inline", "matn/web": "web", "matn/element": "element" };
    const map = Object.entries(addresses).map(([name, file]) => [name, `${pkg}/${file}.js`]);
    writePage(
      folder,
      `<body><script type="importmap">${JSON.stringify({ imports: Object.fromEntries(map) })}</script>
       <script type="module">
         ${imports}
         let seen = 0;
         const same = (value, told) => { if (JSON.stringify(value) !== JSON.stringify(told)) throw new Error(value); seen++; };
         ${preface(types("index"))}
         ${code}
         globalThis.outcome = { seen };
       </script>`,
    );
    const { seen } = await outcomeOf(t, `${await serve(t, folder)}/index.html`);
    assert.equal(seen, valuesIn(example));
  });
}

test("a page opened from disk: a bundle as a classic script", async (t) => {
  const folder = await project(t, ["app.js"]);
  const bundle = { entryPoints: ["app.js"], outfile: "app.bundle.js", bundle: true, format: "iife" };
  await build({ absWorkingDir: folder, ...bundle });
  writePage(folder, '<script src="app.bundle.js"></script>');
  assertRead(await outcomeOf(t, pathToFileURL(join(folder, "index.html")).href));
});

test("a page opened from disk: inline.js carried in the page", async (t) => {
  const folder = await project(t, []);
  const inline = readFileSync(join(folder, pkg, "inline.js"), "utf8");
  const sample = readFileSync(join(folder, "pasted.json"), "utf8");
  writePage(
    folder,
    `<script type="text/plain" id="matn">${inline}</script>
     <script type="module">
       const script = new Blob([document.getElementById("matn").textContent], { type: "text/javascript" });
       const { extract } = await import(URL.createObjectURL(script));
       globalThis.outcome = extract(${sample});
     </script>`,
  );
  assertRead(await outcomeOf(t, pathToFileURL(join(folder, "index.html")).href));
});
