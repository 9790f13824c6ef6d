import assert from "node:assert/strict";
import { test } from "node:test";

import { findRuns } from "../../static/js/core/runs.js";
import { DOTS, RULES, textureCell, texturePlace } from "../../static/js/core/textures.js";

const share = (cell) =>
  cell.reduce((sum, columns) => sum + columns.length, 0) / (cell.length * cell.length);

test("where pixels are whole, dots are two squares on the diagonal of a cell", () => {
  assert.deepEqual(textureCell(DOTS, 1, false), [[0, 1], [0, 1], [], [3, 4], [3, 4], []]);
  assert.deepEqual(textureCell(DOTS, 1, true), [[0], [], [2], []]);
});

test("rules are whole rows, a third of their period at most", () => {
  assert.deepEqual(textureCell(RULES, 1, false), [[0, 1, 2, 3], [], [], []]);
  assert.equal(textureCell(RULES, 2, false).filter((columns) => columns.length).length, 2);
});

test("at every density dots cover about the same part of a fill, and never all of it", () => {
  for (const density of [1, 1.25, 1.5, 1.75, 2]) {
    for (const small of [false, true]) {
      const covered = share(textureCell(DOTS, density, small));
      assert.ok(covered > 0.1 && covered < 0.3, `${density} ${small}: ${covered}`);
    }
  }
});

/** A raster of random numbers in runs, and its width. */
function raster(width, height, places) {
  const numbers = new Uint16Array(width * height);
  let seed = 7;
  let number = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    if (seed % 5 === 0) number = seed % (places + 1);
    numbers[at] = number;
  }
  return numbers;
}

test("marks lie where the pixel's own row and column say, and on the place alone", () => {
  const [width, height, places] = [37, 23, 4];
  const numbers = raster(width, height, places);
  const runs = findRuns(numbers, width, places);
  for (const cell of [textureCell(DOTS, 1, false), textureCell(DOTS, 2, true)]) {
    const pixels = new Uint32Array(width * height);
    texturePlace(pixels, runs, 2, 9, width, cell);
    for (let at = 0; at < pixels.length; at += 1) {
      const [row, column] = [Math.floor(at / width), at % width];
      const marked = cell[row % cell.length].includes(column % cell.length);
      assert.equal(pixels[at], numbers[at] === 3 && marked ? 9 : 0, `pixel ${at}`);
    }
  }
});
