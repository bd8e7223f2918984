/**
 * What `extract` and `normalize` cost, as multiples of the cheapest thing that can be done with a string: one
 * TextEncoder/TextDecoder round trip of it, in the same process and run.
 */

import { extract, init, normalize } from "matn";
import { keep, median, round } from "./keep.js";
import { page } from "./text.js";

const sizes = [
  { name: "7 KB", bytes: 7_000, repeat: 300 },
  { name: "100 KB", bytes: 100_000, repeat: 30 },
  { name: "5 MB", bytes: 5_000_000, repeat: 1 },
];
const rounds = 15;
const limits = { extract: 6, normalize: 2.5, growth: 1.2 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const works = {
  "round trip": (text) => decoder.decode(encoder.encode(text)),
  extract: (text) => extract(text),
  normalize: (text) => normalize(text),
};

/** Milliseconds of one call of each work: medians of rounds in which they take turns. */
function measure(text, repeat) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      for (let n = 0; n < repeat; n++) work(text);
      // The first round only fills the caches.
      if (round >= 0) times[name].push((performance.now() - start) / repeat);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

await init();
// Until the engine has optimized the module, which goes on beside the calls, all figures are of the slower code.
const warm = page(20_000);
for (const end = performance.now() + 4000; performance.now() < end; )
  for (const work of Object.values(works)) work(warm);

const rows = sizes.map(({ name, bytes, repeat }) => {
  const text = page(bytes);
  const size = encoder.encode(text).length;
  return { name, size, times: measure(text, repeat) };
});

const cell = (value, width = 12) => String(value).padStart(width);
console.log(
  `${cell("")}${Object.keys(works)
    .map((name) => cell(name, 24))
    .join("")}`,
);
for (const { name, size, times } of rows) {
  const base = times["round trip"];
  const cells = Object.values(times).map((time) =>
    cell(`${time.toFixed(3)} ms ${(size / 1000 / time).toFixed(0)} MB/s ${(time / base).toFixed(2)}x`, 24),
  );
  console.log(`${cell(name)}${cells.join("")}`);
}

keep("speed", {
  rows: rows.map(({ name, times }) => {
    const multiple = (work) => round(times[work] / times["round trip"]);
    return { name, extract: multiple("extract"), normalize: multiple("normalize") };
  }),
  limits,
});

const perByte = ({ size, times }, work) => times[work] / size;
for (const work of ["extract", "normalize"]) {
  const ratios = rows.map(({ times }) => times[work] / times["round trip"]);
  const [small, middle, large] = rows.map((row) => perByte(row, work));
  console.log(
    `${work}: at most ${Math.max(...ratios).toFixed(2)} times the round trip (limit ${limits[work]}); ` +
      `cost per byte at 5 MB is ${(large / middle).toFixed(2)} times that at 100 KB (limit ${limits.growth}) ` +
      `and ${(large / small).toFixed(2)} times that at 7 KB`,
  );
}
