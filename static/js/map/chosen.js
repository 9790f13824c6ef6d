/** The place that is chosen: the way to its page, right below the search, and a word for who cannot see. */

/** So long an answer is waited for, that both be said in one breath. */
const PATIENCE_MS = 700;
/** So long the place stands alone when the answer comes later: what replaces it at once silences it. */
const HEARD_MS = 2000;

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is not empty, each a sentence with its end. */
function sentences(...parts) {
  return parts
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

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
   * Say what was chosen, `{ key, name, label, since, limits, on }`, and its answer, each once:
   * together if the answer comes soon, else it follows. `asked` resolves to the answer, "" for none.
   * The day, `on`, is said of a place that was told before: then it is what changed.
   */
  async tell({ key, name, label, since, limits, on }, asked) {
    if (key === this.telling) return;
    const again = name === this.told;
    Object.assign(this, { telling: key, told: name });
    this.spoken.hush();
    const status = [`${name}: ${label}`, since].filter(Boolean).join(", ");
    const first = sentences(again ? on : "", status, limits);
    const soon = await Promise.race([asked, after(PATIENCE_MS)]);
    if (this.telling !== key) return;
    this.spoken.say(sentences(first, soon));
    if (soon !== undefined) return;
    const [answer] = await Promise.all([asked, after(HEARD_MS)]);
    if (answer && this.telling === key) this.spoken.say(answer);
  }

  /** No place is chosen: what was about to be said is not. */
  leave() {
    this.telling = "";
    this.told = "";
  }
}
