/**
 * A written text -> what it may ask for: the words of a name, and the states it may lie in.
 * The state is taken off first, so that a word that is its name never counts as the place's.
 */

/** `states`: null for any. `last`: looked for only when nothing else fits exactly. */
function wish(parts, states = null, last = false) {
  return { parts, words: parts.flat(), states, last };
}

const NATION_WORDS = 4;

export class Parsing {
  constructor({ writing, kinds, states, mostWords }) {
    Object.assign(this, { writing, kinds, states, mostWords });
  }

  /** All that a text may ask for, the likeliest first. */
  wantedIn(text) {
    const parts = this.withoutNation(this.writing.partsOf(text));
    if (!parts.length) return [];
    return (parts.length > 1 && this.betweenCommas(parts)) || this.withoutCommas(parts);
  }

  /** The state is a part of its own; undefined when none is. */
  betweenCommas(parts) {
    const [rest, last] = [parts.slice(0, -1), parts.at(-1)];
    const behind = this.states.named(last);
    if (behind) return [wish(rest, new Set([behind]))];
    const before = this.states.named(parts[0]);
    if (before) return [wish(parts.slice(1), new Set([before]))];
    const begun = this.nearlyOrBegun(last);
    return begun.size ? [wish(rest, begun), wish(parts, null, true)] : undefined;
  }

  /** The state may be the last words of the text, or the first. */
  withoutCommas(parts) {
    const [before, last, first] = [parts.slice(0, -1), parts.at(-1), parts[0]];
    const found = [];
    const behind = this.stateBehind(last);
    if (behind) found.push(wish([...before, behind.head], new Set([behind.state])));
    found.push(wish(parts));
    for (let count = Math.min(this.mostWords, first.length - 1); count > 0; count -= 1) {
      const [state, rest] = [this.states.named(first.slice(0, count)), first.slice(count)];
      if (state && !this.kinds.isAlone(rest)) {
        found.push(wish([rest, ...parts.slice(1)], new Set([state]), true));
        break;
      }
    }
    if (last.length > 1 && !behind) {
      const begun = this.nearlyOrBegun(last.slice(-1));
      if (begun.size) found.push(wish([...before, last.slice(0, -1)], begun, true));
    }
    return found;
  }

  nearlyOrBegun(words) {
    const near = this.states.nearly(words);
    return near ? new Set([near]) : this.states.begun(words);
  }

  /** The state that the last words name, and the words before it. */
  stateBehind(words) {
    for (let count = Math.min(this.mostWords, words.length - 1); count > 0; count -= 1) {
      const state = this.states.named(words.slice(-count));
      if (state) return { state, head: words.slice(0, -count) };
    }
    return undefined;
  }

  /** The parts without the name of the United States at the end, unless nothing else is said. */
  withoutNation(parts) {
    let left = parts;
    while (left.length > 1 && this.states.isNation(left.at(-1))) left = left.slice(0, -1);
    const last = left.at(-1) ?? [];
    for (let count = NATION_WORDS; count > 0; count -= 1) {
      if (last.length > count && this.states.isNation(last.slice(-count))) {
        return [...left.slice(0, -1), last.slice(0, -count)];
      }
    }
    return left;
  }
}
