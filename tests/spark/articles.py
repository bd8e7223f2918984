"""Pages of made-up news, each another one and each always the same."""

import random

PLACES = ["کراچی", "لاہور", "پشاور", "کوئٹہ", "ملتان", "فیصل آباد", "حیدرآباد", "سکھر"]
SUBJECTS = ["صوبائی حکومت", "شہری انتظامیہ", "محکمہ تعلیم", "محکمہ صحت", "ریلوے کے حکام", "کسان تنظیموں", "تاجر برادری"]
THINGS = ["نئی سڑک", "پانی کے منصوبے", "سرکاری اسکولوں", "ہسپتال کی عمارت", "بس سروس", "سبزی منڈی", "عجائب گھر"]
DEEDS = [
    "کے بارے میں تفصیلی رپورٹ پیش کی ہے",
    "کی تعمیر اگلے ماہ شروع کرنے کا اعلان کیا ہے",
    "کے لیے مزید رقم مختص کرنے کا مطالبہ کیا ہے",
    "کی مرمت مکمل ہونے کی تصدیق کی ہے",
]
ENDS = [
    "شہریوں نے اس فیصلے پر اطمینان کا اظہار کیا اور امید ظاہر کی کہ کام وقت پر مکمل ہو گا۔",
    "ماہرین کا کہنا ہے کہ اس سے ہزاروں خاندانوں کی روزمرہ زندگی آسان ہو جائے گی۔",
    "اجلاس میں یہ بھی طے پایا کہ پیش رفت کا جائزہ ہر ہفتے لیا جائے گا۔",
]
HEAD = ["صفحہ اول", "پاکستان", "کھیل", "رابطہ کریں"]
TAIL = ["شیئر کریں", "فیس بک", "واٹس ایپ", "جواب دیں"]


def page(number):
    """A page as it is pasted: menu, headline, dateline, paragraphs, share buttons."""
    chance = random.Random(number)
    subject, thing, deed = chance.choice(SUBJECTS), chance.choice(THINGS), chance.choice(DEEDS)
    title = f"{subject} کا {thing} سے متعلق اہم فیصلہ، نمبر {number}"
    first = f"{chance.choice(PLACES)} (نمائندہ خصوصی) {subject} نے {thing} {deed}، جس پر {number} افراد نے رائے دی۔"
    body = [paragraph(chance) for _ in range(chance.randint(3, 8))]
    return "\n\n".join([*HEAD, title, first, *body, *TAIL])


def paragraph(chance):
    sentences = [
        f"{chance.choice(SUBJECTS)} نے {chance.choice(THINGS)} {chance.choice(DEEDS)}۔" for _ in range(chance.randint(1, 3))
    ]
    return " ".join([*sentences, chance.choice(ENDS)])
