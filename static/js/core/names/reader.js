/**
 * Reads what people write as places, as `jurisdictions/gazetteer/reader.py` does on the server:
 * the words and weights come from there, and tests hold both to the same answers.
 */

import { strip, wordsOf } from "../folding.js";
import { CodeFinder } from "./by-code.js";
import { NameFinder } from "./by-name.js";
import { Codes } from "./codes.js";
import { Kinds } from "./kinds.js";
import { Parsing } from "./parsing.js";
import { Cities, Zips } from "./parts.js";
import { PlaceIndex } from "./place-index.js";
import { StateNames } from "./state-names.js";
import { Writing } from "./writing.js";

/** A code of five digits with no letter, digit or hyphen beside it. */
const CODE_INSIDE = /(^|[^\p{L}\p{N}_-])([0-9]{5})(-[0-9]{4})?(?![\p{L}\p{N}_-])/u;

export class NameReader {
  /** `packed`: the file of places; `starts`: `{ cities, zips }`, what their parts begin with. */
  constructor(packed, starts) {
    const { words } = packed;
    this.words = words;
    this.ranks = words.ranks;
    const limits = { mostBegun: this.ranks.mostBegun, slipFrom: words.slipFrom };
    const [writing, kinds] = [new Writing(words), new Kinds(words.kinds)];
    const states = new StateNames(words);
    this.index = new PlaceIndex(packed, { writing, kinds, limits });
    this.parts = {
      cities: new Cities(starts.cities, { writing, limits }),
      zips: new Zips(starts.zips),
    };
    this.kinds = kinds;
    this.codes = new Codes(words.codes, words.states);
    this.parsing = new Parsing({ writing, kinds, states, mostWords: words.mostWords });
    const { index, ranks, parts } = this;
    const { nicknames } = words;
    const { mostBegun } = words.codes;
    this.byName = new NameFinder({
      ...{ index, writing, kinds, states, nicknames, ranks },
      cities: parts.cities,
    });
    this.byCode = new CodeFinder({ index, ranks, mostBegun, zips: parts.zips });
  }

  /** Take in a part that was lacking: "cities-a". */
  put(name, file) {
    const [kind, start] = name.split("-");
    this.parts[kind].put(start, file);
  }

  /** Whether a text is one that only the server reads: an Open Civic Data identifier. */
  isForServer(text) {
    return text.trim().toLowerCase().startsWith(this.words.codes.ocd);
  }

  /**
   * The likeliest places for a text: `{ sure, places: [{ geoid, label, found }] }`, as the server
   * answers. Throws Lacking, with the parts that it needs first.
   */
  answer(text, language) {
    const matches = this.read(text);
    const exact = this.soCalled(matches);
    const places = matches.slice(0, this.ranks.offered).map(({ geoid, said }) => ({
      geoid,
      label: this.index.labelOf(geoid, language),
      found: said,
    }));
    return { sure: (exact.length || matches.length) === 1, places };
  }

  /** The places that a text may mean, the likeliest first; of those nearly so called some. */
  read(text) {
    const said = Array.from(text).slice(0, this.words.longest).join("");
    const code = this.codes.codeIn(said);
    if (code) return this.byCode.find(code);
    const inside = CODE_INSIDE.exec(said);
    const beside = inside ? this.besideCode(said, inside) : [];
    return beside.length ? beside : this.named(said);
  }

  /** A name with a geoid or a ZIP code beside it: what both say, or else the code. */
  besideCode(text, inside) {
    const [all, before, digits] = inside;
    const found = this.byCode.find(this.codes.codeIn(digits));
    const rest = `${text.slice(0, inside.index + before.length)} ${text.slice(inside.index + all.length)}`;
    const named = new Set(this.exactly(strip(rest, this.words.punctuation)));
    const both = found.filter(({ geoid }) => named.has(geoid));
    return [...both, ...found.filter(({ geoid }) => !named.has(geoid))];
  }

  /** The geoids of those that are exactly so called. */
  exactly(text) {
    const wishes = this.parsing.wantedIn(text);
    if (wishes.some(({ words }) => this.kinds.meansEverything(words))) return [];
    return [...this.exactOf(text, wishes).found.keys()];
  }

  exactOf(text, wishes) {
    const found = this.byName.candidates();
    this.byName.states(wordsOf(text), found);
    wishes.forEach((wish, step) => {
      if (!wish.last || !found.exact) this.byName.exact(wish, found, step);
    });
    this.parts.cities.settle();
    return found;
  }

  named(text) {
    const wishes = this.parsing.wantedIn(text);
    if (wishes.some(({ words }) => this.kinds.meansEverything(words))) return [];
    const found = this.exactOf(text, wishes);
    for (const wish of wishes) if (!wish.last || !found.size) this.byName.begun(wish, found);
    this.parts.cities.settle();
    // What is nearly so called comes last: when enough is found, it is not looked for.
    if (!found.exact && found.size < this.ranks.offered) {
      for (const wish of wishes) this.byName.near(wish, found);
      this.parts.cities.settle();
    }
    if (!found.size) this.stateAlone(wishes, found);
    return found.inOrder();
  }

  /** An office of a whole state, "Alaska, Department of Corrections", may mean the state. */
  stateAlone(wishes, found) {
    const named = wishes.filter(({ states, last }) => states && !last);
    const [state, ...others] = named[0]?.states ?? [];
    const isOffice = ({ words }) => words.length && !this.kinds.withoutOffice(words).length;
    if (state && !others.length && wishes.some(isOffice)) {
      found.add(state, this.ranks.how.NEAR, 0);
    }
  }

  /** The exact ones, of cities only those that come before any place that is so called. */
  soCalled(matches) {
    const [exacts, owns] = [new Set(this.ranks.exact), new Set(this.ranks.ofThePlace)];
    const exact = matches.filter(({ how }) => exacts.has(how));
    const own = exact.findIndex(({ how }) => owns.has(how));
    return exact.filter(({ how }, at) => own < 0 || at < own || owns.has(how));
  }
}
