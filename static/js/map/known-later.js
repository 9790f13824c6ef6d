/** How many places have a status of the day that only became known later, and the way to the list. */

import { pictureAddress } from "../core/url-state.js";

export class KnownLater {
  /** `element` is the line of the legend; `write` puts a number in words. */
  constructor(element, write) {
    Object.assign(this, { element, write });
    this.link = element.querySelector("a");
    this.number = element.querySelector("[data-later-count]").firstChild;
    this.shown = -1;
  }

  /** The day has come to this many; of none nothing is said. */
  count(number) {
    if (number === this.shown) return;
    this.shown = number;
    this.number.nodeValue = this.write(number);
    this.element.hidden = number === 0;
  }

  /** The list is that of the day and the state that are shown. */
  lead({ date, state }) {
    this.link.setAttribute("href", pictureAddress(this.link.getAttribute("href"), { date, state }));
  }
}
