import matn = require("matn");
import pasted = require("./pasted.json");

const article: matn.Article = matn.extract(pasted as unknown as string);
console.log(JSON.stringify(article));
