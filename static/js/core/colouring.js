/** Which colour every place has: its value's, paler when it stands back, hatched or not. */

import { luminance, mix, toPixel } from "./colours.js";

const STAND_BACK = 0.78;
const HATCH_STRENGTH = 0.8;

/** The pixels of one value: `[near, nearHatch, back, backHatch]`. */
function pixelsOf(colour, ground, hatchColours) {
  const light = luminance(colour) + 0.05;
  const contrast = (hatch) => {
    const ratio = (luminance(hatch) + 0.05) / light;
    return Math.max(ratio, 1 / ratio);
  };
  const hatch = hatchColours.reduce((a, b) => (contrast(a) >= contrast(b) ? a : b));
  const back = mix(colour, ground, STAND_BACK);
  return [colour, mix(colour, hatch, HATCH_STRENGTH), back, mix(back, hatch, 0.2)].map(toPixel);
}

/** Per place the pixel to fill with and the pixel to hatch with (0: no hatch). */
export class Colouring {
  /** `stateOf` gives each place's state as a number. */
  constructor(stateOf) {
    this.stateOf = stateOf;
    this.fill = new Uint32Array(stateOf.length);
    this.hatch = new Uint32Array(stateOf.length);
    this.state = -1;
    this.isolated = -1;
  }

  /** Take up the colours of a layer's values, the ground, and the two hatch colours. */
  usePalette({ values, ground, hatches }) {
    this.palette = values.map((colour) => pixelsOf(colour, ground, hatches));
  }

  /** Read one place's value and limit again. */
  update(place, value, limited) {
    const back =
      (this.state >= 0 && this.stateOf[place] !== this.state) ||
      (this.isolated >= 0 && this.isolated !== value);
    const pixels = this.palette[value];
    this.fill[place] = pixels[back ? 2 : 0];
    this.hatch[place] = limited ? pixels[back ? 3 : 1] : 0;
  }

  /** Read all places again. */
  updateAll(values, limits) {
    for (let place = 0; place < values.length; place += 1) {
      this.update(place, values[place], limits[place]);
    }
  }
}
