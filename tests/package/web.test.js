import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { pasted, title } from "./sample.js";

const file = fileURLToPath(import.meta.resolve("matn/matn.wasm"));
/** A copy of the entry of its own, not initialised yet. */
const fresh = (name) => import(`${import.meta.resolve("matn/web")}?${name}`);

test("before init a call says what to do", async () => {
  const { extract } = await fresh("before");
  assert.throws(() => extract(pasted), { name: "MatnError", code: "not-ready", message: /init\(\)/ });
});

const sources = {
  bytes: () => readFileSync(file),
  "an ArrayBuffer": () => new Uint8Array(readFileSync(file)).buffer,
  "a compiled module": () => new WebAssembly.Module(readFileSync(file)),
  "a Response": () => new Response(readFileSync(file), { headers: { "content-type": "application/wasm" } }),
  "a promise of bytes": () => Promise.resolve(readFileSync(file)),
};
for (const [name, source] of Object.entries(sources)) {
  test(`the web entry starts from ${name}`, async () => {
    const { extract, init } = await fresh(name);
    await init(source());
    assert.equal(extract(pasted).title, title);
  });
}

test("after a failed init another one can succeed", async () => {
  const { extract, init } = await fresh("retry");
  await assert.rejects(init(new Uint8Array([0, 1, 2])), { code: "not-ready" });
  await init(readFileSync(file));
  assert.equal(extract(pasted).title, title);
});
