/** Writes docs/api.md from the package's types: `node tools/api.js`. A test sees that it is fresh. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { declarations, documentation, fields } from "./api/read.js";
import { build } from "./build.js";
import { main, root } from "./run.js";

const read = (file) => readFileSync(join(root, file), "utf8");

/** What stands in docs/api.md. */
export function page() {
  const types = read("pkg/index.d.ts");
  const all = declarations(types);
  const entries = ["web", "worker", "element"];
  const preface = documentation(types.slice(0, types.indexOf("*/")));
  return `${[
    "# The functions and types of matn",
    "Made by `node tools/api.js` from the types that the package ships. The tests run every example; a comment behind a line is its value.",
    "The command line says of itself what it does: `npx matn --help`. In Rust the same functions are in the crate's documentation.",
    preface.text,
    code(preface.example),
    "## `matn`",
    "`matn/inline` has the same, as one file.",
    ...all.filter(({ kind }) => kind === "function").map(section),
    ...all.filter(({ name }) => name === "MatnError").map(section),
    ...entries.flatMap((entry) => [`## \`matn/${entry}\``, ...declarations(read(`pkg/${entry}.d.ts`)).map(section)]),
    "## Types",
    ...all.filter(({ kind, name }) => kind !== "function" && name !== "MatnError").map(section),
  ].join("\n\n")}\n`;
}

function section({ kind, name, signature, text, example, throws }) {
  const isTable = kind === "interface" && fields(signature).length > 0;
  const shown = isTable ? table(signature) : code(signature.replace(/^export (?:declare )?/gm, ""), "ts");
  return [
    `### ${kind === "function" ? `\`${name}()\`` : `\`${name}\``}`,
    text,
    shown,
    ...(example ? [code(example)] : []),
    ...(throws ? [`Throws: ${throws.replace(/\s+/g, " ")}.`] : []),
  ].join("\n\n");
}

const code = (text, language = "js") => `\`\`\`${language}\n${text}\n\`\`\``;

function table(signature) {
  const rows = fields(signature).map(({ name, type, text }) => {
    const cell = (value) => value.replace(/\|/g, "\\|").replace(/\s+/g, " ");
    return `| \`${name}\` | \`${cell(type)}\` | ${cell(text)} |`;
  });
  const base = signature.match(/ extends ([^{]+) \{/)?.[1];
  return [
    ...(base ? [`Has all of \`${base}\`, and`, ""] : []),
    "| field | type | |",
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await build();
    writeFileSync(join(root, "docs/api.md"), page());
  });
}
