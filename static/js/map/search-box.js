/** The search field: a combobox over all places; without a match the list page searches. */

import { findPlaces, indexPlaces } from "../core/search.js";

export class SearchBox {
  /** `loadEntries()` resolves to `[{ geoid, label, also }]`, once, when the field is first used. */
  constructor(form, words, { loadEntries, onchoose }) {
    Object.assign(this, { form, words, loadEntries, onchoose });
    this.input = form.querySelector("input[role=combobox]");
    this.list = form.querySelector("[role=listbox]");
    this.state = form.querySelector("[role=status]");
    this.found = [];
    this.active = -1;
    this.input.addEventListener("focus", () => this.load());
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => this.point(event));
    form.addEventListener("submit", (event) => this.submit(event));
  }

  async load() {
    this.loading ??= this.loadEntries().then(indexPlaces);
    this.index = await this.loading;
    if (document.activeElement === this.input && this.input.value) this.find();
  }

  find() {
    if (!this.index) return;
    this.found = findPlaces(this.index, this.input.value);
    this.active = -1;
    this.list.replaceChildren(...this.found.map((entry, index) => this.option(entry, index)));
    const open = this.found.length > 0;
    this.open(open);
    this.state.textContent = this.input.value && !open ? this.words.nothing : "";
  }

  option(entry, index) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.index = index;
    option.textContent = entry.label;
    return option;
  }

  open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
  }

  press(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape") this.close();
    if (!(event.key in moves) || !this.found.length) return;
    event.preventDefault();
    this.open(true);
    const count = this.found.length;
    const from = this.active < 0 && event.key === "ArrowUp" ? 0 : this.active;
    this.mark((from + moves[event.key] + count) % count);
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((option, other) => {
      option.setAttribute("aria-selected", String(other === index));
    });
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${index}`);
    this.list.children[index].scrollIntoView({ block: "nearest" });
  }

  point(event) {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    this.choose(this.found[Number(option.dataset.index)]);
  }

  /** Enter takes the marked place, or the first one found. */
  submit(event) {
    const entry = this.found[Math.max(0, this.active)];
    if (!entry || !this.input.value) return;
    event.preventDefault();
    this.choose(entry);
  }

  choose(entry) {
    this.input.value = entry.label;
    this.close();
    this.found = [];
    this.onchoose(entry.geoid);
  }
}
