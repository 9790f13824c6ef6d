/**
 * The number raster: which place every pixel shows. No DOM.
 *
 * A pixel belongs to the place that holds its centre. Neighbours share their vertices and a
 * crossing is always computed from an edge's upper end, so no pixel is claimed twice or missed.
 */

import { atOnce } from "./pause.js";

const ROW = 65536;
const FEW = 48;
/** Places that are filled in one step. */
const PLACES_A_STEP = 32;

/** Flat copies of the rings of all places, quick to walk. */
export function flattenRings(rings) {
  const all = rings.flat();
  const points = new Int16Array(all.reduce((sum, ring) => sum + ring.length, 0));
  const ringEnd = new Uint32Array(all.length);
  const firstRing = new Uint32Array(rings.length + 1);
  let at = 0;
  let ring = 0;
  rings.forEach((place, index) => {
    for (const line of place) {
      points.set(line, at);
      at += line.length;
      ringEnd[ring++] = at;
    }
    firstRing[index + 1] = ring;
  });
  return { points, ringEnd, firstRing };
}

/** A window on the map: pixel = unit * scale + offset; `density` device pixels to a CSS pixel. */
export function sees(view, box) {
  return (
    box[2] * view.scale + view.x >= 0 &&
    box[0] * view.scale + view.x <= view.width &&
    box[3] * view.scale + view.y >= 0 &&
    box[1] * view.scale + view.y <= view.height
  );
}

/** Draws place after place into `numbers` (0 is no place, n is place n - 1). */
class Filler {
  constructor(flat, view, numbers) {
    this.flat = flat;
    this.view = view;
    this.numbers = numbers;
    this.crossings = new Int32Array(4096);
    this.count = 0;
  }

  fill(place) {
    const { ringEnd, firstRing } = this.flat;
    this.count = 0;
    for (let ring = firstRing[place]; ring < firstRing[place + 1]; ring += 1) {
      this.trace(ring ? ringEnd[ring - 1] : 0, ringEnd[ring]);
    }
    this.sort();
    return this.paint(place + 1);
  }

  trace(start, end) {
    const { points } = this.flat;
    for (let at = start; at + 3 < end; at += 2) {
      if (points[at + 1] <= points[at + 3]) {
        this.cross(points[at], points[at + 1], points[at + 2], points[at + 3]);
      } else {
        this.cross(points[at + 2], points[at + 3], points[at], points[at + 1]);
      }
    }
  }

  cross(upperX, upperY, lowerX, lowerY) {
    const { scale, x, y, width, height } = this.view;
    const top = upperY * scale + y;
    const first = Math.max(0, Math.ceil(top - 0.5));
    const last = Math.min(height, Math.ceil(lowerY * scale + y - 0.5));
    if (first >= last) return;
    if (this.count + last - first > this.crossings.length) this.grow(last - first);
    const left = upperX * scale + x;
    const slope = (lowerX - upperX) / (lowerY - upperY);
    for (let row = first; row < last; row += 1) {
      const column = Math.ceil(left + (row + 0.5 - top) * slope - 0.5);
      this.crossings[this.count++] = row * ROW + Math.min(width, Math.max(0, column));
    }
  }

  grow(more) {
    const larger = new Int32Array((this.crossings.length + more) * 2);
    larger.set(this.crossings);
    this.crossings = larger;
  }

  sort() {
    const { crossings, count } = this;
    if (count > FEW) {
      crossings.subarray(0, count).sort();
      return;
    }
    for (let i = 1; i < count; i += 1) {
      const value = crossings[i];
      let j = i - 1;
      for (; j >= 0 && crossings[j] > value; j -= 1) crossings[j + 1] = crossings[j];
      crossings[j + 1] = value;
    }
  }

  paint(number) {
    const { crossings, count, numbers } = this;
    const { width } = this.view;
    let pixels = 0;
    for (let i = 0; i + 1 < count; i += 2) {
      const row = Math.trunc(crossings[i] / ROW) * width;
      const from = crossings[i] % ROW;
      const to = crossings[i + 1] % ROW;
      for (let at = row + from; at < row + to; at += 1) numbers[at] = number;
      pixels += to - from;
    }
    return pixels;
  }
}

/** Gives small places a square of `side` pixels, and never takes a place's last pixels for it. */
class Marker {
  constructor(view, side, numbers, counts) {
    Object.assign(this, { view, side, numbers, counts });
  }

  mark(box, place) {
    const { view, side } = this;
    const left = Math.round(((box[0] + box[2]) / 2) * view.scale + view.x - side / 2);
    const top = Math.round(((box[1] + box[3]) / 2) * view.scale + view.y - side / 2);
    this.square(left, top, side, place, side * side);
    // Among others as small: the nearest pixel that somebody can spare.
    for (let far = 0; !this.counts[place] && far < 2 * side; far += 1) {
      this.square(left - far, top - far, side + 2 * far, place, 1, 1);
    }
  }

  /** Take pixels of a square, as many as `most`, from places that keep more than `keep`. */
  square(left, top, side, place, keep, most = Number.POSITIVE_INFINITY) {
    for (let row = top; row < top + side; row += 1) {
      for (let column = left; column < left + side; column += 1) {
        if (this.counts[place] >= most) return;
        this.take(column, row, place, keep);
      }
    }
  }

  take(column, row, place, keep) {
    const { view, numbers, counts } = this;
    if (column < 0 || row < 0 || column >= view.width || row >= view.height) return;
    const at = row * view.width + column;
    const owner = numbers[at] - 1;
    if (owner === place || (owner >= 0 && counts[owner] <= keep)) return;
    if (owner >= 0) counts[owner] -= 1;
    counts[place] += 1;
    numbers[at] = place + 1;
  }
}

/**
 * Number every pixel of a view. Places with fewer than `side`² pixels get a square of that side.
 *
 * Returns { numbers, marks: indexes of the places that got a square }.
 */
export function numberPixels(flat, boxes, view, side) {
  return atOnce(numbering(flat, boxes, view, side));
}

/** The same in steps, for pause.js: a generator that returns what `numberPixels` answers. */
export function* numbering(flat, boxes, view, side) {
  const numbers = new Uint16Array(view.width * view.height);
  const counts = new Uint32Array(boxes.length);
  const filler = new Filler(flat, view, numbers);
  const marker = new Marker(view, side, numbers, counts);
  const marks = [];
  for (let place = 0; place < boxes.length; place += 1) {
    const box = boxes[place];
    if (place % PLACES_A_STEP === 0) yield;
    if (!sees(view, box)) continue;
    const small = (box[2] - box[0]) * (box[3] - box[1]) * view.scale ** 2 < side * side * 4;
    counts[place] = filler.fill(place);
    if (counts[place] < side * side && small) marks.push(place);
  }
  for (const place of marks) marker.mark(boxes[place], place);
  return { numbers, marks };
}
