/** The search field: a combobox that answers at every key; the list page searches alike. */

const KEPT = 200;
const NOTHING = { sure: false, places: [] };
/** Who types on is not told how many there were. */
const SPOKEN_AFTER_MS = 400;

export class SearchBox {
  /** `names.ask(text, signal)` resolves to `{ sure, places: [{ geoid, label, found }] }`. */
  constructor(form, words, { names, onchoose }) {
    Object.assign(this, { form, words, names, onchoose });
    this.input = form.querySelector("input[role=combobox]");
    this.list = form.querySelector("[role=listbox]");
    this.state = form.querySelector("[role=status]");
    this.count = form.querySelector("[data-heard]");
    this.kept = new Map();
    this.answer = NOTHING;
    this.active = -1;
    this.asked = 0;
    this.input.addEventListener("focus", () => this.warm());
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => this.point(event));
    form.addEventListener("submit", (event) => this.submit(event));
    // What was typed before this script came counts.
    if (this.input.value.trim()) this.find();
    else if (document.activeElement === this.input) this.warm();
  }

  get found() {
    return this.answer.places;
  }

  /** Let the names come before the first letter. */
  warm() {
    this.names.open().catch(() => {});
  }

  /** Show the places for what stands in the field, unless it was asked again or chosen meanwhile. */
  async find() {
    const text = this.input.value.trim();
    this.asked += 1;
    const turn = this.asked;
    const answer = await this.answerTo(text);
    // An older question may be answered later than a newer one: the server may be the quicker.
    if (turn !== this.asked) return;
    this.answer = answer ?? NOTHING;
    this.active = -1;
    this.list.replaceChildren(...this.found.map((place, index) => this.option(place, index)));
    const open = this.found.length > 0 && document.activeElement === this.input;
    this.open(open);
    const without = answer ? this.words.nothing : this.words.unreachable;
    this.state.textContent = text && !this.found.length ? without : "";
    this.speak(open ? this.found.length : 0);
  }

  /** Let who cannot see the list hear how many places stand in it. */
  speak(number) {
    clearTimeout(this.speaking);
    const { one, several } = this.count.dataset;
    const told = number === 1 ? one : several.replace("{number}", number);
    if (!number) this.count.textContent = "";
    else {
      this.speaking = setTimeout(() => {
        this.count.textContent = told;
      }, SPOKEN_AFTER_MS);
    }
  }

  /** The answer to a text; undefined when none came. */
  async answerTo(text) {
    this.asking?.abort();
    if (!text) return NOTHING;
    if (this.kept.has(text)) return this.kept.get(text);
    this.asking = new AbortController();
    try {
      const answer = await this.names.ask(text, this.asking.signal);
      if (this.kept.size >= KEPT) this.kept.clear();
      this.kept.set(text, answer);
      return answer;
    } catch {
      return undefined;
    }
  }

  option(place, index) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.index = index;
    option.textContent = place.found ? `${place.label} · ${place.found}` : place.label;
    return option;
  }

  open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
    this.speak(0);
    this.state.textContent = "";
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

  /** Enter takes the marked place, or the one that is meant; of several it marks the first. */
  async submit(event) {
    const text = this.input.value.trim();
    if (!text) return;
    event.preventDefault();
    const marked = this.active >= 0 ? this.found[this.active] : undefined;
    if (marked) {
      this.choose(marked);
      return;
    }
    await this.find();
    if (text !== this.input.value.trim()) return;
    if (!this.found.length) this.form.submit();
    else if (this.answer.sure) this.choose(this.found[0]);
    else {
      this.open(true);
      this.mark(0);
    }
  }

  choose(place) {
    this.input.value = place.label;
    this.asked += 1;
    this.close();
    this.answer = NOTHING;
    this.onchoose(place.geoid);
  }
}
