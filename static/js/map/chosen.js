/** The place that is chosen: the way to its page, right below the search, and a word for who cannot see. */

export class Chosen {
  /** `spoken` says a text politely. */
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

  /** Say what was chosen, `{ name, label, since, limits }`, and its answer once that is known. */
  tell({ name, label, since, limits }, answer = "") {
    const status = [`${name}: ${label}`, since, limits].filter(Boolean).join(", ");
    this.spoken.say([status, answer].filter(Boolean).join(". "));
  }
}
