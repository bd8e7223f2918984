/** Undo and redo, told to the reader. */

import { t } from "../i18n";
import { timeline } from "../session/actions";
import { say } from "./notice";

export async function undo(): Promise<void> {
  const step = await timeline.undo();
  if (step) say("said.undone", { step: t(step.name) });
}

export async function redo(): Promise<void> {
  const step = await timeline.redo();
  if (step) say("said.redone", { step: t(step.name) });
}
