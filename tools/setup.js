/** Everything that a fresh machine needs: what can be installed is, what cannot is named in one sentence. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, root, run, Stop } from "./run.js";

const target = "wasm32-unknown-unknown";

/** Node, Rust with its wasm target, and the npm packages of package-lock.json. */
export async function setup({ components = [] } = {}) {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new Stop(
      `Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org and run this again.`,
    );
  }
  await rust(components);
  await packages();
}

async function rust(components) {
  const cargo = await run("cargo", ["--version"], { quiet: true });
  if (cargo.code !== 0) {
    throw new Stop("Rust is missing: install it from https://rustup.rs and run this again.");
  }
  const sysroot = (await must("rustc", ["--print", "sysroot"], { quiet: true })).trim();
  const missing = [];
  if (!existsSync(join(sysroot, "lib", "rustlib", target))) missing.push(["target", target]);
  for (const component of components) {
    const { code } = await run("cargo", [component === "rustfmt" ? "fmt" : component, "--version"], { quiet: true });
    if (code !== 0) missing.push(["component", component]);
  }
  for (const [kind, name] of missing) {
    console.error(`setup: rustup ${kind} add ${name}`);
    const { code } = await run("rustup", [kind, "add", name], { quiet: true });
    if (code !== 0) throw new Stop(`Rust's ${name} is missing: run "rustup ${kind} add ${name}" and run this again.`);
  }
}

/** `npm ci` in the root or in a folder with a lockfile of its own, unless these very packages are installed already. */
export async function packages(folder = ".") {
  const at = join(root, folder);
  const wanted = createHash("sha256")
    .update(readFileSync(join(at, "package-lock.json")))
    .digest("hex");
  const mark = join(at, "node_modules", ".matn-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  const where = folder === "." ? "" : ` in ${folder}`;
  console.error(`setup: npm ci${where}`);
  const install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await run("npm", install, { quiet: true, cwd: at });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Stop(
      `The npm packages could not be installed: check the network, then run "npm ci"${where} and run this again.`,
    );
  }
  mkdirSync(join(at, "node_modules"), { recursive: true });
  writeFileSync(mark, wanted);
}

/** A Chromium that Playwright can drive: installed where there is none. */
export async function chromium() {
  const { findChromium } = await import("./chromium.js");
  if (findChromium()) return;
  console.error("setup: playwright install chromium");
  await run("npx", ["playwright", "install", "chromium"], { quiet: true });
  if (findChromium()) return;
  await debian("chromium");
  if (findChromium()) return;
  throw new Stop(
    "Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM to its path, and run this again.",
  );
}

/** Whether a program can be started and is content. */
export const works = async (command, ...args) => (await run(command, args, { quiet: true })).code === 0;

/** Installs Debian packages where this is possible. */
export async function debian(...packages) {
  if (process.getuid?.() !== 0) return;
  console.error(`setup: apt-get install ${packages.join(" ")}`);
  await run("apt-get", ["update"], { quiet: true });
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { quiet: true });
}
