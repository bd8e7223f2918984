/** Texts that the tests paste; all of them are made up. */

import { readFileSync } from "node:fs";

/** The sample of the page: an article with everything that a news page puts around it. */
export const sample = readFileSync(new URL("../../www/src/sample/sample.txt", import.meta.url), "utf8");

export const title = "دریائے سندھ کے کنارے پرندوں کی واپسی، ماہی گیروں نے خود نگہبانی شروع کر دی";

/** How often a text stands in another. */
export const times = (text: string, part: string): number => text.split(part).length - 1;

/** A page as a browser puts it into the clipboard: markup with headings, links, a list, and its text. */
export const page = {
  html: `<html><body>
<nav><a href="https://news.example/">صفحہ اول</a> <a href="https://news.example/sports">کھیل</a></nav>
<article><h1>چترال میں سیبوں کی فصل پر ژالہ باری، باغبانوں کو بھاری نقصان</h1>
<p>چترال (نمائندہ خصوصی) بالائی چترال کی تین وادیوں میں پیر کی شام ہونے والی ژالہ باری سے سیب کے باغات کو شدید نقصان پہنچا ہے۔</p>
<p>محکمہ زراعت کے مطابق <a href="https://agri.example/report">ابتدائی تخمینہ</a> چار کروڑ روپے کا ہے، اور ماہرین کی ٹیم منگل کو وادیوں کا دورہ کرے گی۔</p>
<h2>باغبان کیا کہتے ہیں</h2>
<p>مقامی باغبان شیر ولی خان نے کہا کہ <strong>دس منٹ میں سال بھر کی محنت</strong> زمین پر تھی، اور اب قرض کی قسط کا سوچنا پڑ رہا ہے۔</p>
<p>ضلعی انتظامیہ نے متاثرہ خاندانوں کی فہرست بنانے کا اعلان کیا ہے، جو جمعے تک مکمل کر لی جائے گی۔</p>
</article></body></html>`,
  text: `صفحہ اول کھیل

چترال میں سیبوں کی فصل پر ژالہ باری، باغبانوں کو بھاری نقصان

چترال (نمائندہ خصوصی) بالائی چترال کی تین وادیوں میں پیر کی شام ہونے والی ژالہ باری سے سیب کے باغات کو شدید نقصان پہنچا ہے۔

محکمہ زراعت کے مطابق ابتدائی تخمینہ چار کروڑ روپے کا ہے، اور ماہرین کی ٹیم منگل کو وادیوں کا دورہ کرے گی۔

باغبان کیا کہتے ہیں

مقامی باغبان شیر ولی خان نے کہا کہ دس منٹ میں سال بھر کی محنت زمین پر تھی، اور اب قرض کی قسط کا سوچنا پڑ رہا ہے۔

ضلعی انتظامیہ نے متاثرہ خاندانوں کی فہرست بنانے کا اعلان کیا ہے، جو جمعے تک مکمل کر لی جائے گی۔`,
  title: "چترال میں سیبوں کی فصل پر ژالہ باری، باغبانوں کو بھاری نقصان",
};

/** A short article of its own, told apart by a number. */
export const brief = (n: number): string => `گاؤں نمبر ${n} میں نئے کتب خانے کا افتتاح، بچوں کی بڑی تعداد شریک

خانیوال (نامہ نگار) گاؤں نمبر ${n} میں منگل کے روز ایک نئے کتب خانے کا افتتاح کیا گیا جس میں بچوں کے لیے دو ہزار کتابیں رکھی گئی ہیں۔

تقریب میں اساتذہ نے کہا کہ کتب خانہ ہر شام چار بجے سے آٹھ بجے تک کھلا رہے گا اور رکنیت مفت ہو گی۔

گاؤں کے لوگوں نے چندے سے الماریاں بنوائی ہیں، اور ایک ریٹائرڈ استاد نے اپنی ساری کتابیں یہاں رکھ دی ہیں۔`;

/** Two articles in one paste, the second behind a menu of its own. */
export const twoArticles = `${sample.trim()}



${brief(7)}
`;

/** A page saved with its parts: MIME, the markup as quoted-printable. */
export const mhtml = (() => {
  const quoted = [...new TextEncoder().encode(page.html)].map((byte) => {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    return plain || byte === 0x0a ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const lines = quoted
    .join("")
    .split("\n")
    .flatMap((line) => line.match(/(?:=..|[^=]){1,24}/g) ?? [""]);
  return [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://news.example/apples",
    "Subject: apples",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="--parts--"',
    "",
    "----parts--",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://news.example/apples",
    "",
    ...lines.map((line, at) => (at + 1 < lines.length ? `${line}=` : line)),
    "",
    "----parts----",
    "",
  ].join("\r\n");
})();
