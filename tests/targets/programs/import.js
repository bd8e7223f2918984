import { extract } from "matn";
import pasted from "./pasted.json" with { type: "json" };

console.log(JSON.stringify(extract(pasted)));
