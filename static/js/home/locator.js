/** The button that finds the county one is in: worked out here, and sent nowhere. */

import { fetchJSON } from "../map/files.js";

const PATIENCE_MS = 20_000;
const OLDEST_MS = 300_000;
/** What GeolocationPositionError calls a refusal. */
const DENIED = 1;

/** The position, once the reader allows it. Rejects with the browser's error. */
function askPosition() {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, {
      timeout: PATIENCE_MS,
      maximumAge: OLDEST_MS,
    });
  });
}

export class Locator {
  /** `names.labelOf(geoid)` answers from the page's own files; `onchoose(geoid)` goes on. */
  constructor(box, { names, onchoose }) {
    Object.assign(this, { box, names, onchoose, words: box.dataset });
    this.button = box.querySelector("button");
    this.state = box.querySelector("[role=status]");
    this.list = box.querySelector("ul");
    this.button.addEventListener("click", () => this.locate());
  }

  /** Whether the browser has what it takes: a position is told to safe addresses alone. */
  static get isPossible() {
    return globalThis.isSecureContext && "geolocation" in navigator;
  }

  async locate() {
    if (this.button.getAttribute("aria-disabled") === "true") return;
    this.button.setAttribute("aria-disabled", "true");
    this.say(this.words.looking);
    try {
      await this.show(await this.find());
    } catch (error) {
      this.say(error.code === DENIED ? this.words.refused : this.words.failed);
    } finally {
      this.button.removeAttribute("aria-disabled");
    }
  }

  /** The counties that it may be, from the map's boundaries, which come only now. */
  async find() {
    const [position, file, { decode }, { countiesAt }] = await Promise.all([
      askPosition(),
      fetchJSON(this.words.geometry),
      import("../core/geometry.js"),
      import("../core/locating.js"),
    ]);
    return countiesAt(position, decode(file));
  }

  async show({ geoids, far }) {
    if (!geoids.length) {
      this.say(far ? this.words.rough : this.words.outside);
      return;
    }
    const found = await Promise.all(geoids.map((geoid) => this.placeOf(geoid)));
    if (found.length === 1) {
      this.say(found[0].label);
      this.onchoose(found[0].geoid);
      return;
    }
    this.say(this.words.several, found);
  }

  /** A place by its code: its name as the page's language has it. */
  async placeOf(geoid) {
    return { geoid, label: await this.names.labelOf(geoid) };
  }

  /** Tell the reader something, with the places to choose from. */
  say(text, places = []) {
    this.state.textContent = text;
    this.list.replaceChildren(...places.map((place) => this.linkTo(place)));
    this.list.hidden = !places.length;
  }

  linkTo({ geoid, label }) {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = `${this.words.place}${geoid}/`;
    link.textContent = label;
    item.append(link);
    return item;
  }
}
