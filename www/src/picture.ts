/** The frame of one picture (picture.html): its address stands behind the `#`. */

const image = document.createElement("img");
image.referrerPolicy = "no-referrer";
image.alt = "";
image.src = decodeURIComponent(location.hash.slice(1));
document.body.append(image);
