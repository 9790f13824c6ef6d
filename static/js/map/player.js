/** Play and pause. */

import { Playhead, paceOf } from "../core/play.js";

const CALM_SHARE = 2 / 3;
const CALM_STEP_MS = 500;

export class Player {
  /** `range()` gives { from, end, bigDays, pace }; `onday(day)` and `onpause()` go up. */
  constructor(button, words, { range, onday, onpause }) {
    Object.assign(this, { button, words, range, onday, onpause });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.frame = 0;
  }

  get playing() {
    return this.frame !== 0;
  }

  /** The button was pressed. */
  turn() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    const { from, end, bigDays, pace } = this.range();
    this.head = this.calm.matches
      ? new Playhead(from, end, bigDays, (day) => CALM_SHARE * paceOf(pace, day), CALM_STEP_MS)
      : new Playhead(from, end, bigDays, (day) => paceOf(pace, day));
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
