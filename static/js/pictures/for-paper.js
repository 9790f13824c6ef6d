/**
 * Pictures that paper alone shows: at hand as soon as the screen has the same, where that costs
 * nothing, else asked for when the page is printed. One that did not come is asked for again, so that
 * it is on the next sheet: a browser asks only once, and does not wait for long.
 */

import { waitBefore } from "../core/again.js";

class ForPaper {
  constructor(image) {
    this.image = image;
    this.attempt = 0;
    image.addEventListener("error", () => this.failed());
    this.onScreen = image.previousElementSibling?.querySelector("img");
    this.onScreen?.addEventListener("load", () => this.take());
    this.take();
  }

  /** What the screen has already is not carried again. */
  take() {
    const { onScreen, image } = this;
    if (onScreen?.naturalWidth && onScreen.currentSrc === image.src) this.bring();
  }

  bring() {
    this.image.loading = "eager";
  }

  failed() {
    const wait = waitBefore(this.attempt);
    if (Number.isNaN(wait)) return;
    this.attempt += 1;
    setTimeout(() => {
      this.image.src = `${this.image.src}`;
    }, wait);
  }
}

const all = Array.from(document.querySelectorAll("img.on-paper-alone"), (one) => new ForPaper(one));
addEventListener("beforeprint", () => {
  for (const one of all) one.bring();
});
