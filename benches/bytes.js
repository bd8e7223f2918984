/** What a byte costs from a short text to a very long one, plain and as HTML: the line is to be flat. */

import { extract, init } from "matn";
import { keep, median, round } from "./keep.js";
import { page } from "./text.js";

const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];
const rounds = 7;

const asHtml = (text) => {
  const lines = text.split("\n\n").map((line) => `<p class="text">${line}</p>`);
  return `<!doctype html><html lang="ur"><body><article>\n${lines.join("\n")}\n</article></body></html>`;
};
const forms = { text: (text) => text, html: asHtml };

/** What is measured: each length in each form. */
function inputs() {
  return sizes.flatMap((bytes) => {
    const text = page(bytes);
    return Object.entries(forms).map(([form, made]) => {
      const input = made(text);
      return { bytes, form, input, length: new TextEncoder().encode(input).length, costs: [] };
    });
  });
}

/** Nanoseconds for each byte of UTF-8, over calls that read at least 200 KB together. */
function cost({ input, form, length }) {
  const repeat = Math.max(1, Math.round(2e5 / length));
  const start = performance.now();
  for (let n = 0; n < repeat; n++) extract(input, { as: form });
  return ((performance.now() - start) / repeat) * (1e6 / length);
}

await init();
// Until the engine has optimized the module, which goes on beside the calls, all figures are of the slower code.
const warm = page(20_000);
for (const end = performance.now() + 4000; performance.now() < end; )
  for (const form of Object.keys(forms)) extract(forms[form](warm), { as: form });

const measured = inputs();
// They take turns, so that a busy minute of the machine falls on all of them.
for (let turn = 0; turn < rounds; turn++) for (const one of measured) one.costs.push(cost(one));
const rows = sizes.map((bytes) => {
  const own = measured.filter((one) => one.bytes === bytes);
  return { bytes, ns: Object.fromEntries(own.map(({ form, costs }) => [form, round(median(costs))])) };
});
for (const { bytes, ns } of rows) console.log(`${bytes / 1000} KB: ${ns.text} ns a byte of text, ${ns.html} of HTML`);
keep("bytes", { rows });
