import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { run } from "./project.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a checker of the project's own packages on the tarball. */
const check = (path, ...args) =>
  run(root, process.execPath, [`node_modules/${path}`, process.env.MATN_TARBALL, ...args]);
const attw = "@arethetypeswrong/cli/dist/index.js";

test("publint has nothing to say", () => check("publint/src/cli.js", "--strict"));

test("attw finds the main entry's types right", () => check(attw, "--profile", "strict", "--entrypoints", "."));

test("attw finds every entry's types right for ES modules", () =>
  check(attw, "--profile", "esm-only", "--exclude-entrypoints", "worker-thread.js"));
