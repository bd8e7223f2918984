/** The page put together: what stands where, and what is drawn anew when something changes. */

import "../styles/index.css";
import { engine } from "#engine";
import { h, refill } from "./dom";
import { keepHistory } from "./history/keep";
import { speak, t } from "./i18n";
import { takeHandedPage } from "./input/bookmarklet";
import { onPaste, watchDrops } from "./input/clipboard";
import { pastePlace } from "./input/paste-place";
import { takeShared } from "./input/shared";
import { workCard } from "./input/work";
import { articlePage } from "./reader/article";
import { seekAgain } from "./reader/find";
import { aboveArticle, articleList, otherForm } from "./reader/list";
import { stopSpeech, watchVoices } from "./reader/speech";
import { comparePage } from "./review/compare";
import { panelContent } from "./review/panel";
import { renew } from "./session/actions";
import type { Outcome } from "./session/session";
import { current, type State, state, subscribe } from "./session/state";
import { show, store } from "./settings/settings";
import { barContent, barSign, isWide } from "./shell/bar";
import { onKey } from "./shell/keys";
import { noticePlace } from "./shell/notice";
import { openPrivacy } from "./shell/privacy";
import { unpack, watchNetwork, watchUpdates } from "./shell/update";

const skip = h("a", { class: "skip", href: "#main" });
const bar = h("header", { class: "bar" });
const main = h("main", { class: "main-place", id: "main", tabindex: -1 });
const panel = h("aside", { class: "panel" });
const busy = h("div", { class: "busy" });
const dropped = h("div", { class: "drop-here", "aria-hidden": "true" });

let drawnBar = "";
/** What was drawn last: the place to paste is not drawn anew while someone writes in it. */
let drawn: { present: Outcome | null; language: string } | undefined;

function draw(changed: ReadonlySet<keyof State>): void {
  const { settings, present } = state;
  const { language } = settings;
  const before = drawn;
  // Set first: what is drawn below may change the state, and that draws again.
  drawn = { present, language };
  const spoken = before?.language;
  if (changed.has("settings")) {
    show(settings);
    store(settings);
  }
  if (spoken !== language) {
    speak(language);
    skip.textContent = t("app.skip");
    dropped.textContent = t("drop.here");
    panel.setAttribute("aria-label", t("panel.title"));
  }
  if (drawnBar !== barSign()) {
    drawnBar = barSign();
    refill(bar, barContent());
    bar.setAttribute("aria-label", t("bar.title"));
  }
  refill(busy, state.work && workCard(state.work));
  main.setAttribute("aria-busy", String(state.work !== null));
  const same = before && before.present === present && spoken === language;
  const needed =
    !same || ["problem", "draft", "view", "edits", "mark", "settings"].some((name) => changed.has(name as keyof State));
  if (needed) drawMain();
  if (needed || changed.has("sheet") || changed.has("part") || changed.size === 0) drawPanel();
  if (spoken !== undefined && spoken !== language && present) void renew();
  if (!same) arrive(before?.present ?? null);
}

function drawMain(): void {
  stopSpeech();
  const { present, problem, view } = state;
  const found = current();
  document.documentElement.dataset.state = problem || !present ? "begin" : found ? view : "list";
  if (problem || !present) refill(main, pastePlace());
  else if (!found) refill(main, articleList(present));
  else {
    const above = [aboveArticle(present), otherForm(present, found.source)];
    refill(
      main,
      above,
      view === "compare" ? comparePage(present.session, found.source, found.article) : articlePage(found.article),
    );
  }
  seekAgain();
}

function drawPanel(): void {
  const article = current()?.article;
  const open =
    article !== undefined && !state.problem && state.view === "read" && (isWide() ? state.settings.panel : state.sheet);
  panel.hidden = !open;
  panel.classList.toggle("is-sheet", !isWide());
  document.documentElement.classList.toggle("has-panel", open && isWide());
  refill(panel, open && article && panelContent(article));
}

/** A new article begins at its top, and the keyboard with it. */
function arrive(before: Outcome | null): void {
  const { present } = state;
  const same = before?.session.id === present?.session.id && before?.session.at === present?.session.at;
  if (same) return;
  scrollTo({ top: 0, behavior: "instant" });
  const place = present
    ? (document.getElementById("article") ?? document.getElementById("list-title"))
    : document.getElementById("place");
  place?.focus({ preventScroll: true });
}

function listen(): void {
  subscribe(draw);
  document.addEventListener("paste", onPaste);
  document.addEventListener("keydown", onKey);
  watchDrops(document.body);
  matchMedia("(min-width: 68rem)").addEventListener("change", () => draw(new Set()));
  addEventListener("hashchange", openPrivacy);
}

document.body.append(skip, bar, main, panel, busy, dropped, noticePlace());
listen();
draw(new Set(["settings"]));
// Where a keyboard is on the screen, it would cover half of it.
if (matchMedia("(hover: hover)").matches) document.getElementById("place")?.focus();
keepHistory();
watchVoices();
watchNetwork();
openPrivacy();
takeHandedPage();
// The Worker starts while the reader still looks for her text, so that the first paste is read at once.
void engine.words("متن");
void unpack()
  .catch(() => undefined)
  .then(takeShared);
if (!__SINGLE__) void watchUpdates();
