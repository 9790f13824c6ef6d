/** The borders in the boundaries file: text to whole numbers, numbers to rings and lines. */

import { stateOf } from "./geoids.js";
import { atOnce } from "./pause.js";

const ALPHABET = Array.from({ length: 95 }, (_, code) => String.fromCharCode(code + 32))
  .filter((character) => character !== '"' && character !== "\\")
  .join("");
const LAST_DIGITS = 62;
const DIGITS = 31;
/** Lines that are sorted, or get their boxes, in one step. */
const LINES_A_STEP = 1000;
const VALUES = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value += 1) {
  VALUES[ALPHABET.charCodeAt(value)] = value;
}

/** The numbers of zero or more that a string of ALPHABET stands for. */
export function decodeNumbers(text) {
  const numbers = new Int32Array(text.length);
  let count = 0;
  let number = 0;
  let place = 1;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)];
    if (value < LAST_DIGITS) {
      numbers[count] = number + value * place;
      count += 1;
      number = 0;
      place = 1;
    } else {
      number += (value - LAST_DIGITS) * place;
      place *= DIGITS;
    }
  }
  return numbers.subarray(0, count);
}

/** Draws the places one after the other, and keeps who drew which border first. */
export class Shapes {
  constructor(text) {
    this.numbers = decodeNumbers(text);
    this.position = 0;
    this.arcs = [];
    this.unshared = new Map();
    this.startX = 0;
    this.startY = 0;
  }

  next() {
    this.position += 1;
    return this.numbers[this.position - 1];
  }

  /** The next number unfolded: 0, 1, 2, 3 stand for 0, -1, 1, -2. */
  signed() {
    const number = this.next();
    return (number >> 1) ^ -(number & 1);
  }

  /** The rings of the next place, each [x, y, x, y, …], closed: the last point is the first. */
  rings(place) {
    return Array.from({ length: this.next() }, () => this.ring(place));
  }

  ring(place) {
    this.startX += this.signed();
    this.startY += this.signed();
    const points = [this.startX, this.startY];
    for (let arcs = this.next(); arcs > 0; arcs -= 1) {
      const steps = this.next();
      if (steps) this.draw(points, steps, place);
      else this.share(points, place);
    }
    return new Int16Array(points);
  }

  draw(points, steps, place) {
    let x = points.at(-2);
    let y = points.at(-1);
    const arc = new Int16Array(2 * steps + 2);
    arc[0] = x;
    arc[1] = y;
    for (let step = 1; step <= steps; step += 1) {
      x += this.signed();
      y += this.signed();
      points.push(x, y);
      arc[2 * step] = x;
      arc[2 * step + 1] = y;
    }
    const drawn = { points: arc, first: place, second: -1 };
    this.arcs.push(drawn);
    const end = pointKey(x, y);
    if (this.unshared.has(end)) this.unshared.get(end).push(drawn);
    else this.unshared.set(end, [drawn]);
  }

  share(points, place) {
    const ending = this.unshared.get(pointKey(points.at(-2), points.at(-1)));
    const [arc] = ending.splice(this.next(), 1);
    arc.second = place;
    for (let at = arc.points.length - 4; at >= 0; at -= 2) {
      points.push(arc.points[at], arc.points[at + 1]);
    }
  }
}

function pointKey(x, y) {
  return x * 65536 + y;
}

/** Lets each line carry its box, so that what is out of view costs nothing; in steps. */
export function* addingBoxes(lines) {
  for (const [index, line] of lines.entries()) {
    if (index % LINES_A_STEP === 0) yield;
    const box = [line[0], line[1], line[0], line[1]];
    for (let at = 2; at < line.length; at += 2) {
      if (line[at] < box[0]) box[0] = line[at];
      else if (line[at] > box[2]) box[2] = line[at];
      if (line[at + 1] < box[1]) box[1] = line[at + 1];
      else if (line[at + 1] > box[3]) box[3] = line[at + 1];
    }
    line.box = box;
  }
}

/** Which lines each arc belongs to: a coast, a border of states, a border of counties. */
export function sortArcs(arcs, places) {
  return atOnce(sortingArcs(arcs, places));
}

/** The same in steps, for pause.js: a generator that returns what `sortArcs` answers. */
export function* sortingArcs(arcs, places) {
  const lines = { coast: [], state: [], county: [] };
  const state = places.map(stateOf);
  for (const [index, arc] of arcs.entries()) {
    if (index % LINES_A_STEP === 0) yield;
    if (arc.second < 0) lines.coast.push(arc.points);
    else if (state[arc.first] !== state[arc.second]) lines.state.push(arc.points);
    else if (arc.first !== arc.second) lines.county.push(arc.points);
  }
  return lines;
}
