import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What `pattern` finds in the project's documents: page and first group. */
const found = (pattern) =>
  pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(pattern)].map(([, what]) => [page, what]),
  );

test("every file that a document links to is there", () => {
  const links = found(/\]\((?!https?:|#)([^)#\s]+)/g);
  assert.ok(links.length > 50, `${links.length} links`);
  for (const [page, link] of links) assert.ok(existsSync(join(root, dirname(page), link)), `${page}: ${link}`);
});

test("every command that a document names is there", () => {
  const commands = found(/npm run ([\w:]+)/g);
  assert.ok(commands.length > 10, `${commands.length} commands`);
  for (const [page, name] of commands) assert.ok(name in manifest.scripts, `${page}: npm run ${name}`);
});
