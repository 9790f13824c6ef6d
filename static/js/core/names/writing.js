/** How written names are compared: letters alone, short forms written out, one slip allowed. */

import { wordsOf } from "../folding.js";

/** How many letters two texts have in common at their beginnings. */
function shared(one, other) {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count] === other[count]) count += 1;
  return count;
}

function sharedAtEnd(one, other, from) {
  const most = Math.min(one.length, other.length) - from;
  let count = 0;
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) {
    count += 1;
  }
  return count;
}

/** Whether one letter more, less or other, or two changed about, makes the names equal. */
export function oneSlipApart(one, other) {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  const first = shared(one, other);
  const last = sharedAtEnd(one, other, first);
  const left = one.slice(first, one.length - last);
  const right = other.slice(first, other.length - last);
  if (Math.max(left.length, right.length) === 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

export class Writing {
  /** `words` as the server packs them: see jurisdictions/gazetteer/packed_words.py. */
  constructor(words) {
    this.short = new Map(Object.entries(words.short));
    this.dropped = new Set(words.dropped);
    this.parted = new RegExp(words.parted);
  }

  /** The parts of a text between commas, brackets and dashes, each as folded words. */
  partsOf(text) {
    return text
      .split(this.parted)
      .map(wordsOf)
      .filter((part) => part.length);
  }

  /** The words with one that is a slip away from a short form put right. */
  *shortMeant(words) {
    for (const [at, word] of words.slice(0, -1).entries()) {
      for (const short of this.short.keys()) {
        if (word !== short && word.length <= short.length + 1 && oneSlipApart(word, short)) {
          yield [...words.slice(0, at), short, ...words.slice(at + 1)];
        }
      }
    }
  }

  runTogether(words) {
    return words.map((word) => this.short.get(word) ?? word).join("");
  }

  /** What a name is looked up by: "St. John the Baptist" -> "saintjohnthebaptist". */
  keyOf(words) {
    const end = words.length - 1;
    return this.runTogether(
      words.filter((word, at) => at === 0 || at === end || !this.dropped.has(word)),
    );
  }

  /** The keys that a name is kept under: without its "and", and with it. */
  keysOf(words) {
    return new Set([this.keyOf(words), this.runTogether(words)]);
  }
}
