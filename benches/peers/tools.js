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

/**
 * `on` has a runner for each set that a tool reads. Tools that read HTML only are given the plain text with a `<p>` a
 * line, which is the most that their user could do. `seconds` is how long a timed run goes on at the
 * least, `rounds` how often it is repeated: slow tools are timed once, over a whole pass.
 */
export function tools({ python, native }) {
  const { npm, pip, cargo, matn } = versions();
  const natively = (name) => ({ command: native, args: [name] });
  const inNode = (name) => ({ command: process.execPath, args: [join(root, "benches/peers/run.js"), name] });
  const inPython = (name) => ({ command: python, args: [join(root, "benches/peers/run.py"), name] });
  const html = (runner) => ({ english: runner, urdu: runner, text: { ...runner, set: "lines" } });
  const both = (run) => ({ english: run("matn"), urdu: run("matn"), text: run("matn-text") });
  const justext = { english: inPython("justext-english"), urdu: inPython("justext-urdu") };
  const { smoothie, ever } = { smoothie: cargo.dom_smoothie, ever: cargo.html5ever };
  const linkedom = npm("linkedom");
  const readability = npm("@mozilla/readability");
  return [
    { name: "matn", language: "Rust", version: matn, on: both(natively), seconds: 1.5, rounds: 3 },
    { name: "matn in Node", language: "wasm", version: matn, on: both(inNode), seconds: 2, rounds: 3 },
    {
      name: "dom_smoothie",
      language: "Rust",
      version: smoothie,
      on: html(natively("dom_smoothie")),
      seconds: 1.5,
      rounds: 3,
    },
    {
      name: "Readability with linkedom",
      language: "JavaScript",
      version: `${readability}, ${linkedom}`,
      on: html(inNode("readability-linkedom")),
      seconds: 2,
      rounds: 3,
    },
    {
      name: "Readability with jsdom",
      language: "JavaScript",
      version: `${readability}, ${npm("jsdom")}`,
      on: html(inNode("readability-jsdom")),
      seconds: 1,
      rounds: 1,
    },
    {
      name: "Defuddle with linkedom",
      language: "JavaScript",
      version: `${npm("defuddle")}, ${linkedom}`,
      on: html(inNode("defuddle-linkedom")),
      seconds: 1,
      rounds: 1,
    },
    {
      name: "trafilatura",
      language: "Python",
      version: pip.trafilatura,
      on: html(inPython("trafilatura")),
      seconds: 1,
      rounds: 1,
    },
    {
      name: "trafilatura, precision mode",
      language: "Python",
      version: pip.trafilatura,
      on: html(inPython("trafilatura-precision")),
      seconds: 1,
      rounds: 1,
    },
    {
      name: "resiliparse",
      language: "C++, Python",
      version: pip.resiliparse,
      on: html(inPython("resiliparse")),
      seconds: 1.5,
      rounds: 3,
    },
    {
      name: "jusText",
      language: "Python",
      version: pip.jusText,
      on: { ...justext, text: { ...justext.urdu, set: "lines" } },
      seconds: 1,
      rounds: 1,
    },
    {
      name: "html5ever, parse alone",
      language: "Rust",
      version: ever,
      on: { urdu: natively("html5ever") },
      seconds: 1.5,
      rounds: 3,
      yardstick: true,
    },
    {
      name: "html5ever, parse into RcDom",
      language: "Rust",
      version: ever,
      on: { urdu: natively("html5ever-rcdom") },
      seconds: 1.5,
      rounds: 3,
      yardstick: true,
    },
  ];
}
