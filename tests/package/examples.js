/** The examples of the package's types as programs that check themselves. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { declarations, documentation } = await import(
  pathToFileURL(join(process.env.MATN_ROOT, "tools/api/read.js")).href
);

/** What is declared and documented in a file of types. */
export { declarations };

/** The text that the examples are about. */
export const preface = (types) => documentation(types.slice(0, types.indexOf("*/"))).example;

/** How many values an example tells. */
export const valuesIn = (example) => example.split("\n").filter((line) => told(line)).length;

/**
 * The example with its values checked: `expression; // value` becomes `same(expression, value);`.
 */
export function checked(example) {
  return example
    .split("\n")
    .map((line) => {
      const value = told(line);
      return value ? `same(${value.expression}, ${value.literal});` : line;
    })
    .join("\n");
}

/** A comment is a value where it is written as one; the others are prose. */
function told(line) {
  const [, expression, literal] = line.match(/^\s*(.+); \/\/ (["[{\d].*|null|true|false)$/) ?? [];
  return literal && { expression, literal };
}
