/** Source of worker-thread.js, the worker of browsers: one file, since bundlers copy it without looking inside. */

import { answer } from "./answer.js";
import * as functions from "./inline.js";

globalThis.onmessage = ({ data }) => answer(functions, data, (message) => globalThis.postMessage(message));
