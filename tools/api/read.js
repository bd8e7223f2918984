/** Declarations with the documentation before them, read from the package's types. */

const documented =
  /^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(export (?:declare )?(function|class|interface|type) (\w+)[\s\S]*?)(?=^\/\*\*|^export |$(?![\s\S]))/gm;

/**
 * Each exported declaration of a file of types.
 *
 * @param {string} types
 * @returns {{ kind: string, name: string, signature: string, text: string, example?: string, throws?: string }[]}
 */
export function declarations(types) {
  return [...types.matchAll(documented)].map(([, comment, signature, kind, name]) => ({
    kind,
    name,
    signature: signature.trim(),
    ...documentation(comment),
  }));
}

/** The text of a comment, its example and what it says of errors. */
export function documentation(comment) {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*(?:\/\*)?\*? ?/, "").trimEnd());
  const parts = lines
    .join("\n")
    .trim()
    .split(/^@(\w+)/m);
  const tags = {};
  for (let at = 1; at < parts.length; at += 2) tags[parts[at]] = parts[at + 1].trim();
  return { text: parts[0].trim(), example: tags.example, throws: tags.throws?.replace(/^\{\w+\} /, "") };
}

/** The fields of an interface, each with its documentation. */
export function fields(signature) {
  const field = /\/\*\*\s*\n?([\s\S]*?)\*\/\s*\n\s*(?:readonly )?([\w-]+)(\??): ([^;]+);/g;
  return [...signature.matchAll(field)].map(([, comment, name, optional, type]) => ({
    name: name + optional,
    type,
    text: documentation(comment).text.replace(/\s+/g, " "),
  }));
}
