import { MatnWorker } from "matn/worker";
import pasted from "./pasted.json" with { type: "json" };

const worker = new MatnWorker();
console.log(JSON.stringify(await worker.extract(pasted)));
worker.close();
