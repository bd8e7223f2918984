/** The element's own words. */
export const messages = {
  en: { dir: "ltr", removed: "Removed", restore: "Put back" },
  ur: { dir: "rtl", removed: "ہٹایا گیا", restore: "واپس لائیں" },
};
