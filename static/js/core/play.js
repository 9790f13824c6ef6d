/** How far play moves on: never two days that recolour the whole map within a third of a second. */

/** WCAG 2.3.1: no more than three flashes in a second. */
export const BETWEEN_BIG_MS = 334;

/** Days a second on a day; `pace`: `[day number from which on, days a second]`, rising. */
export function paceOf(pace, day) {
  return (pace.findLast(([from]) => from <= day) ?? pace[0])[1];
}

/**
 * From which day to which to play: on from the day that is shown, or, where all that is told has
 * been seen, from `time.from` on (null: from the first day).
 */
export function playedFrom(day, { start, end }, { from, until }) {
  return { from: day >= (until ?? end) ? (from ?? start) : day, end: until ?? end };
}

/** Moves a playhead; moments are milliseconds, days are day numbers. */
export class Playhead {
  /** `bigDays` sorted; `perSecond(day)` days a second, in steps of at least `stepMs`. */
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
    this.exact = Math.min(this.end, this.exact + (elapsed * this.perSecond(this.exact)) / 1000);
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
