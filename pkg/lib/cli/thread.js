/** A thread of the command line: takes a task, answers, takes the next. */

import { parentPort } from "node:worker_threads";
import { convert } from "./convert.js";
import { answerLines } from "./records.js";

const works = { file: convert, lines: answerLines };

parentPort.on("message", async ({ work, ...task }) => {
  const answer = await works[work](task);
  parentPort.postMessage(answer, answer.bytes ? [answer.bytes.buffer] : []);
});
