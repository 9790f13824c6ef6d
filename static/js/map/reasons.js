/** The reason for a place's status on a day, asked of the API once and kept. */

import { fetchJSON } from "./files.js";

const KEPT = 400;

export class Reasons {
  /** `address(geoid)` is the API's address of the place on the day that is shown. */
  constructor(address) {
    this.address = address;
    this.kept = new Map();
  }

  async ask(geoid, key, signal) {
    if (!this.kept.has(key)) {
      const { why } = await fetchJSON(this.address(geoid), signal);
      if (this.kept.size >= KEPT) this.kept.clear();
      this.kept.set(key, why ?? "");
    }
    return this.kept.get(key);
  }
}
