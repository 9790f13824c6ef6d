/** The files to take away are those of the day that is shown. */

export class TakeLinks {
  constructor(links) {
    this.links = [...links];
  }

  /** Name the day (like 2011-08-05) in every address; whatever else it asks for stays. */
  show(date) {
    for (const link of this.links) {
      const address = new URL(link.href);
      address.searchParams.set("date", date);
      link.href = address.href;
    }
  }
}
