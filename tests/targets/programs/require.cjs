const { extract } = require("matn");

console.log(JSON.stringify(extract(require("./pasted.json"))));
