import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import resolve from "@rollup/plugin-node-resolve";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { createServer, build as vite } from "vite";
import webpack from "webpack";
import { outcomeOf, serve, writePage } from "./page.js";
import { assertRead, manifest, project, run, tool } from "./project.js";

const programs = ["app.js", "app-worker.js"];

/** A project whose page runs one of the programs. */
async function pageOf(t, program, script = `<script type="module" src="./${program}"></script>`) {
  const folder = await project(t, programs);
  writePage(folder, script);
  return folder;
}

/** What the bundled page finds. */
const opened = async (t, folder, page = "index.html") => outcomeOf(t, `${await serve(t, folder)}/${page}`);

for (const program of programs) {
  const what = program === "app.js" ? "" : ", in a Worker";

  test(`Vite: build${what}`, async (t) => {
    const root = await pageOf(t, program);
    await vite({ root, configFile: false, logLevel: "warn", base: "./" });
    assertRead(await opened(t, join(root, "dist")));
  });

  test(`Vite: development server${what}`, async (t) => {
    const root = await pageOf(t, program);
    const server = await createServer({ root, configFile: false, logLevel: "warn", server: { host: "127.0.0.1" } });
    t.after(() => server.close());
    await server.listen();
    assertRead(await outcomeOf(t, server.resolvedUrls.local[0]));
  });

  test(`webpack${what}`, async (t) => {
    const folder = await pageOf(t, program, '<script src="./dist/app.js"></script>');
    const output = { path: join(folder, "dist"), filename: "app.js" };
    const stats = await promisify(webpack)({ context: folder, mode: "production", entry: `./${program}`, output });
    if (stats.hasErrors()) throw new Error(stats.toString());
    assertRead(await opened(t, folder));
  });

  test(`Parcel${what}`, async (t) => {
    const folder = await pageOf(t, program);
    // Without this one setting Parcel finds no entry but the main one.
    const setting = { "@parcel/resolver-default": { packageExports: program === "app-worker.js" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, ...setting }));
    const args = ["build", "index.html", "--no-cache", "--public-url", "./", "--log-level", "error"];
    await run(folder, process.execPath, [tool("parcel/lib/bin.js"), ...args], { PARCEL_WORKERS: "0" });
    assertRead(await opened(t, join(folder, "dist")));
  });

  test(`esbuild${what}`, async (t) => {
    const folder = await pageOf(t, program, '<script type="module" src="./dist/app.js"></script>');
    await esbuild({
      absWorkingDir: folder,
      entryPoints: [program],
      outfile: "dist/app.js",
      bundle: true,
      format: "esm",
    });
    // esbuild copies no file that a Worker is made of.
    cpSync(join(folder, "node_modules/matn/pkg/worker-thread.js"), join(folder, "dist/worker-thread.js"));
    assertRead(await opened(t, folder));
  });
}

test("Rollup", async (t) => {
  const folder = await pageOf(t, "app.js", '<script type="module" src="./dist/app.js"></script>');
  const json = {
    name: "json",
    transform: (code, id) => (id.endsWith(".json") ? { code: `export default ${code}`, map: null } : null),
  };
  const bundle = await rollup({ input: join(folder, "app.js"), plugins: [resolve({ browser: true }), json] });
  await bundle.write({ file: join(folder, "dist/app.js"), format: "es" });
  await bundle.close();
  assertRead(await opened(t, folder));
});

test("esbuild: an app for Node, as one file", async (t) => {
  const folder = await project(t, ["import.js"]);
  for (const [format, outfile] of [
    ["esm", "dist/app.mjs"],
    ["cjs", "dist/app.cjs"],
  ]) {
    await esbuild({
      absWorkingDir: folder,
      entryPoints: ["import.js"],
      outfile,
      bundle: true,
      platform: "node",
      format,
    });
    assertRead(await run(folder, process.execPath, [outfile]));
  }
});
