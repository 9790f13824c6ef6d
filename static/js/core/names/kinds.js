/** Words around a name: "County", "parroquia de", "Sheriff's Office". */

export class Kinds {
  /** `kinds` as the server packs them. */
  constructor(kinds) {
    this.city = kinds.city;
    this.written = kinds.written;
    this.words = new Set(kinds.written.map(([written]) => written));
    this.joints = kinds.joints;
    this.neverBefore = new Set(kinds.neverBefore);
    this.inFront = new Set(kinds.inFront);
    this.leftBehind = new Set(kinds.leftBehind);
    this.everything = new Set(kinds.everything);
    this.every = new RegExp(`^(?:${kinds.every})$`);
    this.allOf = new Set(kinds.allOf);
    this.independent = new Set(kinds.independent);
    this.office = new RegExp(kinds.office, "g");
  }

  /** The words without those that name an office: "etowah county sheriffs office". */
  withoutOffice(words) {
    const left = words.join(" ").replace(this.office, " ").trim();
    return this.withoutFront(left ? left.split(/ +/) : []);
  }

  /** A name without the word for its kind, the kind that this means, whether one stood there. */
  withoutKind(words) {
    const text = words.join(" ");
    for (const [written, kind] of this.written) {
      if (text.startsWith(written)) {
        const bare = this.behind(text, written);
        if (bare) return this.inner(bare.split(" "), kind);
      }
      if (text.endsWith(` ${written}`)) {
        return this.inner(text.slice(0, -written.length).trim().split(" "), kind);
      }
    }
    return { bare: words, kind: "", found: false };
  }

  /** What stands behind the word for a kind that a text begins with; "" for nothing. */
  behind(text, written) {
    for (const joint of this.joints) {
      const joined = text.startsWith(joint, written.length);
      if (joined && (joint !== " " || !this.neverBefore.has(written))) {
        const rest = text.slice(written.length + joint.length).trim();
        if (rest) return rest;
      }
    }
    return "";
  }

  /** Once more, for "county of cook county": the outer word decides. */
  inner(words, kind) {
    let bare = this.withoutFront(words);
    if (bare.length > 1 && kind !== this.city) {
      const again = this.withoutKind(bare);
      if (again.found) bare = again.bare;
    }
    return { bare, kind, found: true };
  }

  /** Whether the words say only what a place is, and no name. */
  isAlone(words) {
    return this.words.has(words.join(" "));
  }

  /** Whether the words stand for all places together: "all counties". */
  meansEverything(words) {
    let end = words.length;
    while (end && this.allOf.has(words[end - 1])) end -= 1;
    const said = words.slice(0, end).join(" ");
    return this.everything.has(said) || (!/^[0-9]+$/.test(said) && this.every.test(said));
  }

  withoutFront(words) {
    let [start, end] = [0, words.length];
    while (end - start > 1 && this.inFront.has(words[start])) start += 1;
    while (end - start > 1 && this.leftBehind.has(words[end - 1])) end -= 1;
    return words.slice(start, end);
  }
}
