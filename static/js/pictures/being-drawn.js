/**
 * Pictures that the server draws when they are first asked for: one that is slow to come says
 * so calmly, and one that did not come is asked for again until it is there.
 */

import { waitBefore } from "../core/again.js";

const SLOW_MS = 1_200;

class BeingDrawn {
  constructor(image) {
    this.image = image;
    this.attempt = 0;
    image.addEventListener("load", () => this.tell(false));
    image.addEventListener("error", () => this.failed());
    if (!image.complete) setTimeout(() => this.slow(), SLOW_MS);
    else if (image.naturalWidth === 0) this.failed();
  }

  /** What failed meanwhile is told of already, and is complete until it is asked for again. */
  slow() {
    if (!this.image.complete) this.tell(true);
  }

  /** Say below the picture's place that it is on its way; or that all is well. */
  tell(waiting) {
    this.image.classList.toggle("is-being-drawn", waiting);
    if (!waiting) this.note?.remove();
    else if (!this.note?.isConnected) this.image.after(this.noteOf(this.image.dataset.drawn));
  }

  noteOf(text) {
    this.note = document.createElement("span");
    this.note.className = "being-drawn";
    this.note.textContent = text;
    return this.note;
  }

  failed() {
    const wait = waitBefore(this.attempt);
    if (Number.isNaN(wait)) {
      this.tell(false);
      return;
    }
    this.attempt += 1;
    this.tell(true);
    setTimeout(() => this.ask(), wait);
  }

  /** The same address once more: what failed is not kept. */
  ask() {
    for (const source of this.image.parentElement.querySelectorAll("source")) {
      source.srcset = `${source.srcset}`;
    }
    this.image.src = `${this.image.src}`;
  }
}

for (const image of document.querySelectorAll("img[data-drawn]")) new BeingDrawn(image);
