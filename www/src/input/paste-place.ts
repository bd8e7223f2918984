/** The empty page: a large place to paste, three ways to begin, one sentence of privacy. */

import { h } from "../dom";
import { direction, t } from "../i18n";
import { icon } from "../icons";
import sample from "../sample/sample.txt?raw";
import { open } from "../session/actions";
import { state } from "../session/state";
import { pasteByButton, pickFiles } from "./clipboard";
import { problemCard } from "./problem";

export function pastePlace(): HTMLElement {
  const { draft, problem } = state;
  const field = h("textarea", {
    id: "place",
    class: "place",
    lang: "ur",
    dir: draft ? "auto" : direction(),
    spellcheck: "false",
    placeholder: t("begin.place"),
    "aria-label": t("begin.place"),
    "aria-describedby": problem ? "problem" : null,
    "data-keep": "place",
    value: draft,
    oninput: () => {
      state.draft = field.value;
      field.dataset.touched = "";
      field.dir = field.value ? "auto" : direction();
      read.hidden = field.value.trim() === "";
    },
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void open([{ text: field.value }], field.value);
    },
  });
  const read = h(
    "button",
    {
      type: "button",
      class: "main",
      id: "read",
      hidden: draft.trim() === "",
      onclick: () => void open([{ text: field.value }], field.value),
    },
    t("begin.read"),
  );
  return h(
    "section",
    { class: "begin", "aria-labelledby": "begin-title" },
    h("h1", { id: "begin-title" }, t("begin.title")),
    h("div", { class: "place-frame" }, field, read),
    problem && problemCard(problem),
    h(
      "div",
      { class: "ways" },
      h(
        "button",
        { type: "button", class: "way", id: "way-paste", onclick: () => void pasteByButton() },
        icon("paste"),
        t("begin.paste"),
      ),
      h("button", { type: "button", class: "way", id: "way-file", onclick: pickFiles }, icon("file"), t("begin.file")),
      h(
        "button",
        { type: "button", class: "way", id: "way-sample", onclick: () => void open([{ text: sample }]) },
        icon("book"),
        t("begin.sample"),
      ),
    ),
    h(
      "p",
      { class: "privacy" },

      icon("lock"),
      t("begin.privacy"),
      " ",
      h("a", { href: "#privacy", "data-keep": "privacy" }, t("begin.tested")),
    ),
  );
}
