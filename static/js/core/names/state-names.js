/** What states and territories are called: by all their letters, begun, or with a slip. */

import { oneSlipApart } from "./writing.js";

export class StateNames {
  /** `words` as the server packs them. */
  constructor(words) {
    this.byLetters = new Map(Object.entries(words.states));
    this.before = words.stateBefore;
    this.nation = new Set(words.nation);
    this.slipFrom = words.slipFrom;
  }

  /** The geoid of the state that the words name; "" for none. */
  named(words) {
    let joined = words.join("");
    for (const before of this.before) {
      if (!this.byLetters.has(joined) && joined.startsWith(before)) {
        joined = joined.slice(before.length);
      }
    }
    return this.byLetters.get(joined) ?? "";
  }

  /** The states whose names begin with the words, as while somebody is still typing. */
  begun(words) {
    const joined = words.join("");
    const found = [...this.byLetters].filter(([name]) => name.startsWith(joined));
    return new Set(found.map(([, geoid]) => geoid));
  }

  /** The state whose name is one slip away from the words; "" for none, or for several. */
  nearly(words) {
    const joined = words.join("");
    if (joined.length < this.slipFrom) return "";
    const near = [...this.byLetters].filter(
      ([name]) => name.length >= this.slipFrom && oneSlipApart(joined, name),
    );
    const geoids = new Set(near.map(([, geoid]) => geoid));
    return geoids.size === 1 ? [...geoids][0] : "";
  }

  /** Whether the words name the United States. */
  isNation(words) {
    return this.nation.has(words.join(""));
  }
}
