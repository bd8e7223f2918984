/** The page put together: what stands where, and what is drawn anew when something changes. */

import "../styles/index.css";
import { engine } from "#engine";
import { h, refill } from "./dom";
import { keepHistory } from "./history/keep";
import { keepOverReload, takeUpReload } from "./history/reload";
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
import { hideWas, watchEdits } from "./reader/was";
import { comparePage } from "./review/compare";
import { closePanel, panelContent } from "./review/panel";
import { renew } from "./session/actions";
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
const panel = h("div", { class: "panel" });
/** Behind the sheet: a tap beside it closes it. */
const veil = h("div", { class: "veil", hidden: true, onclick: closePanel });
const busy = h("div", { class: "busy" });
const dropped = h("div", { class: "drop-here", "aria-hidden": "true" });

let drawnBar = "";
/** What was drawn last: the place to paste is not drawn anew while someone writes in it. */
let drawn: Drawn | undefined;

type Drawn = Pick<State, "present" | "problem"> & { language: string };

function draw(changed: ReadonlySet<keyof State>): void {
  const { settings, present, problem } = state;
  const { language } = settings;
  const before = drawn;
  // Set first: what is drawn below may change the state, and that draws again.
  drawn = { present, problem, language };
  const left = scrollY;
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
  const same = before && before.present === present && before.problem === problem && spoken === language;
  const needed =
    !same || ["draft", "view", "edits", "mark", "settings"].some((name) => changed.has(name as keyof State));
  if (needed) still(drawMain);
  if (needed || changed.has("sheet") || changed.has("part") || changed.size === 0) drawPanel();
  if (spoken !== undefined && spoken !== language && present) void renew();
  if (before && !same) arrive(before, left);
}

function drawMain(): void {
  stopSpeech();
  hideWas();
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

/** Draws with what is read kept where it is: the uppermost block or piece in sight that is there before and after. */
function still(redraw: () => void): void {
  const seen = scrollY > 0 ? inSight() : [];
  redraw();
  for (const [start, top] of seen) {
    const now = main.querySelector(`[data-start="${start}"]`)?.getBoundingClientRect().top;
    if (now === undefined) continue;
    if (now !== top) scrollBy({ top: now - top, behavior: "instant" });
    return;
  }
}

/** The places and tops of blocks and pieces in sight, looked up at points: most of a book is not laid out. */
function inSight(): Map<string, number> {
  const seen = new Map<string, number>();
  const { left, width } = main.getBoundingClientRect();
  for (let y = bar.offsetHeight + 4; y < innerHeight; y += 24) {
    const at = document.elementsFromPoint(left + width / 2, y).find((element) => main.contains(element));
    const part = at?.closest<HTMLElement>("[data-start]");
    if (part) seen.set(part.dataset.start ?? "", part.getBoundingClientRect().top);
  }
  return seen;
}

function drawPanel(): void {
  const article = current()?.article;
  const open =
    article !== undefined && !state.problem && state.view === "read" && (isWide() ? state.settings.panel : state.sheet);
  const sheet = open && !isWide();
  panel.hidden = !open;
  panel.classList.toggle("is-sheet", !isWide());
  veil.hidden = !sheet;
  document.documentElement.classList.toggle("has-sheet", sheet);
  for (const behind of [skip, bar, main]) behind.inert = sheet;
  panel.role = sheet ? "dialog" : "complementary";
  panel.ariaModal = sheet ? "true" : null;
  document.documentElement.classList.toggle("has-panel", open && isWide());
  refill(panel, open && article && panelContent(article));
}

/** How far the article was read over which a problem came. */
let readTo = 0;

/** A new article begins at its top, and the keyboard with it; one that was left for a moment goes on where it was. */
function arrive(before: Drawn, left: number): void {
  const { present, problem } = state;
  const same = before.present?.session.id === present?.session.id && before.present?.session.at === present?.session.at;
  if (same && before.problem === problem) return;
  if (!before.problem) readTo = left;
  scrollTo({ top: same && !problem ? readTo : 0, behavior: "instant" });
  // Whoever goes through a list goes on from its buttons.
  if (document.activeElement?.closest(".above")) return;
  // Whoever writes in the place to paste goes on writing, and hears the problem.
  if (problem && document.activeElement?.id === "place") return;
  const place = ["problem", "article", "list-title", "place"].map((id) => document.getElementById(id)).find(Boolean);
  place?.focus({ preventScroll: true });
}

function listen(): void {
  subscribe(draw);
  document.addEventListener("paste", onPaste);
  document.addEventListener("keydown", onKey);
  watchDrops(document.body);
  watchEdits(main);
  matchMedia("(min-width: 68rem)").addEventListener("change", () => draw(new Set()));
  addEventListener("hashchange", openPrivacy);
}

document.body.append(skip, bar, main, veil, panel, busy, dropped, noticePlace());
listen();
draw(new Set(["settings"]));
// Where a keyboard is on the screen, it would cover half of it.
if (matchMedia("(hover: hover)").matches) document.getElementById("place")?.focus();
keepHistory();
keepOverReload();
watchVoices();
watchNetwork();
openPrivacy();
takeHandedPage();
// The Worker starts while the reader still looks for her text, so that the first paste is read at once.
void engine.words("متن");
void unpack()
  .catch(() => undefined)
  .then(takeUpReload)
  .catch(() => undefined)
  .then(takeShared);
if (!__SINGLE__) void watchUpdates();
