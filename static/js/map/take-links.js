/** The files to take away are those of the day, and of the state, that the map shows. */

export class TakeLinks {
  /** `panel` as the server wrote it, with sizes that hold for `state`. */
  constructor(panel, state) {
    this.links = [...panel.querySelectorAll("a[data-dated]")];
    this.days = this.links.map((link) => dayOf(link));
    this.state = state;
  }

  /**
   * Name the day (like 2011-08-05), under the name that the link gives it, and the state in every
   * address; what else it asks for stays.
   */
  show({ date, state }) {
    for (const [at, link] of this.links.entries()) {
      const address = new URL(link.href);
      address.searchParams.set(link.dataset.dated, date);
      if (state) address.searchParams.set("state", state);
      else address.searchParams.delete("state");
      link.href = address.href;
      const size = link.nextElementSibling;
      if (size?.classList.contains("take-size")) {
        // Every place has a row on every day; of what was in force there are more or fewer.
        const other = link.dataset.dated !== "date" && date !== this.days[at];
        size.hidden = other || state !== this.state;
      }
    }
  }
}

/** The day that a link names, null for none. */
function dayOf(link) {
  return new URL(link.href).searchParams.get(link.dataset.dated);
}
