import { extract } from "matn";
import { MatnWorker } from "matn/worker";

extract(document);
extract(document.body, { url: location.href });
await new MatnWorker().extract(document, {}, { signal: AbortSignal.timeout(1000) });
