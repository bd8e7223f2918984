/** What a byte costs from a short text to a very long one, plain and as HTML: the line is to be flat. */

import { extract, init } from "matn";
import { keep, median, round } from "./keep.js";
import { page } from "./text.js";

const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];
const rounds = 5;

const asHtml = (text) => {
  const lines = text.split("\n\n").map((line) => `<p class="text">${line}</p>`);
  return `<!doctype html><html lang="ur"><body><article>\n${lines.join("\n")}\n</article></body></html>`;
};
const forms = { text: (text) => text, html: asHtml };

/** Nanoseconds for each byte of UTF-8: the median of rounds of at least a fiftieth of a second. */
function cost(input, form) {
  const bytes = new TextEncoder().encode(input).length;
  const repeat = Math.max(1, Math.round(2e5 / bytes));
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let n = 0; n < repeat; n++) extract(input, { as: form });
    return (performance.now() - start) / repeat;
  });
  return round((median(times) * 1e6) / bytes);
}

await init();
// Until the engine has optimized the module, which goes on beside the calls, all figures are of the slower code.
const warm = page(20_000);
for (const end = performance.now() + 4000; performance.now() < end; )
  for (const form of Object.keys(forms)) extract(forms[form](warm), { as: form });

const rows = sizes.map((bytes) => {
  const costs = Object.entries(forms).map(([form, made]) => [form, cost(made(page(bytes)), form)]);
  return { bytes, ns: Object.fromEntries(costs) };
});
for (const { bytes, ns } of rows) console.log(`${bytes / 1000} KB: ${ns.text} ns a byte of text, ${ns.html} of HTML`);
keep("bytes", { rows });
