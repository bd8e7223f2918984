import { extract } from "matn";
import pasted from "./pasted.json";

globalThis.outcome = extract(pasted);
