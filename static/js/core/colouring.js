/** Which colour every place has: its value's, paler when it stands back, hatched or not. */

import { luminance, mix, toPixel } from "./colours.js";

const STAND_BACK = 0.78;
/** Ink says that something is added; the page's own color, whole, that something is missing. */
const HATCH_STRENGTH = { added: 0.8, missing: 1 };

/** A fill that can hardly be told from the page would stand out less than what stands back. */
const QUIET = 1.3;

/** Paper, bare page and the greys of what is over have hardly any hue: nobody looks for them. */
const HUELESS = 16;
/** How many places a value may have that day to be ringed where they are too small to see. */
const FEW = 2;

/** The contrast of two colours, 1 to 21, as WCAG 2 has it. */
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The pixels of one value: `{ near, back, alone }` to fill with, each with its hatch. */
function pixelsOf({ colour, texture }, { ground, hatches, hatch, isolated }) {
  const hatchOn = (fill) =>
    hatches.reduce((a, b) => (contrast(a, fill) >= contrast(b, fill) ? a : b));
  const pair = (fill, ink, share) => [toPixel(fill), toPixel(mix(fill, ink, share))];
  const receding = mix(colour, ground, STAND_BACK);
  const alone = contrast(colour, ground) < QUIET ? isolated : colour;
  return {
    near: pair(colour, hatchOn(colour), HATCH_STRENGTH[hatch]),
    back: pair(receding, hatchOn(colour), 0.2),
    alone: pair(alone, hatchOn(alone), HATCH_STRENGTH[hatch]),
    plain: Math.max(...colour) - Math.min(...colour) <= HUELESS,
    texture: texture ? { kind: texture.kind, pixel: toPixel(texture.colour) } : null,
  };
}

/** Per place the pixel to fill with, the pixel to hatch with (0: no hatch), and the texture. */
export class Colouring {
  /** `stateOf` gives each place's state as a number. */
  constructor(stateOf) {
    this.stateOf = stateOf;
    this.fill = new Uint32Array(stateOf.length);
    this.hatch = new Uint32Array(stateOf.length);
    this.texture = new Array(stateOf.length).fill(null);
    this.state = -1;
    this.isolated = -1;
  }

  /**
   * Take up the colours of a layer: `values`, each `{ colour, texture: { kind, colour } | null }`,
   * the `ground`, the colours a `hatch` ("added" or "missing") may take, and what `isolated` fills a quiet value that stands alone.
   */
  usePalette({ values, ...around }) {
    this.hatchKind = around.hatch;
    this.palette = values.map((value) => pixelsOf(value, around));
  }

  /** Whether a place stands back behind a chosen state. */
  isBack(place) {
    return this.state >= 0 && this.stateOf[place] !== this.state;
  }

  /** Read one place's value and limit again. */
  update(place, value, limited) {
    const back = this.isBack(place) || (this.isolated >= 0 && this.isolated !== value);
    const pixels = this.palette[value];
    const alone = this.isolated >= 0 ? pixels.alone : pixels.near;
    const [fill, hatch] = back ? pixels.back : alone;
    this.fill[place] = fill;
    this.hatch[place] = limited ? hatch : 0;
    this.texture[place] = back ? null : pixels.texture;
  }

  /** The places whose value few have on that day, by index; `counts` are places by value. */
  rarePlaces(values, counts) {
    const isRare = this.palette.map(({ plain }, value) => !plain && counts[value] <= FEW);
    if (!isRare.some((rare, value) => rare && counts[value])) return [];
    return [...values.keys()].filter((place) => isRare[values[place]] && !this.isBack(place));
  }

  /** Read all places again. */
  updateAll(values, limits) {
    for (let place = 0; place < values.length; place += 1) {
      this.update(place, values[place], limits[place]);
    }
  }
}
