/** Codes as people and spreadsheets write them, by the patterns that the server packs. */

import { strip } from "../folding.js";
import { isState } from "../geoids.js";

const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "i");

/** A code whose one leading zero a spreadsheet took away, with it: "6075" -> "06075". */
function padded(digits, most) {
  return isState(`0${digits}`) || digits.length + 1 === most ? `0${digits}` : digits;
}

export class Codes {
  /** `codes` and `states` (letters -> digits) as the server packs them. */
  constructor(codes, states) {
    this.most = codes.digits;
    this.states = states;
    this.blanks = codes.blanks;
    this.noise = new RegExp(codes.noise, "g");
    this.geoidSaid = new RegExp(codes.geoidSaid, "i");
    this.zipSaid = new RegExp(codes.zipSaid, "i");
    this.power = whole(codes.power);
    this.stateBefore = whole(codes.stateBefore);
    this.shapes = codes.shapes.map(([pattern, shape]) => [whole(pattern), shape]);
  }

  /**
   * The code that a text is, undefined for other texts: `{ digits, whole, sure, zipOnly, lost }`.
   * `whole` has its leading zero; `lost`: a spreadsheet shortened the number.
   */
  codeIn(text) {
    const plain = this.stripped(this.stripped(text.normalize("NFKC")).replace(this.noise, ""));
    const bare = plain.replace(this.zipSaid, "");
    const isZip = bare !== plain;
    const said = isZip ? bare : plain.replace(this.geoidSaid, "");
    for (const [pattern, shape] of this.shapes) {
      const found = pattern.exec(said);
      if (found) {
        const digits = found.slice(1).join("");
        return this.code(digits, { sure: shape === "sure", zipOnly: isZip || shape === "zip" });
      }
    }
    const behind = isZip ? null : this.stateBefore.exec(said);
    if (behind) return this.behindState(behind);
    const power = this.power.exec(said);
    return power ? this.unpacked(power, isZip) : undefined;
  }

  stripped(text) {
    return strip(text, this.blanks);
  }

  code(digits, { sure = false, zipOnly = false, lost = false }) {
    return { digits, whole: padded(digits, this.most), sure, zipOnly, lost };
  }

  /** The code of a county behind its state's letters; none where the digits are not its own. */
  behindState([, letters, digits, county]) {
    const key = letters.toLowerCase();
    const state = Object.hasOwn(this.states, key) ? this.states[key] : "";
    const isOwn = state && (digits === undefined || digits === state);
    return isOwn ? this.code(`${state}${county}`, { sure: true }) : undefined;
  }

  /** The digits of a number with a power of ten: all of them have to be there. */
  unpacked([, first, others = "", said], zipOnly) {
    const power = Number(said);
    if (power >= this.most) return undefined;
    const digits = `${first}${others}`.slice(0, power + 1);
    return this.code(digits, { zipOnly, lost: others.length < power });
  }
}
