import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import * as matn from "matn";
import { checked, declarations, preface, valuesIn } from "./examples.js";

const root = process.env.MATN_ROOT;
const typesOf = (entry) => readFileSync(`node_modules/matn/pkg/${entry}.d.ts`, "utf8");
const index = typesOf("index");
/** The others are about pages, and run in one (tests/targets/). */
const runsInNode = [...declarations(index), ...declarations(typesOf("worker"))].filter(({ example }) => example);

test("docs/api.md is what the types say; after a change: node tools/api.js", async () => {
  const { page } = await import(pathToFileURL(join(root, "tools/api.js")).href);
  assert.equal(readFileSync(join(root, "docs/api.md"), "utf8"), page());
});

test("every function is documented, with an example that tells a value", () => {
  for (const name of Object.keys(matn)) {
    const found = declarations(index).find((declaration) => declaration.name === name);
    assert.ok(found?.text, name);
    assert.ok(valuesIn(found.example ?? "") > 0, name);
  }
});

for (const { name, example } of runsInNode) {
  test(`the example of ${name} is true`, () => {
    const program = [
      'import { deepEqual } from "node:assert/strict";',
      example.includes("import ") ? "" : `import { ${Object.keys(matn).join(", ")} } from "matn";`,
      "let seen = 0;",
      "const same = (value, told) => { deepEqual(value, told); seen++; };",
      preface(index),
      checked(example),
      `deepEqual(seen, ${valuesIn(example)});`,
    ];
    writeFileSync(`example-${name}.mjs`, program.join("\n"));
    execFileSync(process.execPath, [`example-${name}.mjs`], { stdio: "pipe" });
  });
}
