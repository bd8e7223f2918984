/**
 * `npm run fuzz -- --target cost`: short inputs that the fuzzer makes, each repeated to two lengths, alone and with the
 * next one behind it; the longer one may cost no more than in proportion. Steps inside the wasm are counted as in tests/package/linear.test.js.
 */

import { parseArgs } from "node:util";
import { followed, linearPage, linearText, pair, patterns, repeated } from "../package/cost.js";

const { values } = parseArgs({
  options: { inputs: { type: "string" }, minutes: { type: "string" }, seed: { type: "string", default: "1" } },
});
const inputs = Number(values.inputs ?? Number.POSITIVE_INFINITY);
const until = Date.now() + 60_000 * Number(values.minutes ?? (values.inputs ? Number.POSITIVE_INFINITY : 1));
/** Characters of the smaller of the two lengths. */
const small = 3000;
const attacks = { text: linearText, date: linearText, dateline: linearText, html: linearPage };

let tried = 0;
let found = 0;
for (let seed = Number(values.seed); tried < inputs && Date.now() < until; seed++) {
  for (const [target, attack] of Object.entries(attacks)) {
    const made = patterns(target, 50, seed);
    const shapes = [...made.map((pattern) => [pattern, repeated(pattern)]), ...followed(made)];
    for (const [name, shape] of shapes) {
      if (tried === inputs || Date.now() >= until) break;
      tried++;
      try {
        attack(JSON.stringify(name), pair(shape, small));
      } catch (error) {
        found++;
        console.error(error.message);
      }
    }
  }
}
console.log(`cost: ${tried} inputs, ${found} findings`);
process.exitCode = found > 0 ? 1 : 0;
