/** The tools that are compared: how each is run on which set of pages. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/run.js";

const read = (file) => readFileSync(join(root, file), "utf8");

/** The versions that the lockfile, the requirements and the manifest pin. */
function versions() {
  const { packages } = JSON.parse(read("benches/peers/package-lock.json"));
  const npm = (name) => packages[`node_modules/${name}`].version;
  const listed = (text, pattern) => Object.fromEntries([...text.matchAll(pattern)].map(([, name, at]) => [name, at]));
  return {
    npm,
    pip: listed(read("benches/peers/requirements.txt"), /^([\w-]+)==(.+)$/gm),
    cargo: listed(read("benches/peers/native/Cargo.toml"), /^(\w+) = "=(.+)"$/gm),
    matn: JSON.parse(read("package.json")).version,
  };
}

/** The programs by language, as `{ command, args }` for a tool's name. */
function runners({ python, native }) {
  return {
    natively: (name) => ({ command: native, args: [name] }),
    inNode: (name) => ({ command: process.execPath, args: [join(root, "benches/peers/run.js"), name] }),
    inPython: (name) => ({ command: python, args: [join(root, "benches/peers/run.py"), name] }),
  };
}

/** Tools that read HTML only are given plain text with a `<p>` a line, which is the most that their user could do. */
const html = (runner) => ({ english: runner, urdu: runner, text: { ...runner, set: "lines" } });
const both = (run) => ({ english: run("matn"), urdu: run("matn"), text: run("matn-text") });

/** How long a timed run goes on at the least, and how often it is repeated: slow tools are timed once, over a whole pass. */
const fast = { seconds: 1.5, rounds: 3 };
const middling = { seconds: 2, rounds: 3 };
const slow = { seconds: 1, rounds: 1 };

/** Every tool; `on` has a runner for each set of pages that it reads. */
export function tools(programs) {
  const { npm, pip, cargo, matn } = versions();
  const { natively, inNode, inPython } = runners(programs);
  const ever = { language: "Rust", version: cargo.html5ever, yardstick: true, ...fast };
  const readability = { language: "JavaScript", version: npm("@mozilla/readability") };
  const trafilatura = { language: "Python", version: pip.trafilatura, ...slow };
  const [justext, justextUrdu] = [inPython("justext-english"), inPython("justext-urdu")];
  const table = {
    matn: { language: "Rust", version: matn, on: both(natively), ...fast },
    "matn in Node": { language: "wasm", version: matn, on: both(inNode), ...middling },
    dom_smoothie: { language: "Rust", version: cargo.dom_smoothie, on: html(natively("dom_smoothie")), ...fast },
    "Readability with linkedom": { ...readability, on: html(inNode("readability-linkedom")), ...middling },
    "Readability with jsdom": { ...readability, on: html(inNode("readability-jsdom")), ...slow },
    "Defuddle with linkedom": {
      language: "JavaScript",
      version: npm("defuddle"),
      on: html(inNode("defuddle-linkedom")),
      ...slow,
    },
    trafilatura: { ...trafilatura, on: html(inPython("trafilatura")) },
    "trafilatura, precision mode": { ...trafilatura, on: html(inPython("trafilatura-precision")) },
    resiliparse: { language: "C++, Python", version: pip.resiliparse, on: html(inPython("resiliparse")), ...fast },
    jusText: { language: "Python", version: pip.jusText, on: { ...html(justextUrdu), english: justext }, ...slow },
    "html5ever, parse alone": { ...ever, on: { urdu: natively("html5ever") } },
    "html5ever, parse into RcDom": { ...ever, on: { urdu: natively("html5ever-rcdom") } },
  };
  // A peer is as fast as the DOM that it works on.
  for (const dom of ["linkedom", "jsdom"]) {
    const on = Object.entries(table).filter(([name]) => name.endsWith(` with ${dom}`));
    for (const [, tool] of on) tool.version += `, ${npm(dom)}`;
  }
  return Object.entries(table).map(([name, tool]) => ({ name, ...tool }));
}
