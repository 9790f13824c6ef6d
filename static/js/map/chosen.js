/** The place that is chosen: the way to its page, right below the search, and a word for who cannot see. */

export class Chosen {
  /** `spoken` is a polite live region. */
  constructor(box, spoken) {
    Object.assign(this, { box, spoken });
    this.link = box.querySelector("a");
    this.name = box.querySelector("span");
  }

  /** Lead to a place `{ key, name, href }`, or to none: null. */
  lead(place) {
    if (place?.key === this.key) return;
    this.key = place?.key;
    this.box.hidden = !place;
    if (!place) return;
    this.name.textContent = place.name;
    this.link.setAttribute("href", place.href);
  }

  /** Say what was chosen: `{ name, label, since, limits }`. */
  tell({ name, label, since, limits }) {
    this.spoken.textContent = [`${name}: ${label}`, since, limits].filter(Boolean).join(", ");
  }
}
