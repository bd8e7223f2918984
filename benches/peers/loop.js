/** Readability with linkedom over records on standard input: one line in, one line out. */

import { createInterface } from "node:readline";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

for (const say of ["log", "warn", "error"]) console[say] = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  const { id, input } = JSON.parse(line);
  let article = null;
  try {
    article = new Readability(parseHTML(input).document).parse();
  } catch {
    // A page that cannot be read is an answer too.
  }
  process.stdout.write(`${JSON.stringify({ id, article })}\n`);
}
