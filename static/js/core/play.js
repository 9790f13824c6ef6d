/** How far play moves on: never two days that recolour the whole map within a third of a second. */

/** WCAG 2.3.1: no more than three flashes in a second. */
export const BETWEEN_BIG_MS = 334;

/** Moves a playhead; moments are milliseconds, days are day numbers. */
export class Playhead {
  /** `bigDays` sorted; `perSecond` days a second, in steps of at least `stepMs`. */
  constructor(day, end, bigDays, perSecond, stepMs = 0) {
    Object.assign(this, { day, end, bigDays, perSecond, stepMs });
    this.exact = day;
    this.moment = Number.NaN;
    this.lastBig = Number.NEGATIVE_INFINITY;
  }

  /** The day to show at a moment. */
  at(moment) {
    if (Number.isNaN(this.moment)) this.moment = moment;
    const elapsed = moment - this.moment;
    if (elapsed < this.stepMs) return this.day;
    this.moment = moment;
    this.exact = Math.min(this.end, this.exact + (elapsed * this.perSecond) / 1000);
    return this.arrive(Math.floor(this.exact), moment);
  }

  arrive(day, moment) {
    const big = this.bigDays.filter((other) => other > this.day && other <= day);
    if (big.length) {
      if (moment - this.lastBig < BETWEEN_BIG_MS) return this.hold(big[0] - 1);
      this.lastBig = moment;
      if (big.length > 1) return this.hold(big[1] - 1);
    }
    this.day = day;
    return day;
  }

  hold(day) {
    this.day = day;
    this.exact = day + 0.999;
    return day;
  }

  get done() {
    return this.day >= this.end;
  }
}
