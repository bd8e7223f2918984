/** The command line: what may stand there, and what `--help` says about it. */

import { parseArgs } from "node:util";

/** A wrong command line; its message is for the person who typed it. */
export class WrongUsage extends Error {}

const choices = {
  format: ["text", "markdown", "html", "document", "json"],
  as: ["text", "html", "mhtml"],
  language: ["en", "ur"],
};

export const help = `matn: the article itself, out of a pasted or saved page

  matn [FILE|DIR...]      reads standard input where no file is named; a folder
                          means its .txt .html .htm .mht .mhtml files
  --format FORMAT         text (default), markdown, html, document or json
  --out DIR               one file for each input, with the format's extension;
                          needed for more than one input
  --as FORM               text, html or mhtml; sniffed otherwise
  --url ADDRESS           where the page came from
  --now MOMENT            what "two hours ago" refers to: 2024-01-17T10:00+05:00
  --language LANGUAGE     en (default) or ur: of reasons, warnings and errors
  --help, --version

  matn article.txt
  matn --format markdown --out clean/ saved-pages/
  xclip -o | matn --format html

Exit status: 0 done, 1 some input failed, 2 wrong usage.
`;

/**
 * @param {string[]} args
 * @returns {{ inputs: string[], help?: boolean, version?: boolean, format: string, out?: string, options: object }}
 */
export function readArguments(args) {
  const { values, positionals } = parse(args);
  for (const [name, allowed] of Object.entries(choices)) {
    if (values[name] !== undefined && !allowed.includes(values[name])) {
      throw new WrongUsage(`--${name} must be one of ${allowed.join(", ")}, not "${values[name]}"`);
    }
  }
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
    throw new WrongUsage(`--now must be a date such as 2024-01-17T10:00:00+05:00, not "${values.now}"`);
  }
  const { help, version, format = "text", out, as, url, now, language } = values;
  return { inputs: positionals, help, version, format, out, options: { as, url, now, language } };
}

function parse(args) {
  const string = { type: "string" };
  const flag = { type: "boolean" };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { ...string, short: "f" },
        out: { ...string, short: "o" },
        as: string,
        url: string,
        now: string,
        language: string,
        help: { ...flag, short: "h" },
        version: flag,
      },
    });
  } catch (error) {
    throw new WrongUsage(error.message.split(". ")[0]);
  }
}
