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
import { dateIn } from "../i18n";
import { leadOf } from "../reader/dateline";
import { turned } from "../reader/direction";
import { latinIn } from "../reader/latin";

/** Half-points, as Word counts. */
const size = { title: 44, heading: 32, body: 28, small: 22 };

/** Fonts that Urdu readers have; Word takes its own where this one is missing. */
const face = { ascii: "Calibri", hAnsi: "Calibri", cs: "Jameel Noori Nastaleeq", eastAsia: "Calibri" };

export function wordFile(article: Article): Promise<Blob> {
  const rtl = article.dir === "rtl";
  const part = (text: string, half: number, rightToLeft: boolean, more: IRunOptions = {}) =>
    new TextRun({
      text,
      rightToLeft,
      font: face,
      size: half,
      sizeComplexScript: half,
      language: { value: "en-US", bidirectional: "ur-PK" },
      ...more,
    });
  const runs = (text: string, half: number, more: IRunOptions = {}) =>
    rtl
      ? partsOf(text).map(({ text: one, isLatin }) => part(one, half, !isLatin, more))
      : [part(text, half, false, more)];
  const bold = { bold: true, boldComplexScript: true };
  const paragraph = (children: TextRun[], more: IParagraphOptions = {}) =>
    new Paragraph({ bidirectional: rtl, alignment: AlignmentType.START, spacing: { after: 200 }, ...more, children });
  const line = (text: string, half: number, more: IParagraphOptions = {}, weight: IRunOptions = {}) =>
    paragraph(runs(text, half, weight), { bidirectional: rtl && !turned(text).dir, ...more });
  const { title, subtitle, byline, published } = article;
  const credit = [byline.join("، "), published && dateIn(published, article.lang)].filter(Boolean).join(" | ");
  const lead = leadOf(article);
  const leading = lead && runs(lead.text + lead.gap, size.body, bold);

  const block = (one: Block, at: number): (Paragraph | Table)[] => {
    const { kind, text, items = [], rows = [], verses = [] } = one;
    switch (kind) {
      case "image":
        return [];
      case "heading":
        return [line(text, size.heading, { heading: HeadingLevel.HEADING_2 }, bold)];
      case "list":
        return items.map((item) => line(item, size.body, { numbering: { reference: "points", level: 0 } }));
      case "verse":
        return verses.map((verse) => line(verse, size.body, { alignment: AlignmentType.CENTER }));
      case "quote":
        return [line(text, size.body, { indent: { start: 720, end: 720 } })];
      case "table":
        return [table(rows, (cell) => line(cell, size.body), rtl)];
      case "preformatted":
        return text.split("\n").map((one) => line(one, size.body, { spacing: { after: 0 } }));
      default:
        return [leading && at === lead.at ? paragraph([...leading, ...runs(text, size.body)]) : line(text, size.body)];
    }
  };

  const children = [
    title && line(title, size.title, { heading: HeadingLevel.HEADING_1 }, bold),
    subtitle && line(subtitle, size.heading),
    credit && line(credit, size.small),
    leading && lead.at === -1 && paragraph(leading),
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

/** A text in stretches of one direction each, as Word wants its runs. */
function partsOf(text: string): { text: string; isLatin: boolean }[] {
  const cuts = latinIn(text);
  const parts = cuts.flatMap(([start, end], at) => [
    { text: text.slice(cuts[at - 1]?.[1] ?? 0, start), isLatin: false },
    { text: text.slice(start, end), isLatin: true },
  ]);
  parts.push({ text: text.slice(cuts.at(-1)?.[1] ?? 0), isLatin: false });
  return parts.filter((part) => part.text !== "");
}

function table(rows: readonly (readonly string[])[], cell: (text: string) => Paragraph, rtl: boolean): Table {
  return new Table({
    visuallyRightToLeft: rtl,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: [cell(text)] })) })),
  });
}
