/**
 * Pictures that paper alone shows: at hand as soon as the screen has the same, where that costs
 * nothing; else, where there is a mouse and no wish to save data, when the page has come to rest, one
 * after the other, for a browser that prints waits for none; else when the page is printed. One that
 * did not come is asked for again, so that it is on the next sheet: a browser asks only once.
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

  /** As bring; resolves when the picture has come, or has not. */
  brought() {
    const { image } = this;
    return new Promise((done) => {
      image.addEventListener("load", done, { once: true });
      image.addEventListener("error", done, { once: true });
      this.bring();
      if (image.complete) done();
    });
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

/** A phone seldom prints, and its line is dear. */
function mayPrintSoon() {
  return matchMedia("(hover: hover)").matches && !navigator.connection?.saveData;
}

async function bringInTurn(pictures) {
  for (const one of pictures) await one.brought();
}

const all = Array.from(document.querySelectorAll("img.on-paper-alone"), (one) => new ForPaper(one));
addEventListener("beforeprint", () => {
  for (const one of all) one.bring();
});
if (all.length && mayPrintSoon()) {
  if (document.readyState === "complete") bringInTurn(all);
  else addEventListener("load", () => bringInTurn(all));
}
