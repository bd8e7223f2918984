import matn = require("matn");

const article: matn.Article = matn.extract("متن", { language: "en" });
const title: string | null = article.title;
void title;
