/** Tables of docs/compare.md as Markdown. */

const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
};
const fixed = (value, digits) => (value === undefined ? "" : value.toFixed(digits));
const times = (value) => `${Number(value.toPrecision(3))} times`;

/** On which machine and day each part was measured; parts of the same run together. */
function run(data) {
  const groups = new Map();
  for (const [name, { run }] of Object.entries(data)) {
    const said = `${run.date}, ${run.cores} cores, Rust ${run.rust}, Node ${run.node}, Python ${run.python}`;
    groups.set(said, [...(groups.get(said) ?? []), name]);
  }
  return table(
    ["measured", "on"],
    [...groups].map(([said, names]) => [names.join(", "), said]),
  );
}

function pages({ pages }) {
  const head = ["", "version", "English HTML", "Urdu HTML", "Urdu text", "ms, HTML", "ms, text", "MB"];
  const order = (row) => -(row.f1.urdu ?? 0);
  const rows = pages.rows.toSorted((a, b) => order(a) - order(b));
  return table(
    head,
    rows.map(({ name, language, version, f1, ms, memory }) => [
      `${name} (${language})`,
      version,
      ...["english", "urdu", "text"].map((set) => fixed(f1[set], 3)),
      ...["urdu", "text"].map((set) => ms[set] ?? ""),
      memory ?? "",
    ]),
  );
}

/** Pages on which a tool gave no article, where there are any. */
function unanswered({ pages }) {
  const said = pages.rows.flatMap(({ name, failed }) => {
    const sets = Object.entries(failed).filter(([, count]) => count > 0);
    return sets.length > 0 ? [`${name} ${sets.map(([set, count]) => `${count} (${set})`).join(", ")}`] : [];
  });
  return `Pages without an answer, of ${pages.pages}: ${said.join("; ") || "none"}.`;
}

const sizes = ({ sizes }) =>
  table(
    ["", "", "KB, brotli"],
    sizes.rows.map(({ name, parts, kilobytes }) => [name, parts, kilobytes]),
  );

const bytes = ({ bytes }) =>
  table(
    ["", ...bytes.rows.map((row) => (row.bytes < 1e6 ? `${row.bytes / 1e3} KB` : `${row.bytes / 1e6} MB`))],
    ["text", "html"].map((form) => [form, ...bytes.rows.map(({ ns }) => ns[form])]),
  );

const throughput = ({ throughput }) =>
  table(
    ["", "pages a second"],
    throughput.rows.map(({ name, perSecond }) => [name, perSecond]),
  );

const speed = ({ speed }) =>
  table(
    ["text", "extract", "normalize"],
    speed.rows.map(({ name, extract, normalize }) => [name, extract.toFixed(1), normalize.toFixed(1)]),
  );

function command({ command: { start, throughput, memory } }) {
  return table(
    ["`matn --jsonl`", ""],
    [
      ["pages of 7 KB a second, `--jobs 1`", throughput.one],
      ["pages of 7 KB a second, `--jobs 2`", throughput.two],
      ...memory.lines.map((lines, at) => [`MB held at most over ${lines} lines`, memory.megabytes[at]]),
      ["ms from the import of the package to the first article of 7 KB", start],
    ],
  );
}

function cases({ cases }) {
  const tools = [...new Set(cases.rows.map(({ tool }) => tool))].sort((a, b) => (b === "matn") - (a === "matn"));
  const kinds = [...new Set(cases.rows.map(({ kind }) => kind))];
  const cell = (kind, tool) => cases.rows.find((row) => row.kind === kind && row.tool === tool);
  return table(
    ["cases", "of", ...tools],
    kinds.map((kind) => [kind, cell(kind, "matn").of, ...tools.map((tool) => cell(kind, tool)?.right ?? "")]),
  );
}

/** What is wanted, beside what was measured: `[what, how many times at most or at least, limit, measured]`. */
function goals({ pages, throughput, speed, command, sizes }) {
  const most = [];
  const least = [];
  if (pages) {
    const of = Object.fromEntries(pages.rows.map((row) => [row.name, row]));
    const ms = (name) => of[name].ms.urdu;
    const [native, node] = [ms("matn"), ms("matn in Node")];
    most.push(["native: time on HTML to html5ever's parse alone", 1.7, native / ms("html5ever, parse alone")]);
    most.push(["native: the same to html5ever's parse into RcDom", 1.7, native / ms("html5ever, parse into RcDom")]);
    most.push(["in Node: time on HTML to native", 2, node / native]);
    least.push(["in Node: as fast on HTML as Readability with linkedom", 10, ms("Readability with linkedom") / node]);
    most.push(["native: most memory to dom_smoothie's", 2, of.matn.memory / of.dom_smoothie.memory]);
  }
  if (throughput) {
    const [matn, readability] = throughput.rows.map(({ perSecond }) => perSecond);
    least.push(["`matn --jsonl`: as many pages as a loop over Readability with linkedom", 20, matn / readability]);
  }
  if (speed) {
    const worst = (work) => Math.max(...speed.rows.map((row) => row[work]));
    most.push(["`extract` of text to a round trip of the text", speed.limits.extract, worst("extract")]);
    most.push(["`normalize` to a round trip of the text", speed.limits.normalize, worst("normalize")]);
  }
  if (command) {
    least.push(["`--jobs 2` to `--jobs 1`", command.limits.speedup, command.throughput.speedup]);
    most.push(["memory over many lines to that over few", command.limits.growth, command.memory.growth]);
    most.push(["import to first article, ms", command.limits.start, command.start]);
  }
  if (sizes) most.push(["`matn/web`, KB with brotli", 240, sizes.rows[0].kilobytes]);
  return { most, least };
}

function wanted(data) {
  const { most, least } = goals(data);
  const said = (what, value) => (/, (ms|KB)/.test(what) ? String(value) : times(value));
  const row = (what, sign, limit, value, reached) => [
    what,
    `${sign} ${said(what, limit)}`,
    said(what, value),
    reached ? "yes" : "**no**",
  ];
  return table(
    ["", "wanted", "measured", "reached"],
    [
      ...most.map(([what, limit, value]) => row(what, "at most", limit, value, value <= limit)),
      ...least.map(([what, limit, value]) => row(what, "at least", limit, value, value >= limit)),
    ],
  );
}

/** Every table by its name; null where its data is not there. */
export function tables(data) {
  const made = { sizes, bytes, throughput, speed, command, cases, pages };
  const own = Object.entries(made).map(([name, make]) => [name, data[name] ? make(data) : null]);
  const rest = { run: run(data), wanted: wanted(data), unanswered: data.pages ? unanswered(data) : null };
  return { ...Object.fromEntries(own), ...rest };
}
