/** The card: what a place reads on the day, since when, and why. */

const PATIENCE_MS = 140;

export class Card {
  /** `askWhy(geoid, key, signal)` resolves to `{ why, answer }`. */
  constructor(root, askWhy) {
    this.root = root;
    this.askWhy = askWhy;
    this.part = (name) => root.querySelector(`[data-card="${name}"]`);
    this.asking = new AbortController();
    this.key = "";
  }

  /** Show a place: { key, geoid, name, layer, value, label, since, limits, href, chosen }. */
  show(place) {
    const key = place.chosen ? `${place.key} chosen` : place.key;
    if (key === this.key) return;
    this.key = key;
    this.root.classList.remove("is-empty");
    this.part("name").textContent = place.name;
    this.part("swatch").setAttribute("class", `swatch ${place.layer}-${place.value}`);
    this.part("label").textContent = place.label;
    this.write("since", place.since);
    this.write("limits", place.limits);
    this.part("open").setAttribute("href", place.href);
    this.write("why", "");
    this.write("answer", "");
    this.ask(place, key);
  }

  /** Nothing is pointed at. */
  clear() {
    if (!this.key) return;
    this.key = "";
    this.stop();
    this.root.classList.add("is-empty");
  }

  write(name, text) {
    const part = this.part(name);
    part.textContent = text;
    part.hidden = !text;
  }

  stop() {
    clearTimeout(this.waiting);
    this.asking.abort();
  }

  /** A pointer that only passes by asks nothing; what is chosen tells its whole answer. */
  ask(place, key) {
    this.stop();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.waiting = setTimeout(async () => {
      const told = await this.askWhy(place.geoid, place.key, signal).catch(() => ({}));
      if (this.key !== key || signal.aborted) return;
      this.write("why", told.why ?? "");
      if (place.chosen) this.write("answer", told.answer ?? "");
    }, PATIENCE_MS);
  }
}
