import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "matn-release-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args) => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: folder });
const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;

/** What the release of a version says in a project of the same files, and its exit status. */
function release(...args) {
  const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
  const program = join(folder, "tools/release.js");
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { said: stdout + stderr, status };
}

/** Commits a test script for the project: what `npm test` does there. */
function committed(script) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  manifest.scripts.test = script;
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "all");
}

for (const file of ["package-lock.json", "Cargo.toml", "Cargo.lock", "CHANGELOG.md", "tools", ".gitignore"]) {
  cpSync(join(root, file), join(folder, file), { recursive: true });
}
// Building is tried elsewhere; what counts here is what is done in which case.
writeFileSync(join(folder, "tools/build.js"), "export const build = async () => {};\n");
mkdirSync(join(folder, "bin"));
writeFileSync(join(folder, "bin/cargo"), "#!/bin/sh\n", { mode: 0o755 });
git("init", "--quiet");
committed("exit 0");

test("a version that is no version is refused", () => {
  const { said, status } = release("next");
  assert.equal(status, 1);
  assert.match(said, /Name the version/);
});

test("all that is in the way of a version is told at once", () => {
  const { said, status } = release("99.0.0");
  assert.equal(status, 1);
  for (const file of ["package.json", "package-lock.json", "Cargo.toml", "Cargo.lock", "CHANGELOG.md"]) {
    assert.ok(said.includes(file), said);
  }
});

test("a tree that is not clean and a tag that is there are in the way", () => {
  appendFileSync(join(folder, "CHANGELOG.md"), `\n## ${version}\n`);
  git("tag", `v${version}`);
  const { said, status } = release(version);
  git("tag", "--delete", `v${version}`);
  assert.equal(status, 1);
  assert.match(said, /not clean[\s\S]*CHANGELOG\.md[\s\S]*The tag/);
});

test("failing tests end it", () => {
  committed("exit 1");
  const { said, status } = release(version, "--tag");
  assert.equal(status, 1);
  assert.match(said, /The tests failed/);
  assert.equal(String(git("tag")), "");
});

test("a dry run packs, tells how to publish, and changes nothing", () => {
  committed("exit 0");
  const { said, status } = release(version);
  assert.equal(status, 0, said);
  assert.match(said, /npm publish target\/release-[\d.]+\/matn-[\d.]+\.tgz/);
  assert.ok(existsSync(join(folder, `target/release-${version}/matn-${version}.tgz`)));
  assert.equal(String(git("tag")), "");
  assert.equal(String(git("status", "--porcelain")), "");
});

test("with --tag the tag is made", () => {
  const { said, status } = release(version, "--tag");
  assert.equal(status, 0, said);
  assert.equal(String(git("tag")).trim(), `v${version}`);
});
