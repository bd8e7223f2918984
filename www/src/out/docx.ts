/** The article for Word, right to left. */

import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Article, Block } from "matn";
import { dateOf } from "../i18n";
import { leadOf } from "../reader/dateline";

/** Half-points, as Word counts. */
const size = { title: 44, heading: 32, body: 28, small: 22 };

/** Fonts that Urdu readers have; Word takes its own where this one is missing. */
const face = { ascii: "Calibri", hAnsi: "Calibri", cs: "Jameel Noori Nastaleeq", eastAsia: "Calibri" };

export function wordFile(article: Article): Promise<Blob> {
  const rtl = article.dir === "rtl";
  const run = (text: string, half: number, more: IRunOptions = {}) =>
    new TextRun({
      text,
      rightToLeft: rtl,
      font: face,
      size: half,
      sizeComplexScript: half,
      language: { value: "en-US", bidirectional: "ur-PK" },
      ...more,
    });
  const bold = { bold: true, boldComplexScript: true };
  const paragraph = (children: TextRun[], more: IParagraphOptions = {}) =>
    new Paragraph({ bidirectional: rtl, alignment: AlignmentType.START, spacing: { after: 200 }, ...more, children });
  const { title, subtitle, byline, published } = article;
  const credit = [byline.join("، "), published && dateOf(published)].filter(Boolean).join(" | ");
  const lead = leadOf(article);
  const leading = lead && run(lead.text + lead.gap, size.body, bold);

  const block = (one: Block, at: number): (Paragraph | Table)[] => {
    const { kind, text, items = [], rows = [], verses = [] } = one;
    switch (kind) {
      case "image":
        return [];
      case "heading":
        return [paragraph([run(text, size.heading, bold)], { heading: HeadingLevel.HEADING_2 })];
      case "list":
        return items.map((item) => paragraph([run(item, size.body)], { numbering: { reference: "points", level: 0 } }));
      case "verse":
        return verses.map((verse) => paragraph([run(verse, size.body)], { alignment: AlignmentType.CENTER }));
      case "quote":
        return [paragraph([run(text, size.body)], { indent: { start: 720, end: 720 } })];
      case "table":
        return [table(rows, (cell) => paragraph([run(cell, size.body)]), rtl)];
      case "preformatted":
        return text.split("\n").map((line) => paragraph([run(line, size.body)], { spacing: { after: 0 } }));
      default:
        return [paragraph([...(leading && at === lead.at ? [leading] : []), run(text, size.body)])];
    }
  };

  const children = [
    title && paragraph([run(title, size.title, bold)], { heading: HeadingLevel.HEADING_1 }),
    subtitle && paragraph([run(subtitle, size.heading)]),
    credit && paragraph([run(credit, size.small)]),
    leading && lead.at === -1 && paragraph([leading]),
    ...article.blocks.flatMap(block),
  ].filter((child) => child !== null && child !== false && child !== "");
  const points = {
    level: 0,
    format: LevelFormat.BULLET,
    text: "•",
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 500, hanging: 300 } } },
  };
  const document = new Document({
    title: title ?? "",
    numbering: { config: [{ reference: "points", levels: [points] }] },
    sections: [{ children }],
  });
  return Packer.toBlob(document);
}

function table(rows: readonly (readonly string[])[], cell: (text: string) => Paragraph, rtl: boolean): Table {
  return new Table({
    visuallyRightToLeft: rtl,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: [cell(text)] })) })),
  });
}
