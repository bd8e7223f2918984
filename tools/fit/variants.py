"""Labelled pages made harder: short articles, long comments, lists of other stories with sentences, pages without names."""

import random
import re

import lxml.html

SENTENCE = re.compile(r"[^.!?۔؟]{30,}[.!?۔؟]")
BLOCKS = ("p", "li", "div", "td", "blockquote", "h2", "h3")
NAMES = ("Ali Khan", "sara_92", "Anonymous", "محمد بلال", "J. Smith", "عائشہ", "Guest", "Reader 7", "حمزہ علی", "Tom")
DATES = ("November 19, 2019 at 4:12 pm", "2 days ago", "19 نومبر 2019", "Nov 18, 2019 11:24pm", "۳ گھنٹے پہلے", "3 hours ago")
COMMENTS = (
    ("div", "comments", "div", "comment"), ("ol", "commentlist", "li", "comment"), ("section", "comments-area", "article", "comment-body"),
    ("div", "disqus_thread", "div", "post"), ("ul", "comment-list", "li", "comment even"), ("div", "readers-comments", "div", "reply"),
    ("div", "responses", "div", "response"), ("div", "fb-comments", "div", "comment-item"), ("div", "tabsray", "div", "tabsra"))
STORIES = (
    ("div", "related", "div", "item"), ("aside", "sidebar", "div", "widget"), ("ul", "latest-news", "li", ""), ("div", "most-popular", "article", "teaser"),
    ("section", "more-stories", "div", "card"), ("div", "recommended", "div", "recommendation"), ("div", "breaking-news", "li", ""), ("div", "widget", "div", "post"))


def sentences(texts):
    """Sentences of some bodies, to fill comments and teasers of other pages with."""
    return [found.strip() for text in texts for found in SENTENCE.findall(text)]


def made(markup, body, others, seed):
    """One variant of a page, as markup."""
    chance = random.Random(seed)
    page = lxml.html.document_fromstring(markup.encode("utf8"), parser=lxml.html.HTMLParser(encoding="utf8"))
    blocks = body_blocks(page, body)
    if blocks and chance.random() < 0.7:
        blocks = shrink(blocks, chance)
    home = common_ancestor(blocks)
    if home is not None and others:
        if chance.random() < 0.6:
            place(home, comments(others, chance), chance, after=True)
        if chance.random() < 0.5:
            place(home, stories(others, chance), chance, after=chance.random() < 0.5)
    if chance.random() < 0.2:
        for element in page.iter():
            if isinstance(element.tag, str):
                element.attrib.pop("class", None)
                element.attrib.pop("id", None)
                element.attrib.pop("itemprop", None)
    if chance.random() < 0.5:
        for script in page.xpath("//script[contains(@type, 'ld+json')]"):
            script.getparent().remove(script)
    return lxml.html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")


def body_blocks(page, body):
    """The innermost blocks whose text is the body's."""
    squeezed = "".join(re.findall(r"\w+", body))
    found = []
    for element in page.iter(*BLOCKS):
        if any(child.tag in BLOCKS for child in element.iterdescendants() if isinstance(child.tag, str)):
            continue
        letters = "".join(re.findall(r"\w+", element.text_content()))
        if len(letters) > 20 and letters in squeezed:
            found.append(element)
    return found


def shrink(blocks, chance):
    """Takes most paragraphs of the body away; returns those that stay."""
    keep = max(1, round(len(blocks) * chance.uniform(0.1, 0.6)))
    kept = set(range(keep)) if chance.random() < 0.6 else set(chance.sample(range(len(blocks)), keep))
    for at, block in enumerate(blocks):
        if at not in kept and block.getparent() is not None:
            block.drop_tree()
    return [block for at, block in enumerate(blocks) if at in kept]


def common_ancestor(blocks):
    if not blocks:
        return None
    around = [set(block.iterancestors()) for block in blocks]
    shared = set.intersection(*around)
    return next((up for up in blocks[0].iterancestors() if up in shared), None)


def place(home, element, chance, after):
    """Puts an element beside the article, or farther out."""
    for _ in range(chance.choice((0, 0, 1, 2, 3))):
        up = home.getparent()
        if up is None or up.tag in ("body", "html"):
            break
        home = up
    if home.tag in ("body", "html", "td", "tr", "table", "tbody") or home.getparent() is None or chance.random() < 0.25:
        home.append(element) if after else home.insert(0, element)
    elif after:
        home.addnext(element)
    else:
        home.addprevious(element)


def element(tag, name, chance):
    made = lxml.html.Element(tag)
    if name and chance.random() < 0.9:
        made.set("class" if chance.random() < 0.8 else "id", name)
    return made


def comments(others, chance):
    tag, name, inner, inner_name = chance.choice(COMMENTS)
    outer = element(tag, name, chance)
    if chance.random() < 0.7:
        head = lxml.html.Element("h3")
        head.text = chance.choice(("Comments", "تبصرے", "12 Comments", "Responses", "قارئین کی رائے"))
        outer.append(head)
    for _ in range(chance.randint(2, 14)):
        item = element(inner, inner_name, chance)
        who = element("div", chance.choice(("comment-author", "meta", "author", "")), chance)
        who.text = chance.choice(NAMES) + " " + chance.choice((chance.choice(DATES), "", "said:"))
        item.append(who)
        inside = element("div", chance.choice(("comment-content", "text", "")), chance) if chance.random() < 0.5 else item
        if inside is not item:
            item.append(inside)
        for _ in range(chance.randint(1, 4)):
            paragraph = lxml.html.Element(chance.choice(("p", "p", "div")))
            paragraph.text = " ".join(chance.sample(others, min(len(others), chance.randint(1, 4))))
            inside.append(paragraph)
        outer.append(item)
    return outer


def stories(others, chance):
    tag, name, inner, inner_name = chance.choice(STORIES)
    outer = element(tag, name, chance)
    head = lxml.html.Element(chance.choice(("h2", "h3", "div")))
    head.text = chance.choice(("Related", "مزید خبریں", "Most read", "تازہ ترین", "Latest", "Also read", "یہ بھی پڑھیں"))
    outer.append(head)
    for _ in range(chance.randint(3, 10)):
        item = element(inner, inner_name, chance)
        title = lxml.html.Element("a")
        title.set("href", "/story")
        title.text = " ".join(chance.choice(others).split()[:10])
        holder = lxml.html.Element(chance.choice(("h3", "h4", "div", "p")))
        holder.append(title)
        item.append(holder)
        if chance.random() < 0.7:
            snippet = lxml.html.Element(chance.choice(("p", "div", "span")))
            snippet.text = " ".join(chance.sample(others, min(len(others), chance.randint(1, 2))))
            item.append(snippet)
        outer.append(item)
    return outer
