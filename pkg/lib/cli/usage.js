/** The command line: what may stand there. */

import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { parseDate } from "./core.js";

/** A wrong command line; its message is for the person who typed it. */
export class WrongUsage extends Error {}

const choices = {
  format: ["text", "markdown", "html", "document", "json"],
  as: ["text", "html", "mhtml"],
  language: ["en", "ur"],
};

const string = { type: "string" };
const flag = { type: "boolean" };
const known = {
  format: { ...string, short: "f" },
  out: { ...string, short: "o" },
  jobs: { ...string, short: "j" },
  jsonl: flag,
  as: string,
  url: string,
  now: string,
  language: string,
  verbose: { ...flag, short: "v" },
  help: { ...flag, short: "h" },
  version: flag,
};

/** Options that each command takes beside --help and --version. */
const taken = {
  extract: ["format", "out", "jobs", "jsonl", "as", "url", "now", "language"],
  eval: ["format", "verbose"],
};

/**
 * What is asked for.
 *
 * @param {string[]} args
 * @returns {{ command: "extract" | "eval", inputs: string[], help?: boolean, version?: boolean, format: string,
 *   out?: string, jobs: number, jsonl: boolean, verbose: boolean, options: object }}
 */
export function readArguments(args) {
  const command = args[0] === "eval" ? "eval" : "extract";
  const { values, positionals } = parse(command === "eval" ? args.slice(1) : args);
  checkTaken(command, values);
  checkChoices(values);
  if (command === "eval") checkEval(values, positionals);
  if (values.jsonl && (values.format ?? "json") !== "json") {
    throw new WrongUsage("--jsonl gives each article as JSON; leave --format out");
  }
  if (values.now !== undefined && parseDate(values.now) === null) {
    throw new WrongUsage(`--now must be a date such as 2024-01-17T10:00:00+05:00, not "${values.now}"`);
  }
  if (values.out === "") throw new WrongUsage("--out must name a folder");
  const { help, version, format = "text", out, jsonl = false, verbose = false, as, url, now, language } = values;
  const jobs = readJobs(values.jobs);
  const options = { as, url, now, language };
  return { command, inputs: positionals, help, version, format, out, jobs, jsonl, verbose, options };
}

function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: known });
  } catch (error) {
    throw new WrongUsage(error.message.split(". ")[0]);
  }
}

function checkTaken(command, values) {
  const allowed = [...taken[command], "help", "version"];
  const other = Object.keys(values).find((name) => !allowed.includes(name));
  if (other) throw new WrongUsage(command === "eval" ? `eval takes no --${other}` : `only eval takes --${other}`);
}

function checkChoices(values) {
  for (const [name, allowed] of Object.entries(choices)) {
    if (values[name] !== undefined && !allowed.includes(values[name])) {
      throw new WrongUsage(`--${name} must be one of ${allowed.join(", ")}, not "${values[name]}"`);
    }
  }
}

function checkEval({ help, version, format = "text" }, inputs) {
  if (!["text", "json"].includes(format)) throw new WrongUsage("eval gives --format text or json");
  if (inputs.length === 0 && !help && !version) throw new WrongUsage("eval needs a folder of labelled cases");
}

function readJobs(jobs) {
  if (jobs === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(jobs)) throw new WrongUsage(`--jobs must be a number from 1 to 999, not "${jobs}"`);
  return Number(jobs);
}
