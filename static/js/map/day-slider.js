/** The day: a native range, a date field, and the buttons that go to the next change. */

import { dayNumber, isoDay } from "../core/days.js";

/** What a key moves by: a day, or a change. */
const KEYS = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 1,
  PageDown: -1,
};

export class DaySlider {
  /**
   * `scale` says where days stand; `write` puts a day number in words; `neighbour(day, direction)`
   * finds the next change.
   */
  constructor(root, { scale, write, neighbour, onchoose }) {
    this.scale = scale;
    this.range = root.querySelector("#map-range");
    this.field = root.querySelector("#map-date");
    this.write = write;
    this.range.addEventListener("input", () => onchoose(scale.dayAt(Number(this.range.value))));
    this.range.addEventListener("keydown", (event) => {
      const direction = KEYS[event.key];
      if (!direction) return;
      event.preventDefault();
      if (event.key.startsWith("Page")) this.step(neighbour, direction, onchoose);
      else onchoose(Math.min(this.end, Math.max(this.start, this.day + direction)));
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
    return this.scale.end;
  }

  get start() {
    return this.scale.start;
  }

  /** Show a day; `words` for screen readers, empty while playing. */
  show(day, words) {
    this.day = day;
    const step = this.scale.stepOf(day);
    if (Number(this.range.value) !== step) this.range.value = step;
    if (words) this.range.setAttribute("aria-valuetext", words);
  }

  /** The day has come to rest: the date field, slow to write, follows now. */
  settle() {
    this.range.setAttribute("aria-valuetext", this.write(this.day));
    this.field.value = isoDay(this.day);
  }
}
