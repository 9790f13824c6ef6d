/** The day: a native range, a date field, and the buttons that go to the next change. */

import { dayNumber, isoDay } from "../core/days.js";

export class DaySlider {
  /** `write` puts a day number in words; `neighbour(day, direction)` finds the next change. */
  constructor(root, { write, neighbour, onchoose }) {
    this.range = root.querySelector("#map-range");
    this.field = root.querySelector("#map-date");
    this.write = write;
    this.range.addEventListener("input", () => onchoose(Number(this.range.value)));
    this.range.addEventListener("keydown", (event) => {
      const direction = { PageUp: 1, PageDown: -1 }[event.key];
      if (!direction) return;
      event.preventDefault();
      this.step(neighbour, direction, onchoose);
    });
    // While a year is being typed the field holds days of the year 2 or 20: they are none to go to.
    this.field.addEventListener("change", () => {
      const day = dayNumber(this.field.value);
      if (this.field.validity.valid && !Number.isNaN(day)) onchoose(day);
    });
    for (const link of root.querySelectorAll("[data-step]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.step(neighbour, Number(link.dataset.step), onchoose);
      });
    }
  }

  step(neighbour, direction, onchoose) {
    const day = neighbour(this.day, direction);
    if (!Number.isNaN(day)) onchoose(day);
  }

  get end() {
    return Number(this.range.max);
  }

  get start() {
    return Number(this.range.min);
  }

  /** Show a day; `words` for screen readers, empty while playing. */
  show(day, words) {
    this.day = day;
    if (Number(this.range.value) !== day) this.range.value = day;
    if (words) this.range.setAttribute("aria-valuetext", words);
  }

  /** The day has come to rest: the date field, slow to write, follows now. */
  settle() {
    this.range.setAttribute("aria-valuetext", this.write(this.day));
    this.field.value = isoDay(this.day);
  }
}
