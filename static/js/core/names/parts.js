/** Cities and ZIP codes, in parts that come when a question needs them. */

import { wordsOf } from "../folding.js";
import { Keys } from "./keys.js";

/** Parts that a question needs and that are not there yet: `parts` are their names. */
export class Lacking extends Error {
  constructor(parts) {
    super(`lacking ${[...parts].join(", ")}`);
    this.name = "Lacking";
    this.parts = [...parts];
  }
}

/** Files by what their first key begins with; what is asked of a missing one is remembered. */
export class Parts {
  /** `kind` begins their names: `cities-a`. `starts` are in order. `read(lines)` makes a part. */
  constructor(kind, starts, read) {
    Object.assign(this, { kind, starts, read });
    this.held = new Map();
    this.lacking = new Set();
  }

  put(start, { lines }) {
    this.held.set(start, this.read(lines.split("\n")));
  }

  /** The part that a key would stand in; undefined while it is not there. */
  of(key) {
    return this.part(this.starts.filter((start) => start <= key).at(-1) ?? this.starts[0]);
  }

  /** All parts that are there; the others are lacking. */
  all() {
    return this.starts.map((start) => this.part(start)).filter((part) => part);
  }

  part(start) {
    const found = this.held.get(start);
    if (!found && start !== undefined) this.lacking.add(`${this.kind}-${start}`);
    return found;
  }

  /** Throw Lacking when an answer so far was made without a part that it needs. */
  settle() {
    if (!this.lacking.size) return;
    const lacking = new Lacking(this.lacking);
    this.lacking = new Set();
    throw lacking;
  }
}

/** The names of cities. */
export class Cities extends Parts {
  constructor(starts, { writing, limits }) {
    super("cities", starts, (lines) => {
      const cities = lines.map((line) => this.city(line));
      return new Keys(
        cities.map((city) => [writing.keyOf(wordsOf(city.name)), city]),
        limits,
      );
    });
    this.limits = limits;
  }

  city(line) {
    const [name, state, counties = "", zips = "1"] = line.split("\t");
    // A county of the city's own state is written without the state's digits.
    const geoids = counties.split(" ").map((code) => (code.length < 5 ? state + code : code));
    return { name, state, geoids: counties ? geoids : [], zips: Number(zips) };
  }

  whole(key) {
    return key ? (this.of(key)?.whole(key) ?? []) : [];
  }

  begun(key) {
    return this.of(key)?.begun(key) ?? [];
  }

  nearly(key) {
    if (key.length < this.limits.slipFrom) return [];
    return this.all().flatMap((part) => part.nearly(key));
  }
}

/** ZIP codes with their counties. */
export class Zips extends Parts {
  constructor(starts) {
    super("zips", starts, (lines) => {
      const pairs = lines.map((line) => line.split(" "));
      return new Map(pairs.map(([code, ...geoids]) => [code, geoids]));
    });
  }

  countiesOf(code) {
    return this.of(code)?.get(code) ?? [];
  }

  /** Codes that begin with the digits, each with its main county, in order. */
  *begun(digits) {
    for (const [code, geoids] of this.of(digits) ?? []) {
      if (code.startsWith(digits)) yield [code, geoids[0]];
    }
  }
}
