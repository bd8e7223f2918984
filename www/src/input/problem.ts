/** Why there is nothing to read, in sentences that say what to do; the pasted text stays where it was. */

import { type Child, h } from "../dom";
import { type Key, t } from "../i18n";
import { openAsItIs } from "../session/actions";
import { type Problem, update } from "../session/state";
import { openBookmarklet } from "./bookmarklet";

export function problemCard(problem: Problem): HTMLElement {
  return h("div", { class: `problem problem-${problem.kind}`, id: "problem", role: "alert" }, sentences(problem));
}

function sentences(problem: Problem): Child {
  if (problem.kind === "address") return address(problem.url);
  if (problem.kind === "file")
    return h("p", {}, t("error.of", { name: problem.name, sentence: t("error.not-readable") }));
  const { missed, session } = problem;
  return [
    missed.map(({ source, failure }) => {
      const name = session.sources[source]?.name;
      const sentence = t(`error.${failure.code}` as Key);
      return h("p", {}, name ? t("error.of", { name, sentence }) : sentence);
    }),
    missed.some(({ failure }) => failure.blocks) &&
      h(
        "p",
        {},
        h("button", { type: "button", class: "quiet", onclick: () => void openAsItIs(session) }, t("problem.as-it-is")),
      ),
  ];
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
    h(
      "p",
      {},
      h("button", { type: "button", class: "quiet", onclick: openBookmarklet }, t("problem.address.bookmarklet")),
      h(
        "button",
        { type: "button", class: "quiet", onclick: () => update({ problem: null, draft: "" }) },
        t("problem.clear"),
      ),
    ),
  ];
}
