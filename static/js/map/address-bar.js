/** The address says what is shown; browsers allow some hundred changes a half minute, so it waits. */

import { readAddress, writeAddress } from "../core/url-state.js";

const WAIT_MS = 350;

export class AddressBar {
  /** `days` can be told of; `onrestore(shown)` goes up when the reader goes back or forward. */
  constructor(defaults, days, onrestore) {
    Object.assign(this, { defaults, days });
    addEventListener("popstate", () => onrestore(this.read()));
  }

  /** What the address says. */
  read() {
    return readAddress(location.search, this.defaults, this.days);
  }

  /** Say what is shown, soon; `known` and `edition` stay. */
  write(shown) {
    this.shown = shown;
    this.waiting ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  /** A choice, to which the reader can come back: what was shown before it stays in the history. */
  step(choose) {
    if (this.waiting) this.flush();
    choose();
    this.flush("pushState");
  }

  flush(how = "replaceState") {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const query = writeAddress(this.shown, location.search);
    if (query !== location.search) history[how](null, "", query + location.hash);
  }
}
