/** What stands in the place of a map that cannot be drawn: the reason, and the server's picture. */

/** The server's picture, in the reader's color scheme and whenever that changes. */
function pictureOf(address, alt, page) {
  const picture = page.createElement("picture");
  const dark = page.createElement("source");
  dark.media = "screen and (prefers-color-scheme: dark)";
  dark.srcset = `${address}&scheme=dark`;
  const light = page.createElement("img");
  light.src = address;
  light.alt = alt;
  picture.append(dark, light);
  return picture;
}

/** Say plainly what went wrong, and show the server's picture instead. */
export function giveUp(config, error, page = document) {
  const box = page.getElementById("map-error");
  const mismatch = error.name === "GeometryMismatch";
  box.textContent = mismatch ? config.words.mismatch : config.words.failed;
  box.hidden = false;
  const map = page.getElementById("map");
  // The sentence above says what it shows: who hears the page need not hear it twice.
  const alt = map.getAttribute("aria-label");
  map.replaceChildren(pictureOf(config.addresses.picture, alt, page));
}
