export * from "./inline.js";
