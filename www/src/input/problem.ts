/** Why there is nothing to read, in sentences that say what to do; the pasted text stays where it was. */

import { type Child, h } from "../dom";
import { type Key, t } from "../i18n";
import { back, close, openAsItIs } from "../session/actions";
import { type Problem, state } from "../session/state";
import { sentenceOf } from "../shell/notice";
import { openBookmarklet } from "./bookmarklet";

export function problemCard(problem: Problem): HTMLElement {
  return h(
    "div",
    { class: `problem problem-${problem.kind}`, id: "problem", role: "alert", tabindex: -1 },
    sentences(problem),
  );
}

function sentences(problem: Problem): Child {
  if (problem.kind === "address") return address(problem.url);
  const { unread, asItIs } = problem;
  return [
    unread.map((one) => h("p", {}, sentenceOf(one))),
    h("p", {}, asItIs && button("problem.as-it-is", () => void openAsItIs(asItIs)), leave(asItIs === null)),
  ];
}

const button = (key: Key, act: () => void): HTMLElement =>
  h("button", { type: "button", class: "quiet", onclick: act }, t(key));

/** Back to the article, where there is one; else to the empty place, where that is offered. */
function leave(clears: boolean): Child {
  if (state.present) return button("problem.back", back);
  return clears && state.draft && button("problem.clear", close);
}

function address(url: string): Child {
  return [
    h("p", {}, t("problem.address")),
    h(
      "ol",
      {},
      h(
        "li",
        {},
        t("problem.address.open"),
        " ",
        h("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, new URL(url).host),
      ),
      h("li", {}, t("problem.address.copy")),
      h("li", {}, t("problem.address.paste")),
    ),
    h("p", {}, button("problem.address.bookmarklet", openBookmarklet), leave(true)),
  ];
}
