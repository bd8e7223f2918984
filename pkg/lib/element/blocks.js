/** Blocks of an Article as elements. Text becomes text nodes; addresses are taken only with safe schemes. */

const markNames = { link: "a", strong: "strong", emphasis: "em" };

/**
 * @param {Document} document
 * @param {object[]} blocks
 * @param {string | null} base address that relative ones are resolved against
 */
export function blockElements(document, blocks, base) {
  const make = (name, ...children) => {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  };
  const shapes = {
    paragraph: (block) => make("p", ...marked(block, make, base)),
    // The title is the page's first heading.
    heading: (block) => make(`h${Math.min(Math.max(block.level ?? 2, 2), 6)}`, ...marked(block, make, base)),
    quote: (block) => make("blockquote", ...marked(block, make, base)),
    preformatted: (block) => make("pre", block.text),
    list: (block) => make("ul", ...(block.items ?? []).map((item) => make("li", item))),
    table: (block) => make("table", make("tbody", ...(block.rows ?? []).map((row) => make("tr", ...cells(row, make))))),
    verse: (block) => {
      const verses = make("ul", ...(block.verses ?? []).map((verse) => make("li", verse)));
      verses.className = "verse";
      return verses;
    },
    image: (block) => figure(block, make, base),
  };
  return blocks.map((block) => (shapes[block.kind] ?? shapes.paragraph)(block));
}

const cells = (row, make) => row.map((cell) => make("td", cell));

function figure({ src, alt, caption }, make, base) {
  const address = safe(src, base, ["http:", "https:"]);
  const children = [];
  if (address) {
    const image = make("img");
    image.src = address;
    image.alt = alt ?? "";
    image.loading = "lazy";
    image.referrerPolicy = "no-referrer";
    children.push(image);
  }
  if (caption) children.push(make("figcaption", caption));
  return make("figure", ...children);
}

/** The text with its marks as nested elements: each stretch between two borders carries the marks that cover it. */
function marked({ text, marks = [] }, make, base) {
  const borders = new Set([0, text.length]);
  for (const { at } of marks) for (const border of at) borders.add(Math.min(Math.max(border, 0), text.length));
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((end, before) => {
    const start = sorted[before];
    return marks
      .filter(({ at }) => at[0] <= start && end <= at[1])
      .reduce((inner, mark) => wrap(inner, mark, make, base), text.slice(start, end));
  });
}

function wrap(inner, { kind, href }, make, base) {
  if (kind !== "link") return make(markNames[kind] ?? "span", inner);
  const address = safe(href, base, ["http:", "https:", "mailto:"]);
  if (!address) return inner;
  const link = make("a", inner);
  link.href = address;
  link.rel = "noopener noreferrer";
  return link;
}

function safe(address, base, schemes) {
  try {
    const url = new URL(address, base ?? undefined);
    return schemes.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
