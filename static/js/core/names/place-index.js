/** All names of all places, by what they are looked up by. */

import { fold, wordsOf } from "../folding.js";
import { isState, stateOf } from "../geoids.js";
import { Keys } from "./keys.js";
import { spanishName } from "../spanish-names.js";

export class PlaceIndex {
  /** `packed` as the server writes it: see jurisdictions/gazetteer/packing.py. */
  constructor(packed, { writing, kinds, limits }) {
    const sorts = packed.kinds.split(" ");
    this.places = new Map(
      packed.geoids.split(" ").map((geoid, at) => {
        const [people, names] = [packed.people[at], packed.names[at]];
        return [geoid, { geoid, kind: sorts[at], people, names }];
      }),
    );
    this.called = packed.called;
    this.spanishKinds = packed.spanishKinds;
    this.formerCodes = new Map(Object.entries(packed.formerCodes));
    this.formerNames = new Map(Object.entries(packed.formerNames));
    this.texts = new Map();
    const [full, bare] = [[], []];
    for (const { geoid, names } of this.places.values()) {
      this.texts.set(geoid, ` ${fold(names.join(" "))} `);
      for (const words of names.map(wordsOf)) {
        for (const key of writing.keysOf(words)) full.push([key, geoid]);
        const named = isState(geoid) ? undefined : kinds.withoutKind(words);
        if (named?.found) for (const key of writing.keysOf(named.bare)) bare.push([key, geoid]);
      }
    }
    this.full = new Keys(full, limits);
    this.bare = new Keys(bare, limits);
  }

  /** The name that tells a place apart in a language: "Harris County, Texas". */
  labelOf(geoid, language) {
    const name = this.nameOf(geoid, language);
    const around = isState(geoid) ? name : this.nameOf(stateOf(geoid), language);
    return around && around !== name ? `${name}, ${around}` : name;
  }

  nameOf(geoid, language) {
    const name = this.places.get(geoid)?.names[0] ?? "";
    const ruled = language === "es" && !isState(geoid);
    const byRule = ruled ? spanishName(name, this.spanishKinds).title : name;
    return this.called[language]?.[geoid] ?? byRule;
  }
}
