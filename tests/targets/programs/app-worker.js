import { MatnWorker } from "matn/worker";
import pasted from "./pasted.json";

const worker = new MatnWorker();
worker.extract(pasted).then((article) => {
  globalThis.outcome = article;
  worker.close();
});
