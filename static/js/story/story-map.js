/** The map beside the story: the map page's own canvases without its zoom. */

import { Colouring } from "../core/colouring.js";
import { stateOf } from "../core/geoids.js";
import { Playhead } from "../core/play.js";
import { BordersCanvas } from "../map/borders-canvas.js";
import { HighlightCanvas } from "../map/highlight-canvas.js";
import { readPalette, watchScheme } from "../map/palette.js";
import { PlacesCanvas } from "../map/places-canvas.js";

const MOST_DENSITY = 2;

/** Each place's state as its index among the states. */
function statesOf({ places, states }) {
  const index = new Map(states.map(({ geoid }, at) => [geoid, at]));
  return Uint8Array.from(places, (geoid) => index.get(stateOf(geoid)));
}

export class StoryMap {
  constructor(element, boundaries, { layer, captions }) {
    Object.assign(this, { element, boundaries, layer });
    this.colouring = new Colouring(statesOf(boundaries));
    this.borders = new BordersCanvas(boundaries, captions);
    this.areas = new PlacesCanvas(boundaries, this.colouring, this.borders.element);
    this.highlight = new HighlightCanvas(boundaries);
    element.append(this.areas.element, this.highlight.element);
  }

  /** Show a day of a program: `spans` as its file has them, `hatch` as it hatches. */
  show({ spans, hatch }, day) {
    cancelAnimationFrame(this.playing);
    if (spans === this.spans) {
      this.seek(day);
      this.rest();
      return;
    }
    Object.assign(this, { spans, hatch });
    spans.places.seek(day);
    spans.limits.seek(day);
    this.recolour();
    this.rest();
  }

  /** The day has come to rest: ring what is rare and tiny. */
  rest() {
    const { places } = this.spans;
    this.highlight.ring(this.colouring.rarePlaces(places.at, places.counts));
  }

  /** Go through the days of `travel` (see chapters.js), and stay on the last. */
  play({ from, to, perSecond }) {
    cancelAnimationFrame(this.playing);
    const head = new Playhead(from, to, this.spans.bigDays, () => perSecond);
    this.highlight.ring([]);
    const step = (moment) => {
      this.seek(head.at(moment));
      if (head.done) this.rest();
      else this.playing = requestAnimationFrame(step);
    };
    this.playing = requestAnimationFrame(step);
  }

  /** Follow the reader's colour scheme from now on. */
  watch() {
    watchScheme(() => this.recolour());
  }

  seek(day) {
    const { places, limits } = this.spans;
    const turned = places.seek(day) + limits.seek(day);
    if (!turned) return;
    this.colouring.updateAll(places.at, limits.at);
    this.areas.paintAll();
  }

  /** Take up the page's colours again: another program, another scheme. */
  recolour() {
    const { places, limits, values } = this.spans;
    this.palette = readPalette(this.layer, values, this.hatch);
    this.colouring.usePalette(this.palette);
    this.colouring.updateAll(places.at, limits.at);
    this.draw();
  }

  /** Draw for the room that there is. */
  draw() {
    const { width: units, height } = this.boundaries;
    const width = this.element.clientWidth;
    if (!width || !this.palette) return;
    const density = Math.min(MOST_DENSITY, globalThis.devicePixelRatio || 1);
    const view = {
      density,
      scale: (width * density) / (units * this.boundaries.scale),
      x: 0,
      y: 0,
      width: Math.round(width * density),
      height: Math.round(((width * height) / units) * density),
    };
    this.borders.draw(view, this.palette.lines, true);
    this.areas.draw(view, this.palette.ground);
    this.highlight.draw(view, this.palette.lines);
  }
}
