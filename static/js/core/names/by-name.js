/** Places by name: exactly so called, so beginning, holding the words, or one slip away. */

import { isState, stateOf } from "../geoids.js";
import { Candidates } from "./candidates.js";

/** The texts of several lists of words, each once. */
function distinct(...lists) {
  return [...new Map(lists.map((words) => [words.join(" "), words])).values()];
}

export class NameFinder {
  /** Looks wishes up in the names of places, their nicknames and the cities in them. */
  constructor({ index, cities, writing, kinds, states, nicknames, ranks }) {
    Object.assign(this, { index, cities, writing, kinds, stateNames: states, ranks });
    this.nicknames = new Map(Object.entries(nicknames));
    this.how = ranks.how;
  }

  candidates() {
    return new Candidates((geoid) => this.index.places.has(geoid), this.ranks);
  }

  /** Add the state that all the words together name: "Calif.", "N.Y.". */
  states(words, into) {
    const state = this.stateNames.named(words);
    if (state) into.add(state, this.how.NAME, this.ranks.outweighs);
  }

  /** Add the places that are so called; of a name in several parts, those that fit most. */
  exact(wish, into, step) {
    if (wish.parts.length === 1) {
      this.exactly(wish.words, wish, into, step);
      return;
    }
    const found = [...wish.parts, wish.words]
      .map((part) => {
        const ofPart = this.candidates();
        this.exactly(part, wish, ofPart, step);
        return ofPart;
      })
      .filter((one) => one.size);
    if (!found.length) return;
    const common = [...found[0].found.keys()].filter((geoid) =>
      found.every((one) => one.found.has(geoid)),
    );
    // What has nothing in common names several places: none of them is left out.
    const several = found.reverse().map((one) => one.inOrder());
    const matches = (common.length ? several.slice(0, 1) : several).flat();
    matches.forEach(({ geoid, how, said }, rank) => {
      if (common.length && !common.includes(geoid)) return;
      const hows = common.length ? found.map((one) => one.found.get(geoid).match.how) : [how];
      into.add(geoid, Math.min(...hows), -rank, { said, step });
    });
  }

  /** The name as it is; without an office's words; without the word for its kind. */
  exactly(words, wish, into, step) {
    const office = this.kinds.withoutOffice(words);
    for (const said of distinct(words, office)) {
      if (said.length && this.soCalled(said, wish, into, step)) return;
    }
    for (const said of distinct(office, words)) {
      const { bare, kind, found } = this.kinds.withoutKind(said);
      if (found && this.ofKind(bare, kind, wish, into, step)) return;
    }
  }

  soCalled(words, wish, into, step) {
    const [key, before] = [this.writing.keyOf(words), into.size];
    for (const geoid of this.within(this.bearers("whole", key), wish)) {
      const back = Number(isState(geoid) === Boolean(wish.states));
      into.add(geoid, this.how.NAME, this.people(geoid), { step, back });
    }
    const back = Number(!wish.states);
    for (const geoid of this.within(this.index.formerNames.get(key) ?? [], wish)) {
      into.add(geoid, this.how.FORMER_NAME, 0, { step, back });
    }
    this.nicknamed(key, wish, into, step);
    for (const city of this.within(this.cities.whole(key), wish)) {
      this.addCity(city, this.how.CITY, wish, into, step);
    }
    return into.size > before;
  }

  /** Places of the kind that was said; of any kind of county when there is none. */
  ofKind(bare, kind, wish, into, step) {
    const [key, before] = [this.writing.keyOf(bare), into.size];
    const isCity = kind === this.kinds.city;
    const own = this.within(this.bearers("whole", key), wish);
    const counties = own.filter((geoid) => !isState(geoid));
    const fitting = counties.filter((geoid) => {
      const said = this.index.places.get(geoid).kind;
      return isCity ? this.kinds.independent.has(said) : said === kind;
    });
    if (isCity) {
      for (const city of this.within(this.cities.whole(key), wish)) {
        // What the post calls so lies behind the city that is a place of its own.
        const fits = fitting.some((geoid) => stateOf(geoid) === city.state);
        this.addCity(city, this.how.CITY, wish, into, fits ? step + 0.5 : step);
      }
    }
    if (into.size === before || fitting.length) {
      for (const geoid of fitting.length ? fitting : counties) {
        into.add(geoid, this.how.NAME, this.people(geoid), { step });
      }
    }
    for (const geoid of this.within(this.index.formerNames.get(key) ?? [], wish)) {
      into.add(geoid, this.how.FORMER_NAME, 0, { step });
    }
    if (into.size === before) this.nicknamed(key, wish, into, step);
    return into.size > before;
  }

  /**
   * Add the places whose name begins so, and those that have all the words in a name.
   *
   * Where none does, without the word for a kind: "condado de san fr", not written to its end.
   */
  begun(wish, into) {
    const before = into.size;
    this.begunAs(wish.words, "", wish, into);
    const { bare, kind, found } = this.kinds.withoutKind(this.kinds.withoutOffice(wish.words));
    if (found && into.size === before) this.begunAs(bare, kind, wish, into);
  }

  begunAs(words, kind, wish, into) {
    const key = this.writing.keyOf(words);
    if (!key) return;
    for (const geoid of this.rather(kind, this.within(this.bearers("begun", key), wish))) {
      into.add(geoid, this.how.BEGINNING, this.people(geoid));
    }
    if (key.length >= this.ranks.cityFrom && (!kind || kind === this.kinds.city)) {
      for (const city of this.within(this.cities.begun(key), wish)) {
        this.addCity(city, this.how.BEGINNING, wish, into, 0);
      }
    }
    for (const geoid of this.rather(kind, this.within(this.having(words), wish))) {
      into.add(geoid, this.how.INSIDE, this.people(geoid));
    }
  }

  /** Those of the kind that was said; of any kind of county when there is none. */
  rather(kind, geoids) {
    if (!kind) return geoids;
    const counties = geoids.filter((geoid) => !isState(geoid));
    const fitting = counties.filter((geoid) => {
      const said = this.index.places.get(geoid).kind;
      return kind === this.kinds.city ? this.kinds.independent.has(said) : said === kind;
    });
    return fitting.length ? fitting : counties;
  }

  /** Add the places whose name is one slip of the pen away. */
  near(wish, into) {
    const office = this.kinds.withoutOffice(wish.words);
    const { bare, kind } = this.kinds.withoutKind(office);
    for (const words of distinct(wish.words, office, bare)) {
      const key = this.writing.keyOf(words);
      for (const geoid of this.within(this.bearers("nearly", key), wish)) {
        into.add(geoid, this.how.NEAR, this.people(geoid));
      }
      const found = kind && kind !== this.kinds.city ? [] : this.cities.nearly(key);
      for (const city of this.within(found, wish)) {
        this.addCity(city, this.how.NEAR, wish, into, 0);
      }
      this.nearShort(words, wish, into);
    }
  }

  /** Add the places of names in which a short form has a slip: "Sqt. Francis". */
  nearShort(words, wish, into) {
    for (const meant of this.writing.shortMeant(words)) {
      for (const geoid of this.within(this.bearers("whole", this.writing.keyOf(meant)), wish)) {
        into.add(geoid, this.how.NEAR, this.people(geoid));
      }
    }
  }

  bearers(way, key) {
    return [...this.index.full[way](key), ...this.index.bare[way](key)];
  }

  having(words) {
    if (words.every((word) => word.length === 1)) return [];
    const begins = words.map((word) => ` ${word}`);
    const found = [];
    for (const [geoid, text] of this.index.texts) {
      if (begins.every((begin) => text.includes(begin))) found.push(geoid);
    }
    return found;
  }

  nicknamed(key, wish, into, step) {
    const back = Number(!wish.states);
    this.within(this.nicknames.get(key) ?? [], wish).forEach((geoid, at) => {
      into.add(geoid, this.how.NICKNAME, this.ranks.outweighs - at, { step, back });
    });
  }

  addCity(city, how, wish, into, step) {
    const each = city.zips >= this.ranks.manyZips ? this.ranks.inACity : this.ranks.inATown;
    // A town of one ZIP code stands behind the county of its name, however few live there.
    const behind = Number(!wish.states) + Number(city.zips === 1);
    const back = how === this.how.CITY ? behind : 0;
    city.geoids.forEach((geoid, at) => {
      into.add(geoid, how, at ? 1 / at : city.zips * each, { said: city.name, step, back });
    });
  }

  /** Those of geoids, or of cities, that lie in the states that a wish names. */
  within(found, { states }) {
    return states ? found.filter((one) => states.has(one.state ?? stateOf(one))) : found;
  }

  people(geoid) {
    return this.index.places.get(geoid).people;
  }
}
