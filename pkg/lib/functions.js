/** What every entry exports beside its own `init`. */
export {
  extract,
  extractAll,
  MatnError,
  normalize,
  parseDate,
  parseDateline,
  remove,
  render,
  restore,
  sentences,
  sourceText,
  words,
} from "./api.js";
