/** `matn eval`: scores labelled cases. */

import { casesBelow } from "./cases.js";
import { figures, scoreCase } from "./score.js";

/** Letters of a paragraph that are shown. */
const SHOWN = 90;

/**
 * Scores every case below the folders and prints the means.
 *
 * @param {{ inputs: string[], format: string, verbose: boolean }} asked
 * @param {import("../output.js").Output} output
 * @returns {Promise<number>} the exit status: 1 where a case cannot be read
 */
export async function evaluate({ inputs, format, verbose }, output) {
  const rows = [];
  let failed = 0;
  const fail = (id, message) => {
    failed++;
    console.error(`matn: ${id}: ${message} (not-readable)`);
  };
  for (const folder of inputs) {
    try {
      const cases = await casesBelow(folder);
      if (cases.length === 0) fail(folder, "there is no labelled case below this folder");
      for (const { id, read } of cases) {
        const labelled = await read().catch((error) => fail(id, error.message));
        if (labelled) rows.push({ id, form: labelled.form, ...scoreCase(labelled) });
      }
    } catch (error) {
      fail(folder, error.message);
    }
  }
  const summary = summaryOf(rows);
  await output.write(Buffer.from(format === "json" ? asJson(summary, rows) : asText(summary, rows, verbose)));
  return failed > 0 ? 1 : 0;
}

/** Means over the cases of each form, and how many of these lose or double a character. */
function summaryOf(rows) {
  const summary = {};
  for (const form of ["text", "html"]) {
    const some = rows.filter((row) => row.form === form);
    if (some.length === 0) continue;
    const mean = (name) => some.reduce((sum, row) => sum + row[name], 0) / some.length;
    summary[form] = {
      cases: some.length,
      ...Object.fromEntries(figures.map((name) => [name, mean(name)])),
      notLossless: some.filter(({ lost }) => lost !== 0).length,
    };
  }
  return summary;
}

const asJson = (summary, rows) => `${JSON.stringify({ summary, cases: rows }, null, 1)}\n`;

function asText(summary, rows, verbose) {
  const imperfect = verbose ? rows.filter((row) => row.lost !== 0 || figures.some((name) => row[name] < 1)) : [];
  const said = imperfect.flatMap((row) => [
    `${row.id}: ${faultsOf(row)}`,
    ...row.missing.map((text) => `  missing  ${shortened(text)}`),
    ...row.extra.map((text) => `  extra    ${shortened(text)}`),
  ]);
  const means = Object.entries(summary).map(([form, { cases, notLossless, ...values }]) => {
    const parts = Object.entries(values).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    return `${form} (${cases} ${cases === 1 ? "case" : "cases"}): ${parts.join("  ")}  notLossless ${notLossless}`;
  });
  return [...said, ...means].map((line) => `${line}\n`).join("");
}

function faultsOf({ error, lost, ...row }) {
  const low = figures.filter((name) => row[name] < 1).map((name) => `${name} ${row[name].toFixed(3)}`);
  return [...low, ...(lost > 0 ? [`${lost} characters unaccounted for`] : []), ...(error ? [error] : [])].join("  ");
}

function shortened(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
