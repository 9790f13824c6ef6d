/** The links to the map as a picture, and the one to be printed, follow what the map shows. */

import { pictureAddress } from "../core/url-state.js";

export class PictureLinks {
  /** `printed` is an image that browsers fetch only when the page is printed. */
  constructor(box, printed) {
    this.links = [...box.querySelectorAll("a")];
    this.printed = printed;
  }

  show(shown) {
    for (const link of this.links) {
      link.setAttribute("href", pictureAddress(link.getAttribute("href"), shown));
    }
    const printed = pictureAddress(this.printed.getAttribute("src"), shown);
    if (printed !== this.printed.getAttribute("src")) this.printed.setAttribute("src", printed);
  }
}
