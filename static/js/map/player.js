/** Play and pause. */

import { Playhead } from "../core/play.js";

const DAYS_A_SECOND = 90;
const CALM_DAYS_A_SECOND = 60;
const CALM_STEP_MS = 500;

export class Player {
  /** `range()` gives { day, start, end, bigDays }; `onday(day)` and `onpause()` go up. */
  constructor(button, words, { range, onday, onpause }) {
    Object.assign(this, { button, words, range, onday, onpause });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.frame = 0;
    button.hidden = false;
    button.addEventListener("click", () => (this.playing ? this.pause() : this.play()));
  }

  get playing() {
    return this.frame !== 0;
  }

  play() {
    const { day, start, end, bigDays } = this.range();
    const from = day >= end ? start : day;
    this.head = this.calm.matches
      ? new Playhead(from, end, bigDays, CALM_DAYS_A_SECOND, CALM_STEP_MS)
      : new Playhead(from, end, bigDays, DAYS_A_SECOND);
    this.label(this.words.pause, true);
    this.shown = Number.NaN;
    this.frame = requestAnimationFrame((moment) => this.advance(moment));
  }

  advance(moment) {
    const day = this.head.at(moment);
    if (day !== this.shown) this.onday(day);
    this.shown = day;
    if (this.head.done) this.pause();
    else this.frame = requestAnimationFrame((next) => this.advance(next));
  }

  pause() {
    if (!this.playing) return;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.label(this.words.play, false);
    this.onpause();
  }

  label(text, playing) {
    this.button.querySelector("span").textContent = text;
    this.button.classList.toggle("is-playing", playing);
  }
}
