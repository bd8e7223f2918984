/**
 * Reading aloud, sentence by sentence. Offered only where this device itself has an Urdu voice: a voice
 * that is not `localService` would send the text away.
 */

import { engine } from "#engine";
import { h } from "../dom";
import { t } from "../i18n";
import { current, state, update } from "../session/state";
import { roundButton } from "../shell/round";
import { highlight, locate, reveal } from "./ranges";

interface Sentence {
  text: string;
  range: Range;
}

let sentences: Sentence[] = [];
let at = 0;
let player: HTMLElement | undefined;
/** Counts runs, so that the end of a sentence that was broken off starts no other. */
let run = 0;

const voice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && /^ur\b/i.test(lang.replace("_", "-")));

export const canSpeak = (): boolean => voice() !== undefined;
export const isSpeaking = (): boolean => player !== undefined;

/** Voices come after the page: the button appears when they are there. */
export function watchVoices(): void {
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => update({}));
}

export function toggleSpeech(): void {
  if (player) stopSpeech();
  else void start();
}

async function start(): Promise<void> {
  const article = current()?.article;
  if (!article) return;
  sentences = [];
  at = 0;
  for (const element of document.querySelectorAll(
    "#article .head h1:not(.unseen), #article .standfirst, #article .text",
  )) {
    const located = locate(element);
    if (located.text.trim() === "") continue;
    for (const { text, start, end } of await engine.sentences(located.text))
      sentences.push({ text, range: located.range(start, end) });
  }
  if (sentences.length === 0) return;
  player = h("div", { class: "player", role: "group", "aria-label": t("speech.player") });
  document.querySelector(".bar")?.after(player);
  showPlayer(false);
  update({});
  speak();
}

function showPlayer(paused: boolean): void {
  player?.replaceChildren(
    roundButton("speech.previous", "previous", () => jump(-1)),
    paused ? roundButton("speech.resume", "play", resume) : roundButton("speech.pause", "pause", pause),
    roundButton("speech.next", "next", () => jump(1)),
    roundButton("speech.stop", "stop", stopSpeech),
  );
}

function speak(): void {
  const sentence = sentences[at];
  const local = voice();
  if (!sentence || !local) {
    stopSpeech();
    return;
  }
  run += 1;
  const mine = run;
  highlight("spoken", [sentence.range]);
  reveal(sentence.range);
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.voice = local;
  utterance.lang = local.lang;
  const next = () => {
    if (mine !== run) return;
    at += 1;
    speak();
  };
  utterance.addEventListener("end", next);
  utterance.addEventListener("error", next);
  speechSynthesis.speak(utterance);
}

function jump(step: number): void {
  run += 1;
  speechSynthesis.cancel();
  at = Math.min(Math.max(at + step, 0), sentences.length - 1);
  showPlayer(false);
  speak();
}

function pause(): void {
  speechSynthesis.pause();
  showPlayer(true);
}

function resume(): void {
  speechSynthesis.resume();
  showPlayer(false);
}

/** Ends the reading: its ranges lead nowhere once another article is drawn. */
export function stopSpeech(): void {
  if (!player) return;
  run += 1;
  speechSynthesis.cancel();
  highlight("spoken", []);
  player.remove();
  player = undefined;
  if (state.present) update({});
}
