/** Keys of names -> whatever bears them, found whole, by their beginning, or with a slip. */

import { oneSlipApart } from "./writing.js";

/** The first place in a sorted list that is not before the key. */
function firstFrom(sorted, key) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Keys {
  /** `pairs` of a key and a bearer; `limits`: `{ mostBegun, slipFrom }`. */
  constructor(pairs, limits) {
    this.limits = limits;
    this.bearers = new Map();
    for (const [key, bearer] of pairs) {
      const own = this.bearers.get(key);
      if (!own) this.bearers.set(key, [bearer]);
      else if (!own.includes(bearer)) own.push(bearer);
    }
    this.bearers.delete("");
    this.sorted = [...this.bearers.keys()].sort();
  }

  /** Who bears the name itself. */
  whole(key) {
    return this.bearers.get(key) ?? [];
  }

  /** Who bears a longer name that begins so. */
  begun(key) {
    const at = firstFrom(this.sorted, key);
    const found = [];
    for (const longer of this.sorted.slice(at, at + this.limits.mostBegun)) {
      if (!longer.startsWith(key)) break;
      if (longer !== key) found.push(...this.bearers.get(longer));
    }
    return found;
  }

  /** Who bears a name that is one slip of the pen away. */
  nearly(key) {
    if (key.length < this.limits.slipFrom) return [];
    return this.sorted
      .filter((other) => Math.abs(other.length - key.length) <= 1 && oneSlipApart(key, other))
      .flatMap((other) => this.bearers.get(other));
  }
}
