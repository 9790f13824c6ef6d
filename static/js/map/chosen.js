/** The place that is chosen: the way to its page, right below the search, and a word for who cannot see. */

/** So long an answer is waited for, that both be said in one breath. */
const PATIENCE_MS = 700;

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

  /**
   * Say what was chosen, `{ key, name, label, since, limits }`, and its answer, each once: together
   * if the answer comes soon, else it follows. `asked` resolves to the answer, "" for none.
   */
  async tell({ key, name, label, since, limits }, asked) {
    if (key === this.telling) return;
    this.telling = key;
    this.spoken.hush();
    const status = [`${name}: ${label}`, since, limits].filter(Boolean).join(", ");
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const soon = await Promise.race([asked, late]);
    if (this.telling !== key) return;
    this.spoken.say([status, soon].filter(Boolean).join(". "));
    if (soon !== undefined) return;
    const answer = await asked;
    if (answer && this.telling === key) this.spoken.say(answer);
  }

  /** No place is chosen: what was about to be said is not. */
  leave() {
    this.telling = "";
  }
}
