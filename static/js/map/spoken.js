/** A polite live region: what it says is heard, and then gone, so that nobody reads it twice. */

/** Long enough to be heard behind what is being said. */
const KEPT_MS = 6000;

export class Spoken {
  constructor(region) {
    this.region = region;
  }

  /** Leave unsaid what was not yet heard. */
  hush() {
    clearTimeout(this.leaving);
    this.region.textContent = "";
  }

  say(text) {
    clearTimeout(this.leaving);
    this.region.textContent = text;
    this.leaving = setTimeout(() => {
      this.region.textContent = "";
    }, KEPT_MS);
  }
}
