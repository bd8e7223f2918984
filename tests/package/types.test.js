import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const tsc = join(process.env.MATN_ROOT, "node_modules/typescript/bin/tsc");

/** Compiles a file as a project without lib "dom" and without other packages' types. */
function compile(file, settings) {
  const project = `tsconfig.${file}.${settings.moduleResolution}.json`;
  const compilerOptions = {
    lib: ["es2022"],
    target: "es2022",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    ...settings,
  };
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [file] }));
  try {
    execFileSync(process.execPath, [tsc, "--project", project], { encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout);
  }
}

test("the types compile for a bundler", () => compile("user.ts", { module: "esnext", moduleResolution: "bundler" }));
test("the types compile under nodenext", () =>
  compile("user.ts", { module: "nodenext", moduleResolution: "nodenext" }));
test("the types compile under node16", () => compile("user.ts", { module: "node16", moduleResolution: "node16" }));
test("the types compile in CommonJS", () =>
  compile("user-commonjs.cts", { module: "node16", moduleResolution: "node16" }));
test("a live document is an input where lib dom is there", () => {
  compile("user-page.ts", { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"] });
});
