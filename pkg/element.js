import { blockElements } from "./lib/element/blocks.js";
import { messages } from "./lib/element/messages.js";
import { sheet } from "./lib/element/style.js";

// Where there is no HTMLElement, as on a server, the module can still be imported.
const Base = globalThis.HTMLElement ?? class {};

/**
 * `<matn-article>`: shows the Article in its property `article`. Every node is built, no markup is parsed, so
 * nothing in an article can run. The button beside a removed piece sends `matn-restore` with `detail.index`.
 */
export class MatnArticleElement extends Base {
  static observedAttributes = ["language"];
  #article = null;

  get article() {
    return this.#article;
  }

  set article(article) {
    this.#article = article ?? null;
    this.#show();
  }

  /** Language of its own words: "en" or "ur". */
  get language() {
    return this.getAttribute("language") === "ur" ? "ur" : "en";
  }

  set language(language) {
    this.setAttribute("language", language);
  }

  connectedCallback() {
    // A value set before the element was defined hides the accessor.
    if (Object.hasOwn(this, "article")) {
      const { article } = this;
      delete this.article;
      this.article = article;
    }
    this.#show();
  }

  attributeChangedCallback() {
    this.#show();
  }

  #show() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet(this.ownerDocument.defaultView ?? globalThis)];
    root.replaceChildren(...(this.#article ? [this.#main(), ...this.#removed()] : []));
  }

  #main() {
    const { title, subtitle, byline, published, dateline, blocks, lang, dir, url } = this.#article;
    const main = this.#make("article", { lang, dir });
    if (title !== null) main.append(this.#make("h1", { part: "title" }, title));
    if (subtitle !== null) main.append(this.#make("p", { part: "subtitle" }, subtitle));
    if (byline.length > 0) main.append(this.#make("p", { part: "byline" }, byline.join(lang === "ur" ? "، " : ", ")));
    if (published !== null) main.append(this.#make("time", { part: "date", datetime: published }, published));
    const body = this.#make("div", { part: "body" }, ...blockElements(this.ownerDocument, blocks, url));
    const place = dateline && this.#make("span", { part: "dateline" }, datelineText(dateline));
    if (place) {
      const first = body.firstElementChild;
      if (first?.localName === "p") first.prepend(place, " ");
      else body.prepend(place);
    }
    main.append(body);
    return main;
  }

  #removed() {
    const { removed, dir, lang } = this.#article;
    if (removed.length === 0) return [];
    const words = messages[this.language];
    const entries = removed.map((piece, index) => {
      const button = this.#make("button", { type: "button" }, words.restore);
      button.addEventListener("click", () => {
        this.dispatchEvent(new CustomEvent("matn-restore", { detail: { index }, bubbles: true, composed: true }));
      });
      const text = this.#make("blockquote", { lang, dir }, piece.text);
      return this.#make("li", {}, text, this.#make("p", {}, piece.reason), button);
    });
    const list = this.#make("ul", {}, ...entries);
    const own = { part: "removed", lang: this.language, dir: words.dir };
    return [this.#make("details", own, this.#make("summary", {}, `${words.removed} (${removed.length})`), list)];
  }

  #make(name, attributes, ...children) {
    const element = this.ownerDocument.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }
}

function datelineText({ place, agency }) {
  if (place === null) return `(${agency})`;
  return agency === null ? `${place}:` : `${place} (${agency})`;
}

globalThis.customElements?.define("matn-article", MatnArticleElement);
