/** The package's declarations: types that wasm-bindgen took over from Rust, under functions described by hand. */

/** The types in the glue's declarations, in the alphabet's order; what Rust calls `None` is null in JavaScript. */
export function typesOf(glue) {
  const declarations = glue.match(/^\/\*\*\n(?: \*.*\n)+export (?:interface \w+ \{\n[^}]*\}|type \w+ = .*;)$/gm) ?? [];
  const name = (declaration) => declaration.match(/export \w+ (\w+)/)[1];
  // `InitInput` and its like are the glue's own and have no documentation before them.
  const sorted = declarations.sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return `${sorted.join("\n\n").replace(/^( +\w+: .*) \| undefined;$/gm, "$1 | null;")}\n`;
}

/** One self-contained file of declarations, which can be copied for `require`. */
export function assembleTypes(types, functions) {
  return `${functions.replace(/^(?:import type|export \* from)[^;]*;\n/gm, "").trim()}\n\n${types}`;
}
