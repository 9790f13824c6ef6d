/** The coloured places, a number for every pixel, coloured by look-up; and the lines over them. */

import { atOnce } from "../core/pause.js";
import { flattenRings, numbering } from "../core/raster.js";
import { fillPlace, findingRuns, hatchPlace } from "../core/runs.js";
import { toPixel } from "../core/colours.js";
import { DOTS, RULES, textureCell, texturePlace } from "../core/textures.js";

const MARK_CSS_PX = 3;
/** A map under 560 CSS px has finer marks. */
const SMALL_CSS_PX = 560;
const HATCH_PERIOD_CSS_PX = { wide: 6, small: 4.5 };
const HATCH_SHARE = { added: 0.25, missing: 1 / 3 };
const FEW_PLACES = 24;
/** Places that are painted in one step of the first drawing. */
const PLACES_A_STEP = 128;

export class PlacesCanvas {
  /** `lines` is the canvas that is laid over the places. */
  constructor(boundaries, colouring, lines) {
    this.boundaries = boundaries;
    this.colouring = colouring;
    this.lines = lines;
    this.flat = flattenRings(boundaries.rings);
    this.element = document.createElement("canvas");
    this.element.hidden = true;
    this.context = this.element.getContext("2d", { alpha: false, willReadFrequently: true });
    this.ground = 0;
  }

  /** Number the pixels of a new view and paint all. */
  draw(view, ground) {
    atOnce(this.drawing(view, ground));
  }

  /** The same in steps, for pause.js. */
  *drawing(view, ground) {
    const side = Math.round(MARK_CSS_PX * view.density);
    const { numbers, marks } = yield* numbering(this.flat, this.boundaries.boxes, view, side);
    const runs = yield* findingRuns(numbers, view.width, this.boundaries.places.length);
    yield;
    Object.assign(this, { view, numbers, marks, runs });
    this.chooseMarks(view);
    this.image = new ImageData(view.width, view.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    yield;
    this.setGround(ground);
    yield* this.painting();
    yield;
    // A canvas that takes another size is black until something is laid on it.
    if (this.element.width !== view.width) this.element.width = view.width;
    if (this.element.height !== view.height) this.element.height = view.height;
    this.lay();
    this.element.hidden = false;
  }

  /** The hatch and the textures, in whole pixels of this view. */
  chooseMarks(view) {
    const small = view.scale * this.boundaries.extent[0] < SMALL_CSS_PX * view.density;
    this.period = Math.round(HATCH_PERIOD_CSS_PX[small ? "small" : "wide"] * view.density);
    this.thick = Math.max(1, Math.round(this.period * HATCH_SHARE[this.colouring.hatchKind]));
    this.cells = Object.fromEntries(
      [DOTS, RULES].map((kind) => [kind, textureCell(kind, view.density, small)]),
    );
  }

  /** Paint what is no place. */
  setGround(ground) {
    if (this.pixels) this.pixels.fill(toPixel(ground));
  }

  paintAll() {
    if (!this.view) return;
    atOnce(this.painting());
    this.lay();
  }

  *painting() {
    for (let place = 0; place < this.colouring.fill.length; place += 1) {
      this.paintPlace(place);
      if (place % PLACES_A_STEP === 0) yield;
    }
  }

  /** Lay all that is painted, and the lines over it, on the canvas. */
  lay() {
    if (!this.image) return;
    this.context.putImageData(this.image, 0, 0);
    this.context.drawImage(this.lines, 0, 0);
  }

  /** Paint the first `count` of `places` again. */
  paint(places, count) {
    if (!this.view || !count) return;
    const box = [this.view.width, this.view.height, 0, 0];
    for (let i = 0; i < count; i += 1) {
      this.paintPlace(places[i]);
      this.widen(box, places[i]);
    }
    this.put(count <= FEW_PLACES ? this.boxesOf(places, count) : [box]);
  }

  paintPlace(place) {
    const { fill, hatch, texture } = this.colouring;
    const { runs, pixels, view } = this;
    fillPlace(pixels, runs, place, fill[place]);
    const on = texture[place];
    if (on) texturePlace(pixels, runs, place, on.pixel, view.width, this.cells[on.kind]);
    if (hatch[place]) {
      const { period, thick } = this;
      hatchPlace(pixels, runs, place, hatch[place], view.width, period, thick);
    }
  }

  widen(box, place) {
    const { bounds } = this.runs;
    const at = place * 4;
    if (!bounds[at + 2]) return;
    box[0] = Math.min(box[0], bounds[at]);
    box[1] = Math.min(box[1], bounds[at + 1]);
    box[2] = Math.max(box[2], bounds[at + 2]);
    box[3] = Math.max(box[3], bounds[at + 3]);
  }

  boxesOf(places, count) {
    const { bounds } = this.runs;
    return Array.from({ length: count }, (_, i) =>
      bounds.subarray(places[i] * 4, places[i] * 4 + 4),
    );
  }

  /** Put boxes of pixels on the canvas, then the lines: taking turns would draw each by itself. */
  put(boxes) {
    const seen = boxes.filter(([left, , right]) => right > left);
    const sized = seen.map(([left, top, right, bottom]) => [left, top, right - left, bottom - top]);
    for (const box of sized) this.context.putImageData(this.image, 0, 0, ...box);
    for (const box of sized) this.context.drawImage(this.lines, ...box, ...box);
  }

  /** The place at a CSS pixel of the view, or -1. `reach` looks that many CSS pixels around. */
  placeAt(x, y, reach = 0) {
    if (!this.view) return -1;
    const column = Math.floor(x * this.view.density);
    const row = Math.floor(y * this.view.density);
    const direct = this.numberAt(column, row);
    if (direct || !reach) return direct - 1;
    return this.nearest(column, row, Math.round(reach * this.view.density)) - 1;
  }

  numberAt(column, row) {
    const { width, height } = this.view;
    if (column < 0 || row < 0 || column >= width || row >= height) return 0;
    return this.numbers[row * width + column];
  }

  nearest(column, row, reach) {
    for (let far = 2; far <= reach; far += 2) {
      for (let turn = 0; turn < 16; turn += 1) {
        const angle = (turn * Math.PI) / 8;
        const number = this.numberAt(
          Math.round(column + far * Math.cos(angle)),
          Math.round(row + far * Math.sin(angle)),
        );
        if (number) return number;
      }
    }
    return 0;
  }
}
