/** What is said of a day beyond the record: from when, or up to when, it goes. */

export class Reach {
  /**
   * `record` has `from` (like "2008-03-28", "" for none), a text for days before it, and, as
   * `beyond`, texts with the days from which on each holds.
   */
  constructor(element, record, date) {
    Object.assign(this, { element, record, date });
    this.told = element.textContent;
  }

  /** The server's own words stand on the day that it wrote them for. */
  show(date) {
    this.element.textContent = date === this.date ? this.told : this.words(date);
    this.element.hidden = !this.element.textContent;
  }

  words(date) {
    const { from, begins, beyond } = this.record;
    if (from && date < from) return begins;
    return beyond.findLast(([day]) => day <= date)?.[1] ?? "";
  }
}
