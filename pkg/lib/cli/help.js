/** What `matn --help` says. */
export const help = `matn: the article itself, out of a pasted or saved page

Usage
  matn [FILE|DIR...]            each page to its article
  matn --jsonl [FILE|DIR...]    records to records, one on a line
  matn eval DIR...              how well labelled cases are read

What is read
  Standard input where nothing is named, or where "-" stands. A folder means its
  .txt .html .htm .mht .mhtml files, recursively; a pattern in quotation marks
  is expanded: "pages/**/*.html". Encodings and form (text, HTML, a saved page)
  are found out.

Options
  -f, --format FORMAT    text (default), markdown, html, document or json
  -o, --out DIR          one file for each input, of the same name with the
                         format's extension; needed for more than one input
  -j, --jobs N           how many pages at once (default: all cores)
      --jsonl            see below
      --as FORM          text, html or mhtml, where it is not to be found out
      --url ADDRESS      where the page came from; completes its addresses
      --now MOMENT       what "two hours ago" refers to: 2024-01-17T10:00+05:00
      --language LANG    en (default) or ur: of reasons, warnings and errors
  -v, --verbose          with eval: what each case lacks or has too much
  -h, --help
      --version

Records (--jsonl)
  Each line of input is one JSON object, {"id", "input" or "base64", "as"?,
  "url"?}, and gives one line of output, in the same order:
    {"id": 1, "input": "..."}     {"id": 1, "article": {"version": 1, ...}}
    {"id": 2, "input": ""}        {"id": 2, "error": {"code", "message"}}
    no JSON                       {"id": null, "line": 3, "error": {...}}
  Memory stays the same however long the stream is. A folder means its .jsonl
  and .ndjson files; with --out each gets a file of its own.

Labelled cases (eval)
  Below DIR: folders with input.txt or input.html and expected.json, and files
  *.case.json as the page saves them. --format json gives every figure.

Examples
  matn article.html
  xclip -o | matn --format markdown
  matn --format markdown --out clean/ saved-pages/
  zcat pages.jsonl.gz | matn --jsonl --jobs 4 | gzip > articles.jsonl.gz
  matn eval --verbose cases/

Exit status
  0 done, 1 some input failed (the others are done), 2 wrong usage
`;
