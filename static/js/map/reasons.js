/** Why a place reads what it does on a day, and its answer in short; asked of the API once and kept. */

import { fetchJSON } from "./files.js";

const KEPT = 400;

export class Reasons {
  /** `address(geoid)` is the API's address of the place on the day that is shown. */
  constructor(address) {
    this.address = address;
    this.kept = new Map();
  }

  /** Resolves to `{ why, answer }`, both texts. */
  async ask(geoid, key, signal) {
    if (!this.kept.has(key)) {
      const { why = "", answer = [] } = await fetchJSON(this.address(geoid), signal);
      if (this.kept.size >= KEPT) this.kept.clear();
      this.kept.set(key, { why, answer: answer.join(" ") });
    }
    return this.kept.get(key);
  }
}
