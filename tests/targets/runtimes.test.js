import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { test } from "node:test";
import { build } from "esbuild";
import { assertRead, project, run, tool } from "./project.js";

const bin = (name) => tool(`.bin/${name}`);

test("Node: import", async (t) => {
  assertRead(await run(await project(t, ["import.js"]), process.execPath, ["import.js"]));
});

test("Node: require", async (t) => {
  assertRead(await run(await project(t, ["require.cjs"]), process.execPath, ["require.cjs"]));
});

test("Node: a worker thread", async (t) => {
  assertRead(await run(await project(t, ["worker.js"]), process.execPath, ["worker.js"]));
});

test("Deno: import, with no permission", async (t) => {
  const folder = await project(t, ["import.js"]);
  assertRead(await run(folder, bin("deno"), ["run", "--no-prompt", "import.js"]));
});

test("Deno: a worker thread", async (t) => {
  const folder = await project(t, ["worker.js"]);
  assertRead(await run(folder, bin("deno"), ["run", "--no-prompt", "--allow-read", "worker.js"]));
});

test("Bun: import", async (t) => {
  assertRead(await run(await project(t, ["import.js"]), bin("bun"), ["import.js"]));
});

test("Bun: require", async (t) => {
  assertRead(await run(await project(t, ["require.cjs"]), bin("bun"), ["require.cjs"]));
});

test("Bun: a worker thread", async (t) => {
  assertRead(await run(await project(t, ["worker.js"]), bin("bun"), ["worker.js"]));
});

test("workerd: a request is answered", async (t) => {
  const folder = await project(t, ["workerd.js", "workerd.capnp"]);
  await build({
    absWorkingDir: folder,
    entryPoints: ["workerd.js"],
    outfile: "dist/worker.js",
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    loader: { ".wasm": "copy" },
    assetNames: "matn",
  });
  const port = await freePort();
  const args = ["serve", "workerd.capnp", `--socket-addr=http=127.0.0.1:${port}`];
  const server = spawn(bin("workerd"), args, { cwd: folder, stdio: "inherit" });
  t.after(() => server.kill());
  assertRead(await answered(`http://127.0.0.1:${port}/`, server));
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The answer, as soon as the server gives one. */
async function answered(address, server) {
  while (server.exitCode === null) {
    try {
      return await (await fetch(address)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`workerd ended with ${server.exitCode}`);
}
