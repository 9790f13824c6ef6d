/** The federal acts on the slider: links of a picture, one tab stop, arrows move along them. */

import { dayNumber } from "../core/days.js";

export class EventMarks {
  /** What each mark is about is read from it: its day, its words, where the act itself is told. */
  constructor(root, onchoose) {
    this.marks = [...root.querySelectorAll("[data-event]")];
    this.events = this.marks.map((mark) => ({
      day: dayNumber(mark.dataset.event),
      words: mark.getAttribute("aria-label"),
      href: mark.dataset.href,
    }));
    this.line = root.querySelector("#map-event");
    this.line.textContent ||= " ";
    this.text = this.line.firstChild;
    this.marks.forEach((mark, index) => {
      mark.addEventListener("click", (event) => {
        event.preventDefault();
        onchoose(this.events[index].day);
      });
      mark.addEventListener("keydown", (event) => this.move(event, index));
      for (const [name, shown] of [
        ["pointerenter", index],
        ["focus", index],
      ]) {
        mark.addEventListener(name, () => this.write(shown));
      }
      for (const name of ["pointerleave", "blur"]) {
        mark.addEventListener(name, () => this.write(this.latest));
      }
    });
    this.latest = Number.NaN;
    this.rove(0);
  }

  move(event, index) {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: this.marks.length - 1 };
    const mark = this.marks[to[event.key]];
    if (!mark) return;
    event.preventDefault();
    this.rove(to[event.key]);
    mark.focus();
  }

  rove(index) {
    this.marks.forEach((mark, other) => {
      mark.setAttribute("tabindex", other === index ? "0" : "-1");
    });
  }

  /** Name the latest federal act on a day. */
  show(day) {
    const latest = this.events.findLastIndex((event) => event.day <= day);
    if (latest === this.latest) return;
    this.latest = latest;
    this.write(latest);
  }

  write(index) {
    const link = this.line;
    link.hidden = index < 0;
    if (index < 0) return;
    this.text.nodeValue = this.events[index].words;
    link.setAttribute("href", this.events[index].href);
  }
}
