import type { Article, ExtractOptions } from "matn";
import { extract } from "matn";
import pasted from "./pasted.json" with { type: "json" };

const options: ExtractOptions = { language: "en" };
const article: Article = extract(pasted, options);
console.log(JSON.stringify(article));
