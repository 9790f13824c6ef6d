/** The span file that the slider plays: what every place and the nation read on any day. */

import { dayNumber } from "./days.js";
import { atOnce } from "./pause.js";
import { Track, flatten } from "./track.js";

/** The numbers of a row under the names that the program gives them. */
function named(names, numbers) {
  return Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? 0]));
}

/** The day's headline: the program's own numbers, and the federal position. */
class Headline {
  /** `rows`: `[days since the last, a number for each name, position]`. */
  constructor(rows, epoch, positions, names) {
    let day = epoch;
    this.rows = rows.map(([step, ...numbers]) => {
      day += step;
      return { day, ...named(names, numbers), position: positions[numbers[names.length]] };
    });
    this.before = { day: Number.NaN, ...named(names, []), position: positions[0] };
  }

  /** The headline that holds on a day number. */
  on(day) {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rows[middle].day <= day) low = middle + 1;
      else high = middle;
    }
    return low ? this.rows[low - 1] : this.before;
  }
}

/** The program's numbers of each state on a day. */
class StateNumbers {
  /** `rows` by geoid: `[days since the last, a number for each name]`. */
  constructor(rows, epoch, names) {
    const read = (changes) => {
      let day = epoch;
      return changes.map(([step, ...numbers]) => {
        day += step;
        return [day, ...numbers];
      });
    };
    this.names = names;
    this.rows = new Map(Object.entries(rows).map(([geoid, changes]) => [geoid, read(changes)]));
  }

  row(geoid, day) {
    return (this.rows.get(geoid) ?? []).findLast(([turn]) => turn <= day) ?? [];
  }

  /** The first number on a day; 0 before any. */
  of(geoid, day) {
    return this.row(geoid, day)[1] ?? 0;
  }

  /** All numbers on a day, by name. */
  on(geoid, day) {
    return named(this.names, this.row(geoid, day).slice(1));
  }
}

/** How many active places have an agreement that was never documented up to a day. */
class Undocumented {
  /** `documented`, by geoid of a state: the days since the epoch on which its agreement first was. */
  constructor(active, documented, epoch) {
    Object.assign(this, { active, documented, epoch });
  }

  /** Of a state, or of all ("" as geoid); NaN when the file does not tell. */
  on(day, geoid = "") {
    if (!this.documented) return Number.NaN;
    const states = geoid ? [geoid] : [...this.active.rows.keys()];
    return states.reduce((sum, state) => sum + this.inState(state, day), 0);
  }

  inState(geoid, day) {
    const since = this.documented[geoid];
    return since !== undefined && day >= this.epoch + since ? 0 : this.active.of(geoid, day);
  }
}

/** Days that are not known to the day, by place. */
class PartialDays {
  constructor(rows, epoch) {
    this.known = new Map();
    let day = epoch;
    for (const [step, text, ...places] of rows) {
      day += step;
      let place = 0;
      for (const difference of places) {
        place += difference;
        this.known.set(`${place} ${day}`, text);
      }
    }
  }

  /** What is known of the day on which a place turned, like "2010-07" or "2026-05-14/2026-05-18"; "" when it is the day. */
  of(place, day) {
    return this.known.get(`${place} ${day}`) ?? "";
  }
}

/** Raised when a span file was made for other boundaries than those shown. */
export class GeometryMismatch extends Error {
  name = "GeometryMismatch";
}

/**
 * Decode a parsed span file.
 *
 * Returns { values, places: Track, limits: Track of 0 and 1, states: Track, headline, partial,
 * later, active, undocumented, changeDays: sorted day numbers on which a place changes, bigDays: those that recolour most of the
 * map }. Throws GeometryMismatch when it names other boundaries than `hash`.
 */
export function decodeSpans(file, hash, placeCount, stateCount) {
  return atOnce(decodingSpans(file, hash, placeCount, stateCount));
}

/** The same in steps, for pause.js: a generator that returns what `decodeSpans` answers. */
export function* decodingSpans(file, hash, placeCount, stateCount) {
  if (file.geometry !== hash) throw new GeometryMismatch(`${file.geometry} is not ${hash}`);
  const epoch = dayNumber(file.epoch);
  const read = function* (rows, count, initial, values) {
    const flat = flatten(rows, epoch);
    yield;
    const track = new Track(flat, count, initial, values);
    yield;
    return track;
  };
  const places = yield* read(file.changes, placeCount, file.initial, file.values.length);
  const limits = yield* read(file.hatched, placeCount, 0, 2);
  const { states } = file;
  const ofStates = yield* read(states.changes, stateCount, states.initial, file.values.length);
  const spans = { values: file.values, places, limits, states: ofStates };
  spans.headline = new Headline(file.days, epoch, file.positions, file.counted);
  yield;
  spans.partial = new PartialDays(file.partial, epoch);
  yield;
  spans.later = new StateNumbers(file.later, epoch, ["places"]);
  yield;
  spans.active = new StateNumbers(file.ofStates, epoch, file.countedOfState);
  yield;
  spans.undocumented = new Undocumented(spans.active, file.documented, epoch);
  spans.changeDays = [...new Set([...spans.places.days, ...spans.limits.days])].sort(
    (a, b) => a - b,
  );
  yield;
  spans.bigDays = bigDays(spans.places, placeCount / 4);
  return spans;
}

/** Days on which at least `threshold` places change. */
function bigDays(track, threshold) {
  const sizes = new Map();
  track.days.forEach((day, entry) => {
    sizes.set(day, (sizes.get(day) ?? 0) + track.start[entry + 1] - track.start[entry]);
  });
  return [...sizes].filter(([, size]) => size >= threshold).map(([day]) => day);
}

/**
 * How many of some places (their indexes) read each value on the day that the tracks stand on, and
 * how many of them are limited.
 */
export function countWithin(indexes, places, limits) {
  const counts = new Uint32Array(places.counts.length);
  let limited = 0;
  for (const index of indexes) {
    counts[places.at[index]] += 1;
    limited += limits.at[index];
  }
  return { counts, limited };
}

/** The nearest change day after (direction 1) or before (-1) a day; NaN when there is none. */
export function neighbourChange(changeDays, day, direction) {
  if (direction > 0) return changeDays.find((change) => change > day) ?? Number.NaN;
  return changeDays.findLast((change) => change < day) ?? Number.NaN;
}
