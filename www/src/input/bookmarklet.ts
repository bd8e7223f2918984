/** The bookmarklet: from any open page, its markup and address are handed over to this one. */

import { h } from "../dom";
import { t } from "../i18n";
import { open } from "../session/actions";
import { openDialog } from "../shell/dialog";
import { say } from "../shell/notice";

/** What the two pages say to each other. */
const ready = "matn-ready";
const handed = "matn-page";

/** Behind the `#`: the page was opened by the bookmarklet. */
const sign = "#page";

/** Opens matn in a window and, when it says that it is ready, hands the page to it and to no other origin. */
function bookmarklet(): string {
  const here = new URL(`./${sign}`, location.href);
  const code = `(()=>{const w=open(${JSON.stringify(here.href)});addEventListener("message",function f(e){if(e.source!==w||e.data!==${JSON.stringify(ready)})return;removeEventListener("message",f);w.postMessage({kind:${JSON.stringify(handed)},html:document.documentElement.outerHTML,url:location.href},${JSON.stringify(here.origin)})})})()`;
  return `javascript:${encodeURIComponent(code)}`;
}

export function openBookmarklet(): void {
  openDialog(
    "bookmarklet",
    () => t("more.bookmarklet"),
    () => {
      // A click here would run it on this page, where the policy forbids it and it is of no use.
      const link = h(
        "a",
        {
          class: "main",
          href: bookmarklet(),
          onclick: (event: Event) => {
            event.preventDefault();
            say("bookmarklet.drag");
          },
        },
        t("bookmarklet.name"),
      );
      const copy = () =>
        void navigator.clipboard
          .writeText(bookmarklet())
          .then(() => say("said.copied", { form: t("more.bookmarklet") }));
      return [
        h("p", {}, t("bookmarklet.how")),
        h(
          "p",
          { class: "bookmarklet" },
          link,
          h("button", { type: "button", class: "quiet", onclick: copy }, t("bookmarklet.copy")),
        ),
        h("p", { class: "note" }, t("bookmarklet.private")),
      ];
    },
  );
}

/** Where the page was opened by the bookmarklet, asks its opener for the page and takes one answer. */
export function takeHandedPage(): void {
  const { opener } = window;
  if (location.hash !== sign || !opener) return;
  history.replaceState(null, "", location.pathname);
  const take = ({ source, data }: MessageEvent) => {
    if (source !== opener || data?.kind !== handed || typeof data.html !== "string") return;
    removeEventListener("message", take);
    const url = typeof data.url === "string" && /^https?:/.test(data.url) ? { url: data.url } : {};
    void open([{ html: data.html, ...url }]);
  };
  addEventListener("message", take);
  opener.postMessage(ready, "*");
}
