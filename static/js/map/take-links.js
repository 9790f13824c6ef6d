/** The files to take away are those of the day, and of the state, that the map shows. */

export class TakeLinks {
  /** `panel` as the server wrote it, with sizes that hold for `state`. */
  constructor(panel, state) {
    this.links = [...panel.querySelectorAll("a[data-dated]")];
    this.state = state;
  }

  /** Name the day (like 2011-08-05) and the state in every address; what else it asks for stays. */
  show({ date, state }) {
    for (const link of this.links) {
      const address = new URL(link.href);
      address.searchParams.set("date", date);
      if (state) address.searchParams.set("state", state);
      else address.searchParams.delete("state");
      link.href = address.href;
      link.parentElement.querySelector(".take-size").hidden = state !== this.state;
    }
  }
}
