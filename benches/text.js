/** Urdu pages of any size, as people paste them: an article between a site's menus, lists and forms. */

const subjects = [
  "وزیر خزانہ نے قومی اسمبلی میں بتایا کہ",
  "ضلعی انتظامیہ کے ترجمان کے مطابق",
  "ماہرین کا کہنا ہے کہ",
  "محکمہ موسمیات نے خبردار کیا ہے کہ",
  "یونیورسٹی کے وائس چانسلر نے تقریب سے خطاب میں کہا کہ",
  "عالمی بینک کی تازہ رپورٹ میں کہا گیا ہے کہ",
  "صوبائی حکومت نے اعلان کیا ہے کہ",
];
const events = [
  "رواں مالی سال کے دوران ترقیاتی منصوبوں پر کام کی رفتار پہلے سے بہتر رہی",
  "دریا میں پانی کی سطح بلند ہونے سے نشیبی علاقوں کے مکین متاثر ہو سکتے ہیں",
  "نئی درسی کتابیں اگلے تعلیمی سال سے تمام سکولوں میں دستیاب ہوں گی",
  "شہر کے ہسپتالوں میں مریضوں کی تعداد گزشتہ ہفتے کے مقابلے میں کم ہوئی ہے",
  "برآمدات میں اضافے کے باعث زرمبادلہ کے ذخائر مستحکم ہو رہے ہیں",
];
const endings = [
  "، تاہم انہوں نے واضح کیا کہ حتمی فیصلہ مشاورت کے بعد ہی کیا جائے گا۔",
  " اور اس سلسلے میں تمام متعلقہ اداروں کو ہدایات جاری کر دی گئی ہیں۔",
  "، جس پر حزب اختلاف کے ارکان نے تحفظات کا اظہار کیا ہے۔",
];
// What real pastes bring along: Arabic letters, Latin marks, spaces before marks, zero-width characters.
const flaws = [
  (text) => text,
  (text) => text,
  (text) => text.replaceAll("ی", "ي"),
  (text) => text.replaceAll("ک", "ك").replaceAll("،", ","),
  (text) => text.replaceAll("۔", " ."),
  (text) => text.replaceAll(" کہ ", "  کہ\u200b "),
];
const head = ["صفحہ اول", "پاکستان", "کھیل", "کاروبار", "رابطہ کریں"];
const title = "ترقیاتی منصوبوں پر کام تیز کرنے کا فیصلہ، نئی کتابیں اگلے سال سے";
const tail = [
  "شیئر کریں",
  "Facebook",
  "WhatsApp",
  "مشہور خبریں۔",
  "اپنا تبصرہ بھیجیں",
  "نام",
  "ای میل",
  "جملہ حقوق محفوظ ہیں",
];

const pick = (list, at) => list[at % list.length];

function sentence(at) {
  const text = `${pick(subjects, at)} ${pick(events, at * 3 + (at >> 3))}${pick(endings, at + (at >> 2))}`;
  // A number in each, so that no paragraph is a repetition of another.
  return `${text} ${at + 12} کیسز اور ${at * 7 + 100} افراد اس میں شامل ہیں۔`;
}

function paragraph(at) {
  const sentences = Array.from({ length: 1 + (at % 3) }, (_, n) => sentence(at * 3 + n));
  return pick(flaws, at)(sentences.join(" "));
}

/** A pasted page of about so many bytes of UTF-8. */
export function page(bytes) {
  const count = new TextEncoder();
  const blocks = [...head, title, `اسلام آباد (خصوصی رپورٹ) ${paragraph(0)}`];
  let size = count.encode([...blocks, ...tail].join("\n\n")).length;
  for (let at = 1; size < bytes; at++) {
    const next = paragraph(at);
    size += count.encode(next).length + 2;
    blocks.push(next);
  }
  return [...blocks, ...tail].join("\n\n");
}
