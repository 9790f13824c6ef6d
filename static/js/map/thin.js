/** Where the record is thin: said of the nation, or of the chosen state where it is so of that. */

import { fillIn } from "../core/sentence.js";

export class Thin {
  /** `element` is the line; it carries the texts, and the codes of the states it is true of. */
  constructor(element) {
    this.element = element;
    this.link = element.querySelector("a");
    this.states = new Set(element.dataset.states.split(" "));
  }

  /** Speak of a state by its code and its name, or of the nation: "". */
  speakOf(code, name) {
    const { nation, state } = this.element.dataset;
    this.element.hidden = code !== "" && !this.states.has(code);
    this.link.textContent = code ? fillIn(state, { state: name }) : nation;
    const [path, search] = this.link.getAttribute("href").split("?");
    const query = new URLSearchParams(search);
    if (code) query.set("state", code);
    else query.delete("state");
    this.link.setAttribute("href", `${path}?${query}`);
  }
}
