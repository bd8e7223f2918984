/** What was set right in the text, by kind: how often, a switch for each, and a mark in its place. */

import type { Article, ChangeKind, NormalizeOptions } from "matn";
import { type Child, h } from "../dom";
import { counted, t } from "../i18n";
import { setRight } from "../session/actions";
import { state, update } from "../session/state";
import { toggle } from "./toggle";

/** Kinds that are either on or off, with what they are unless the reader decides. */
const switched: readonly [Extract<ChangeKind, keyof NormalizeOptions>, boolean][] = [
  ["letters", true],
  ["invisible", true],
  ["entities", true],
  ["spacing", true],
  ["punctuation", true],
  ["encoding", true],
  ["spelling", false],
];

export function changesPart(article: Article): Child {
  const chosen = state.present?.session.normalize ?? {};
  return [
    h(
      "div",
      { class: "group-head shown-in-place" },
      h("h2", {}, t("changes.show")),
      toggle("edits", t("changes.show"), state.edits, (edits) => update({ edits })),
    ),
    h("p", { class: "note" }, t("changes.note")),
    switched.map(([kind, usual]) => {
      const on = (chosen[kind] as boolean | undefined) ?? usual;
      return kindRow(
        article,
        kind,
        toggle(
          `kind-${kind}`,
          t("changes.switch", { kind: t(`kind.${kind}`) }),
          on,
          (value) => void setRight(kind, value),
        ),
      );
    }),
    kindRow(
      article,
      "digits",
      choice("digits", ["keep", "urdu", "western"], chosen.digits ?? "keep", (value) => void setRight("digits", value)),
    ),
    kindRow(
      article,
      "diacritics",
      choice(
        "diacritics",
        ["keep", "strip"],
        chosen.diacritics ?? "keep",
        (value) => void setRight("diacritics", value),
      ),
    ),
  ];
}

function kindRow({ changes }: Article, kind: ChangeKind, control: HTMLElement): HTMLElement {
  const count = changes.find((change) => change.kind === kind)?.count ?? 0;
  return h(
    "section",
    { class: "kind", "data-kind": kind },
    h(
      "div",
      { class: "group-head" },
      h(
        "h2",
        {},
        h("span", { class: "kind-dot", "aria-hidden": "true" }),
        // Without a space between them its letters would join those of the name.
        `${t(`kind.${kind}`)} `,
        h("span", { class: "count times" }, count > 0 ? counted("changes.times", count) : t("changes.none")),
      ),
      control,
    ),
    h("p", { class: "note" }, t(`kind.${kind}.about`)),
  );
}

function choice<T extends string>(
  kind: "digits" | "diacritics",
  values: readonly T[],
  chosen: T,
  change: (value: T) => void,
): HTMLElement {
  const select = h(
    "select",
    { "aria-label": t(`kind.${kind}`), "data-keep": `choice-${kind}`, onchange: () => change(select.value as T) },
    values.map((value) => h("option", { value, selected: value === chosen }, t(`${kind}.${value}` as "digits.keep"))),
  );
  return select;
}
