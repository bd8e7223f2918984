/** Charts as SVG, readable on light and on dark pages: bars, and lines over a scale of powers of ten. */

const WIDTH = 720;
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 14px }
  .scale { fill: #59636e; font-size: 11px }
  .ground { fill: #ffffff } .rule { stroke: #d1d9e0 }
  .own { fill: #1a7f37; stroke: #1a7f37 } .peer { fill: #8c959f; stroke: #8c959f }
  .line { fill: none; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } .scale { fill: #9198a1 } .ground { fill: #0d1117 } .rule { stroke: #3d444d }
    .own { fill: #3fb950; stroke: #3fb950 } .peer { fill: #6e7681; stroke: #6e7681 }
  }`;

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const at = (value) => Number(value.toFixed(1));

function text(x, y, content, kind, anchor = "start") {
  const style = kind ? ` class="${kind}"` : "";
  return `<text x="${at(x)}" y="${at(y)}"${style} text-anchor="${anchor}">${escaped(content)}</text>`;
}

function picture(height, title, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}
</style>
<rect class="ground" width="${WIDTH}" height="${height}"/>
${text(12, 22, title, "title")}
${parts.join("\n")}
</svg>
`;
}

/** A scale from one value to another, `log` or linear: what place a value has between 0 and 1. */
function scale(from, to, log) {
  const [low, high] = log ? [Math.log10(from), Math.log10(to)] : [from, to];
  return (value) => ((log ? Math.log10(value) : value) - low) / (high - low);
}

/** Powers of ten around all values. */
function decades(values) {
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return Array.from({ length: high - low + 1 }, (_, n) => 10 ** (low + n)).map((value) => Number(value.toPrecision(1)));
}

/** One horizontal bar for each row of `{ label, value, own }`, the best on top. */
function bars({ title, rows, ticks, log = false, best, said = String }) {
  const sorted = rows.toSorted((a, b) => (best === "most" ? b.value - a.value : a.value - b.value));
  const [left, right, top, step] = [210, 60, 44, 24];
  const place = scale(ticks[0], ticks.at(-1), log);
  const x = (value) => left + place(value) * (WIDTH - left - right);
  const bottom = top + sorted.length * step;
  const parts = ticks.map((tick) => {
    const line = `<line class="rule" x1="${at(x(tick))}" x2="${at(x(tick))}" y1="${top - 6}" y2="${bottom}"/>`;
    return `${line}${text(x(tick), bottom + 16, tick, "scale", "middle")}`;
  });
  for (const [n, { label, value, own }] of sorted.entries()) {
    const y = top + n * step;
    const bar = `<rect class="${own ? "own" : "peer"}" x="${left}" y="${y}" width="${at(x(value) - left)}" height="15"/>`;
    parts.push(`${text(left - 8, y + 12, label, "", "end")}${bar}${text(x(value) + 6, y + 12, said(value))}`);
  }
  return picture(bottom + 28, title, parts);
}

/** A line for each of `lines: { label, own, points: [x, y][] }`, x in powers of ten. */
function curves({ title, lines, xs, xLabels, ys }) {
  const [left, right, top, height] = [60, 90, 44, 220];
  const bottom = top + height;
  const across = scale(xs[0], xs.at(-1), true);
  const up = scale(ys[0], ys.at(-1), false);
  const x = (value) => left + across(value) * (WIDTH - left - right);
  const y = (value) => bottom - up(value) * height;
  const parts = ys.map((tick) => {
    const line = `<line class="rule" x1="${left}" x2="${WIDTH - right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>`;
    return `${line}${text(left - 8, y(tick) + 4, tick, "scale", "end")}`;
  });
  parts.push(...xs.map((tick, n) => text(x(tick), bottom + 18, xLabels[n], "scale", "middle")));
  for (const { label, own, points } of lines) {
    const path = points.map(([px, py]) => `${at(x(px))},${at(y(py))}`).join(" ");
    const [lastX, lastY] = points.at(-1);
    parts.push(`<polyline class="line ${own ? "own" : "peer"}" style="fill:none" points="${path}"/>`);
    parts.push(text(x(lastX) + 8, y(lastY) + 4, label));
  }
  return picture(bottom + 32, title, parts);
}

const isOwn = (name) => name.startsWith("matn");

function quality(rows, set, title) {
  // The module in Node gives the same articles as the crate.
  const listed = rows.filter(({ name, f1 }) => f1[set] !== undefined && name !== "matn in Node");
  return bars({
    title,
    rows: listed.map(({ name, f1 }) => ({ label: name, value: f1[set], own: isOwn(name) })),
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
    best: "most",
    said: (value) => value.toFixed(3),
  });
}

function speed(rows) {
  const listed = rows.filter(({ ms }) => ms.urdu !== undefined);
  return bars({
    title: "Milliseconds a page of Urdu HTML; each rule is ten times the one before",
    rows: listed.map(({ name, ms }) => ({ label: name, value: ms.urdu, own: isOwn(name) })),
    ticks: decades(listed.map(({ ms }) => ms.urdu)),
    log: true,
    best: "least",
  });
}

function perByte(rows) {
  const said = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} KB` : `${bytes / 1e6} MB`);
  const most = Math.max(...rows.flatMap(({ ns }) => [ns.text, ns.html]));
  const step = [5, 10, 20, 50, 100, 200].find((size) => most / size <= 6) ?? 500;
  return curves({
    title: "Nanoseconds a byte by length of the input, in Node",
    lines: ["text", "html"].map((form) => ({
      label: form === "text" ? "plain text" : "HTML",
      own: form === "text",
      points: rows.map(({ bytes, ns }) => [bytes, ns[form]]),
    })),
    xs: rows.map(({ bytes }) => bytes),
    xLabels: rows.map(({ bytes }) => said(bytes)),
    ys: Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step),
  });
}

/** Every chart that the data is there for, by the name of its file. */
export function charts({ pages, bytes }) {
  const made = {};
  if (pages) {
    made["quality-html"] = quality(pages.rows, "urdu", "F1 of the article body, Urdu HTML");
    made["quality-text"] = quality(pages.rows, "text", "F1 of the article body, Urdu plain text");
    made.speed = speed(pages.rows);
  }
  if (bytes) made.bytes = perByte(bytes.rows);
  return made;
}
