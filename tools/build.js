/**
 * Makes the generated files of pkg/ from the crate and from the hand-written files of pkg/lib/.
 * What is up to date is not made again.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { errorMessages } from "./messages.js";
import { crateNotices } from "./notices.js";
import { main, must, root } from "./run.js";
import { assembleTypes, typesOf } from "./types.js";

const target = "wasm32-unknown-unknown";
const compiled = join(root, "target", target, "release", "matn.wasm");
const bound = join(root, "target", "pkg");
const stamps = join(root, "target", "pkg", "stamps.json");

/** Files that the package's users get and that no person edits. */
const generated = {
  wasm: ["pkg/matn.wasm", "pkg/lib/glue.js", "pkg/lib/types.d.ts"],
  messages: ["pkg/lib/messages.js"],
  notices: ["pkg/THIRD-PARTY-NOTICES"],
  bundles: [
    "pkg/inline.js",
    "pkg/index.cjs",
    "pkg/web.js",
    "pkg/worker-thread.js",
    "pkg/index.d.ts",
    "pkg/index.d.cts",
  ],
};

/** Builds the package; says nothing where nothing is to be done. */
export async function build() {
  await compile();
  await once("wasm", [compiled, "tools/build.js", "tools/build/src/main.rs", "package-lock.json"], bind);
  await once("messages", ["tools/messages.js", "data/messages.tsv"], () => {
    write("pkg/lib/messages.js", errorMessages(read("data/messages.tsv")));
  });
  await once("notices", ["tools/notices.js", "tools/crates.js", "Cargo.toml", "Cargo.lock"], async () => {
    write("pkg/THIRD-PARTY-NOTICES", await crateNotices());
  });
  await once("bundles", ["tools/build.js", "tools/types.js", "pkg/matn.wasm", ...handWritten()], bundle);
}

/** Compiles the crate; cargo knows by itself what is up to date. */
async function compile() {
  // The places where this machine keeps its sources are nobody's business: panic messages would tell them.
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const places = [`--remap-path-prefix=${root}=.`, `--remap-path-prefix=${cargoHome}=cargo`];
  // Names tell of what type a function is, for what is cut out of the module.
  const names = "-Csymbol-mangling-version=v0";
  // Less is inlined than natively, which is a twentieth less to load and to compile; what is called for each character
  // asks for it (`#[inline]`).
  const flags = [...places, names, "-Cllvm-args=-inline-threshold=33"];
  // The module is made here only: whoever adds the crate to a program gets a library and no more.
  // Beside an rlib there is no link-time optimization across crates: 4 KB less to load, at some cost in speed.
  const library = [
    "rustc",
    "--quiet",
    "--release",
    "--locked",
    "--lib",
    "--package",
    "matn",
    "--crate-type",
    "cdylib,rlib",
  ];
  await must("cargo", [...library, "--target", target], {
    env: { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"), CARGO_PROFILE_RELEASE_OPT_LEVEL: "2" },
    quiet: true,
  });
}

/** Glue, types and the optimized module. */
async function bind() {
  await optimized(bound, ["--strip-debug", "--strip-producers"], "pkg/matn.wasm");
  write("pkg/lib/glue.js", readFileSync(join(bound, "glue.js"), "utf8"));
  write("pkg/lib/types.d.ts", typesOf(readFileSync(join(bound, "glue.d.ts"), "utf8")));
}

/** The module once more as its users get it, but with the names of its functions: for `npm run profile`. */
export async function buildWithNames(folder) {
  await compile();
  await optimized(folder, ["--debuginfo"], join(folder, "matn.wasm"), ["--names"]);
}

/** Puts the glue into a folder and the optimized module into a file. */
async function optimized(folder, options, file, flags = []) {
  mkdirSync(folder, { recursive: true });
  const make = ["run", "--profile", "tools", "--locked", "--package", "matn-build", "--", compiled, folder, ...flags];
  await must("cargo", make, { quiet: true });
  // No --all-features: with it the module loads nowhere. wasm-opt reads the target's features from the file.
  // What can never happen is found out of the whole module in between (--gufa): half a kilobyte less to load.
  // Locals and blocks that are made anew from flat code: two kilobytes less, as fast.
  const anew = ["--flatten", "--rereloop"];
  // Ends of branches that are alike are one: half a kilobyte less.
  const fold = "--code-folding";
  const opt = [
    "-O2",
    fold,
    "--gufa",
    ...anew,
    "-O2",
    "-O2",
    fold,
    "--one-caller-inline-max-function-size=0",
    ...options,
  ];
  const wasmOpt = ["node_modules/binaryen/bin/wasm-opt", ...opt, join(folder, "glue_bg.wasm"), "--output", file];
  await must(process.execPath, wasmOpt);
}

/** The entry points that are one file each, and the types of the main entry. */
async function bundle() {
  const esbuild = await import("esbuild");
  const common = {
    absWorkingDir: root,
    bundle: true,
    target: "es2022",
    legalComments: "none",
    loader: { ".wasm": "base64" },
    minifySyntax: true,
    minifyWhitespace: true,
    // An uncaught error prints its line: the module's bytes must not stand on it.
    lineLimit: 120,
    logLevel: "warning",
  };
  const bundles = [
    ["pkg/lib/inline.js", "pkg/inline.js", "esm"],
    ["pkg/lib/inline.js", "pkg/index.cjs", "cjs"],
    ["pkg/lib/web.js", "pkg/web.js", "esm"],
    ["pkg/lib/thread-web.js", "pkg/worker-thread.js", "esm"],
  ];
  for (const [entry, outfile, format] of bundles) {
    const { outputFiles } = await esbuild.build({ ...common, entryPoints: [entry], outfile, format, write: false });
    write(outfile, withModuleOnOneLine(outputFiles[0].text));
  }
  const types = assembleTypes(read("pkg/lib/types.d.ts"), read("pkg/lib/api.d.ts"));
  write("pkg/index.d.ts", types);
  write("pkg/index.d.cts", types);
}

/** The module's base64 as one line of its own: broken into many, it takes engines a third longer to read. */
function withModuleOnOneLine(script) {
  return script.replace(/\\\n/g, "").replace(/var \w+="[\w+/=]{100000,}";/, "\n$&\n");
}

/** Does a step unless its inputs are the same as last time and all it makes is there. */
async function once(step, inputs, work) {
  const hash = createHash("sha256");
  for (const file of inputs) hash.update(readFileSync(join(root, file.replace(root, "")))).update("\0");
  const key = hash.digest("hex");
  const known = existsSync(stamps) ? JSON.parse(readFileSync(stamps, "utf8")) : {};
  if (known[step] === key && generated[step].every((file) => existsSync(join(root, file)))) return;
  console.error(`build: ${step}`);
  await work();
  mkdirSync(bound, { recursive: true });
  writeFileSync(stamps, JSON.stringify({ ...known, [step]: key }));
}

function handWritten() {
  const files = readdirSync(join(root, "pkg/lib")).map((name) => `pkg/lib/${name}`);
  return files.filter((file) => /\.(js|d\.ts)$/.test(file)).sort();
}

const read = (file) => readFileSync(join(root, file), "utf8");
const write = (file, text) => writeFileSync(join(root, file), text);

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(build);
