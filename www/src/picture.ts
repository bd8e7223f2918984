/** The frame of one picture (picture.html): its address stands behind the `#`. */

const image = document.createElement("img");
image.referrerPolicy = "no-referrer";
image.alt = "";
// The page around the frame puts its button back (reader/picture-frame.ts).
image.addEventListener("error", () => parent.postMessage("picture-failed", location.origin));
image.src = decodeURIComponent(location.hash.slice(1));
document.body.append(image);
