/** Places by geoid, by an old code, by ZIP code. */

/** Each place once, by what it was found by first. */
function eachOnce(matches) {
  const first = new Map();
  for (const match of matches) if (!first.has(match.geoid)) first.set(match.geoid, match);
  return [...first.values()];
}

export class CodeFinder {
  constructor({ index, zips, ranks, mostBegun }) {
    Object.assign(this, { index, zips, mostBegun });
    this.how = ranks.how;
  }

  /** The place of a geoid, those of an old one, those of a ZIP code; none for lost digits. */
  find(code) {
    if (code.lost) return [];
    const found = code.zipOnly ? [] : this.byGeoid(code.whole);
    if (!code.sure) {
      const counties = this.zips.countiesOf(code.whole);
      found.push(...this.matches(counties, this.how.ZIP, code.whole));
    }
    this.zips.settle();
    if (!found.length && !code.sure && !code.zipOnly) {
      found.push(...this.begun(code.digits), ...this.byZipBegun(code.digits));
    }
    this.zips.settle();
    return eachOnce(found);
  }

  matches(geoids, how, said = "") {
    return geoids
      .filter((geoid) => this.index.places.has(geoid))
      .map((geoid) => ({ geoid, how, said }));
  }

  byGeoid(geoid) {
    const former = (this.index.formerCodes.get(geoid) ?? []).filter((place) => place !== geoid);
    return [
      ...this.matches([geoid], this.how.CODE),
      ...this.matches(former, this.how.FORMER_CODE, geoid),
    ];
  }

  begun(digits) {
    const begins = (code) => code.startsWith(digits);
    const begun = [...this.index.places.keys()].filter(begins).sort();
    return this.matches(begun.slice(0, this.mostBegun), this.how.BEGINNING);
  }

  byZipBegun(digits) {
    const found = new Map();
    for (const [code, main] of this.zips.begun(digits)) {
      if (this.index.places.has(main) && !found.has(main)) {
        found.set(main, { geoid: main, how: this.how.BEGINNING, said: code });
      }
      if (found.size >= this.mostBegun) break;
    }
    return [...found.values()];
  }
}
