/** Where a day stands on the slider: years need not be equally far apart. */

/** A bent slider's own steps over its width: finer than a day where days are widest. */
const STEPS = 100_000;

export class Scale {
  /** `knots`: `[day number, percent]`, both rising; between two of them days are equally far apart. */
  constructor(knots) {
    this.knots = knots;
  }

  get start() {
    return this.knots[0][0];
  }

  get end() {
    return this.knots.at(-1)[0];
  }

  /** Whether all days are equally far apart: then each is a step. */
  get even() {
    return this.knots.length === 2;
  }

  /** The step of a day, kept on the slider. */
  stepOf(day) {
    if (this.even) return Math.min(this.end, Math.max(this.start, day));
    return Math.round((STEPS / 100) * this.between(day, 0, 1));
  }

  /** The day that is nearest to a step. */
  dayAt(step) {
    if (this.even) return step;
    return Math.round(this.between((100 * step) / STEPS, 1, 0));
  }

  between(value, from, to) {
    const { knots } = this;
    const last = knots.length - 1;
    let next = 1;
    while (next < last && value > knots[next][from]) next += 1;
    const before = knots[next - 1];
    const after = knots[next];
    const part = (value - before[from]) / (after[from] - before[from]);
    return before[to] + Math.min(1, Math.max(0, part)) * (after[to] - before[to]);
  }
}
