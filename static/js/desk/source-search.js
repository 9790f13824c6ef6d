/** The choice of a source: while words are typed, the list below shows what has them. */

import { findSources } from "../core/source-choices.js";

const SHOWN = 8;

export class SourceSearch {
  /** `load()` resolves to the index of all sources, once, when the field is first used. */
  constructor(box, load) {
    Object.assign(this, { box, load });
    this.input = box.querySelector("[data-find-in] input");
    this.list = box.querySelector("[data-offered]");
    this.state = box.querySelector("[data-found]");
    this.isNew = this.list.querySelector("[data-new]").closest("label");
    this.near = [...this.list.children].filter((choice) => choice !== this.isNew);
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("keydown", (event) => this.press(event));
  }

  async find() {
    const typed = this.input.value;
    const index = await this.load();
    if (typed !== this.input.value) return;
    const found = findSources(index, typed);
    const chosen = this.list.querySelector(":checked")?.closest("label");
    const kept = chosen && chosen !== this.isNew ? [chosen] : [];
    const known = kept.map((choice) => choice.querySelector("input").value);
    const shown = found.filter((source) => !known.includes(source.key)).slice(0, SHOWN);
    const rest = typed.trim() ? shown.map((source) => this.choice(source)) : this.near;
    this.list.replaceChildren(...new Set([...kept, ...rest, this.isNew]));
    this.say(typed.trim() ? found.length : null);
  }

  choice(source) {
    const label = document.createElement("label");
    label.className = "pick";
    const input = document.createElement("input");
    const name = this.input.name.replace(/find$/, "key");
    Object.assign(input, { type: "radio", name, value: source.key });
    const said = document.createElement("span");
    const title = document.createElement("b");
    title.textContent = source.title;
    said.append(title);
    if (source.about) {
      const about = document.createElement("span");
      about.className = "meaning";
      about.textContent = source.about;
      said.append(" ", about);
    }
    label.append(input, said);
    return label;
  }

  say(count) {
    const words = this.state.dataset;
    const form = new Intl.PluralRules(document.documentElement.lang).select(count ?? 0);
    const text = count === 0 ? words.none : words[form === "one" ? "one" : "other"];
    this.state.textContent = count === null ? "" : text.replace("%s", count);
  }

  /** Enter searches; it does not send the form. */
  press(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.find();
  }
}
