/** What leads away from the map leads to what it shows: files, pictures, the code of a frame. */

import { pictureAddress, sharedCode } from "../core/url-state.js";

/** The files to take away are those of the day, and of the state, that the map shows. */
export class TakeLinks {
  /** `panel` as the server wrote it, with sizes that hold for `state`. */
  constructor(panel, state) {
    this.links = [...panel.querySelectorAll("a[data-dated]")];
    this.days = this.links.map((link) => dayOf(link));
    this.state = state;
  }

  /**
   * Name the day (like 2011-08-05), under the name that the link gives it, and the state in every
   * address; what else it asks for stays.
   */
  show({ date, state }) {
    for (const [at, link] of this.links.entries()) {
      const address = new URL(link.href);
      address.searchParams.set(link.dataset.dated, date);
      if (state) address.searchParams.set("state", state);
      else address.searchParams.delete("state");
      link.href = address.href;
      const size = link.nextElementSibling;
      if (size?.classList.contains("take-size")) {
        // Every place has a row on every day; of what was in force there are more or fewer.
        const other = link.dataset.dated !== "date" && date !== this.days[at];
        size.hidden = other || state !== this.state;
      }
    }
  }
}

/** The day that a link names, null for none. */
function dayOf(link) {
  return new URL(link.href).searchParams.get(link.dataset.dated);
}

/** The links to the map as a picture, and the one to be printed, follow what the map shows. */
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

/** The code of a frame for another site shows what the map shows. */
export class ShareCode {
  /** `field` as the server wrote it, for the day and the layer that it `opened` with. */
  constructor(field, opened) {
    this.field = field;
    this.code = field?.value ?? "";
    this.opened = opened;
  }

  show(shown) {
    if (this.field) this.field.value = sharedCode(this.code, shown, this.opened);
  }
}
