/** The places found so far, each by the best that was found, and their order. */

function compare(one, other) {
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] !== other[at]) return one[at] - other[at];
  }
  return 0;
}

export class Candidates {
  /** `knows(geoid)`: whether a place is on record; `ranks` as the server packs them. */
  constructor(knows, ranks) {
    Object.assign(this, { knows, ranks });
    this.exactHows = new Set(ranks.exact);
    this.found = new Map();
  }

  get size() {
    return this.found.size;
  }

  /** Whether any place fits exactly. */
  get exact() {
    return [...this.found.values()].some(({ match }) => this.exactHows.has(match.how));
  }

  /** A place by what fits it: an earlier `step` comes first, then less `back`, more weight. */
  add(geoid, how, weight, { said = "", step = 0, back = 0 } = {}) {
    if (!this.knows(geoid)) return;
    const rank = [this.ranks.order[how] ?? this.ranks.outright, step, back, -weight];
    const match = { geoid, how, said };
    const before = this.found.get(geoid);
    if (!before) {
      this.found.set(geoid, { rank, match });
      return;
    }
    // By which of two names it is said to be found: its own comes before a city's in it.
    if (how < before.match.how) before.match = match;
    if (compare(rank, before.rank) < 0) before.rank = rank;
  }

  /** Every place once, the likeliest first. */
  inOrder() {
    const before = (one, other) => (one.match.geoid < other.match.geoid ? -1 : 1);
    return [...this.found.values()]
      .sort((one, other) => compare(one.rank, other.rank) || before(one, other))
      .map(({ match }) => match);
  }
}
