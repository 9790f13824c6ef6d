/** The names and addresses of the places on the map. */

import { stateOf } from "../core/geoids.js";
import { spanishName } from "../core/spanish-names.js";
import { keptAddress } from "../core/url-state.js";

/** Stands for a geoid in the addresses that the server gives. */
export const NO_PLACE = "00000";

export class Places {
  /**
   * `stateNames` are the states' names in the reader's language, by two-letter code; `spanish` is
   * null, or the words for kinds and the names that do not follow from the English ones.
   */
  constructor(boundaries, stateNames, addresses, spanish) {
    this.boundaries = boundaries;
    this.spanish = spanish;
    this.stateNames = stateNames;
    this.addresses = addresses;
    this.index = new Map(boundaries.places.map((geoid, index) => [geoid, index]));
    this.states = boundaries.states;
    const stateIndex = new Map(this.states.map((state, index) => [state.geoid, index]));
    this.stateOf = Uint8Array.from(boundaries.places, (geoid) => stateIndex.get(stateOf(geoid)));
  }

  indexOf(geoid) {
    return this.index.get(geoid) ?? -1;
  }

  geoidOf(index) {
    return this.boundaries.places[index];
  }

  stateByCode(code) {
    return this.states.findIndex((state) => state.abbreviation === code);
  }

  stateOfGeoid(geoid) {
    return this.states.find((state) => state.geoid === stateOf(geoid));
  }

  stateName(state) {
    return this.stateNames[state.abbreviation] ?? state.name;
  }

  nameOf(index) {
    return this.called(index).title;
  }

  /** The name as a heading has it, and the part of it that lists go by. */
  called(index) {
    const name = this.boundaries.fullName(index);
    if (!this.spanish) return { title: name, proper: name };
    return spanishName(name, this.spanish.kinds, this.spanish.own[this.geoidOf(index)]);
  }

  /** The name with its state: "Harris County, Texas". */
  labelOf(index) {
    const name = this.nameOf(index);
    const state = this.stateName(this.states[this.stateOf[index]]);
    return name === state ? name : `${name}, ${state}`;
  }

  /** The places of a state, in order of their names. */
  membersOf(state) {
    const found = [];
    this.stateOf.forEach((of, index) => {
      if (of !== state) return;
      const { title, proper } = this.called(index);
      found.push({ index, geoid: this.geoidOf(index), name: title, proper });
    });
    return found.sort((a, b) => a.proper.localeCompare(b.proper));
  }

  /** The states in order of their names; `index` is their place in the order of geoids. */
  statesByName() {
    const geoids = this.states.map(({ geoid }) => geoid).sort();
    const found = this.states.map((state) => ({
      index: geoids.indexOf(state.geoid),
      code: state.abbreviation,
      name: this.stateName(state),
    }));
    return found.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** The middle and the box of a place or a state, in map units. */
  boxOf(geoid) {
    const index = this.indexOf(geoid);
    return index < 0 ? this.stateOfGeoid(geoid)?.box : this.boundaries.boxes[index];
  }

  /** The page of a place, with the day and what else the address keeps. */
  pageOf(geoid, date) {
    return keptAddress(this.addresses.place.replace(NO_PLACE, geoid), date, location.search);
  }
}
