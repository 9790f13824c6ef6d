/** The horizontal runs of pixels of every place, read off the number raster: painting is filling them. */

import { atOnce } from "./pause.js";

const ROWS_A_STEP = 64;
const PLACES_A_STEP = 800;

/** Calls `found(number, start, end)` for each run of one number other than 0; some rows a step. */
function* eachRun(numbers, width, found) {
  for (let row = 0; row < numbers.length; row += width) {
    if (row % (width * ROWS_A_STEP) === 0) yield;
    const end = row + width;
    for (let at = row; at < end; ) {
      const number = numbers[at];
      const start = at;
      do at += 1;
      while (at < end && numbers[at] === number);
      if (number) found(number, start, at);
    }
  }
}

/**
 * The runs of all places: place p has runs first[p] to first[p + 1], each from `starts` to `ends`
 * (pixel offsets), inside the pixel box bounds[4p…] = left, top, right, bottom.
 */
export function findRuns(numbers, width, placeCount) {
  return atOnce(findingRuns(numbers, width, placeCount));
}

/** The same in steps, for pause.js: a generator that returns what `findRuns` answers. */
export function* findingRuns(numbers, width, placeCount) {
  const first = new Uint32Array(placeCount + 1);
  yield* eachRun(numbers, width, (number) => {
    first[number] += 1;
  });
  for (let place = 0; place < placeCount; place += 1) first[place + 1] += first[place];
  const next = first.slice();
  const starts = new Uint32Array(first[placeCount]);
  const ends = new Uint32Array(first[placeCount]);
  yield* eachRun(numbers, width, (number, start, end) => {
    const run = next[number - 1]++;
    starts[run] = start;
    ends[run] = end;
  });
  const bounds = yield* findingBounds(first, starts, ends, width);
  return { first, starts, ends, bounds };
}

function* findingBounds(first, starts, ends, width) {
  const bounds = new Int16Array((first.length - 1) * 4);
  for (let place = 0; place + 1 < first.length; place += 1) {
    if (place % PLACES_A_STEP === 0) yield;
    const from = first[place];
    const to = first[place + 1];
    if (from === to) continue;
    let left = width;
    let right = 0;
    for (let run = from; run < to; run += 1) {
      const column = starts[run] % width;
      left = Math.min(left, column);
      right = Math.max(right, column + ends[run] - starts[run]);
    }
    const top = Math.floor(starts[from] / width);
    const bottom = Math.floor(starts[to - 1] / width) + 1;
    bounds.set([left, top, right, bottom], place * 4);
  }
  return bounds;
}

/** Fills every run of a place with one 32-bit colour. */
export function fillPlace(pixels, runs, place, colour) {
  const { starts, ends } = runs;
  for (let run = runs.first[place]; run < runs.first[place + 1]; run += 1) {
    const end = ends[run];
    for (let at = starts[run]; at < end; at += 1) pixels[at] = colour;
  }
}

/** Strikes diagonals of `thick` pixels, `period` apart, through every run of a place. */
export function hatchPlace(pixels, runs, place, colour, width, period, thick) {
  const { starts, ends } = runs;
  for (let run = runs.first[place]; run < runs.first[place + 1]; run += 1) {
    const row = Math.floor(starts[run] / width);
    const phase = (starts[run] % width) + row;
    for (let at = starts[run], i = phase % period; at < ends[run]; at += 1) {
      if (i < thick) pixels[at] = colour;
      i = i + 1 === period ? 0 : i + 1;
    }
  }
}
