/** The page's engine: everything that reads an article runs in a Worker, so the page never stands still. */

import { MatnWorker } from "matn/worker";
import type { Engine } from "./engine";

export const engine: Engine = new MatnWorker();
