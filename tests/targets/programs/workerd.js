import { extract } from "matn";
import pasted from "./pasted.json";

export default {
  fetch() {
    return Response.json(extract(pasted));
  },
};
