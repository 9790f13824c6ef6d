/** What is said of a day beyond the record: from when, or up to when, it goes. */

export class Reach {
  /** `record` has `from` and `to` (like "2008-03-28", "" for none) and a text for either side. */
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
    const { from, to, begins, goes } = this.record;
    if (to && date > to) return goes;
    return from && date < from ? begins : "";
  }
}
