import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertRead, project, run, tool } from "./project.js";

/** Compiles a program with strict settings and runs what comes out. */
async function compileAndRun(t, source, result, settings) {
  const folder = await project(t, [source]);
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022"],
    types: ["node"],
    typeRoots: [tool("@types")],
    strict: true,
    skipLibCheck: false,
    resolveJsonModule: true,
    ...settings,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [source] }));
  await run(folder, process.execPath, [tool("typescript/bin/tsc")]);
  assertRead(await run(folder, process.execPath, [result]));
}

test("TypeScript: bundler", (t) =>
  compileAndRun(t, "typed.ts", "typed.js", { module: "esnext", moduleResolution: "bundler" }));

test("TypeScript: node16, an ES module", (t) =>
  compileAndRun(t, "typed.ts", "typed.js", { module: "nodenext", moduleResolution: "node16" }));

test("TypeScript: node16, CommonJS", (t) =>
  compileAndRun(t, "required.cts", "required.cjs", { module: "node16", moduleResolution: "node16" }));

test("TypeScript: nodenext", (t) =>
  compileAndRun(t, "typed.ts", "typed.js", { module: "nodenext", moduleResolution: "nodenext" }));
