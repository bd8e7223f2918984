/** What the page promises about the reader's text, and how everyone can see that it holds. */

import { h } from "../dom";
import { type Key, t } from "../i18n";
import { openDialog } from "./dialog";

const points = ["origins", "policy", "offline", "history", "speech", "pictures"] as const;

/** Opens where the address asks for it. */
export function openPrivacy(): void {
  if (location.hash !== "#privacy") return;
  history.replaceState(null, "", location.pathname + location.search);
  openDialog(
    "privacy",
    () => t("privacy.title"),
    () => [
      h("p", {}, t("privacy.promise")),
      __SINGLE__ && h("p", {}, t("privacy.single")),
      h(
        "ul",
        {},
        points.map((point) => h("li", {}, t(`privacy.${point}` as Key))),
      ),
      h("h3", {}, t("privacy.see")),
      h("p", {}, t("privacy.see.how")),
      h("pre", { dir: "ltr", lang: "en", class: "policy", tabindex: 0 }, policy()),
    ],
  );
}

/** The policy that this page was loaded with, as the browser has it. */
const policy = (): string =>
  (document.querySelector<HTMLMetaElement>("meta[http-equiv=Content-Security-Policy]")?.content ?? "")
    .split(";")
    .map((rule) => rule.trim())
    .join(";\n");
