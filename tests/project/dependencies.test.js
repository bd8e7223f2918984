import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const read = (file) => readFileSync(new URL(file, root), "utf8");
const json = (file) => JSON.parse(read(file));

const metadata = JSON.parse(
  execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "ignore"],
  }),
);
const manifest = json("package.json");
const npm = { ...manifest.dependencies, ...manifest.devDependencies };

/** Names and licences of the tables of docs/dependencies.md. */
const told = [...read("docs/dependencies.md").matchAll(/^\| (\S+) \| ([^|]+) \| [^|]+ \|$/gm)]
  .map(([, name, licence]) => [name, licence])
  .filter(([name]) => !["crate", "package", "---"].includes(name));

/** Every crate that a manifest of the workspace names, and every package of package.json, with its licence. */
function direct() {
  const members = metadata.packages.filter(({ id }) => metadata.workspace_members.includes(id));
  const others = members.flatMap(({ dependencies }) => dependencies.filter(({ path }) => path === undefined));
  const crates = others.map(({ name }) => name);
  const licence = (name) => metadata.packages.find((one) => one.name === name && one.source !== null).license;
  const packages = Object.keys(npm).map((name) => [name, json(`node_modules/${name}/package.json`).license]);
  return [...[...new Set(crates)].map((name) => [name, licence(name)]), ...packages];
}

/** Whether an expression of SPDX is met by licences of the list. */
const allows = (list, expression) =>
  expression
    .replaceAll("/", " OR ")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((one) => list.includes(one.replace(/[()]/g, "").trim())));

test("docs/dependencies.md names each direct dependency with its licence, and nothing else", () => {
  const sorted = (list) => list.map((pair) => pair.join(": ")).sort();
  assert.deepEqual(sorted(told), sorted(direct()));
});

test("every crate has a licence that deny.toml allows", () => {
  const allowed = JSON.parse(/^allow = (\[.*\])$/m.exec(read("deny.toml"))[1]);
  const isOther = ({ source, license }) => source !== null && !allows(allowed, license ?? "none");
  const others = metadata.packages.filter(isOther);
  assert.deepEqual(
    others.map(({ name, license }) => `${name}: ${license}`),
    [],
  );
});

test("no crate needs a newer Rust than Cargo.toml promises", () => {
  const number = (version) => Number(version.split(".")[1]);
  const [matn] = metadata.packages.filter(({ name, source }) => name === "matn" && source === null);
  const newer = metadata.packages.filter(
    ({ rust_version }) => rust_version && number(rust_version) > number(matn.rust_version),
  );
  assert.deepEqual(
    newer.map(({ name, rust_version }) => `${name}: ${rust_version}`),
    [],
  );
});

test("every npm package has a licence of the permissive kind; the copyleft ones only test or draw letters", () => {
  const allowed = ["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "Zlib"];
  const others = Object.entries(json("package-lock.json").packages)
    .filter(([folder, { license }]) => folder !== "" && !allows(allowed, license ?? "none"))
    .map(([folder, { license }]) => `${folder.replace("node_modules/", "")}: ${license}`);
  // MPL: a test's tool, and what builds the page; OFL: fonts, shipped with their licence.
  assert.deepEqual(
    others.filter((one) => !/^(axe-core|lightningcss.*): MPL-2\.0$|^@fontsource\/[\w-]+: OFL-1\.1$/.test(one)),
    [],
  );
});

test("the lockfiles name no host", () => {
  for (const folder of ["", "tests/targets/", "benches/peers/"]) {
    assert.doesNotMatch(read(`${folder}package-lock.json`), /"resolved": "https?:/, folder);
  }
});
