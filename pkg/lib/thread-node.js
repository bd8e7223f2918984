/** The worker of Node, Deno and Bun. */

import { parentPort } from "node:worker_threads";
import * as functions from "../index.js";
import { answer } from "./answer.js";

parentPort.on("message", (request) => answer(functions, request, (message) => parentPort.postMessage(message)));
