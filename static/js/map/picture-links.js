/** The links to the map as a picture follow what the map shows. */

import { pictureAddress } from "../core/url-state.js";

export class PictureLinks {
  constructor(box) {
    this.links = [...box.querySelectorAll("a")];
  }

  show(shown) {
    for (const link of this.links) {
      link.setAttribute("href", pictureAddress(link.getAttribute("href"), shown));
    }
  }
}
