import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decode } from "../../static/js/core/geometry.js";
import { flattenRings, numberPixels } from "../../static/js/core/raster.js";
import { fillPlace, findRuns, hatchPlace } from "../../static/js/core/runs.js";

const ring = (...points) => Int16Array.from(points);
const LEFT = [ring(0, 0, 0, 8, 4, 8, 6, 0, 0, 0)];
const RIGHT = [ring(6, 0, 4, 8, 8, 8, 8, 0, 6, 0)];
const DOT = [ring(1, 1, 1, 2, 2, 2, 2, 1, 1, 1)];
const BOXES = [
  [0, 0, 6, 8],
  [4, 0, 8, 8],
  [1, 1, 2, 2],
];
const view = (scale, x = 0, y = 0, size = 8 * scale) => ({
  scale,
  x,
  y,
  width: size,
  height: size,
});
const FILE = new URL("../../static/geo/us-counties-2010.json", import.meta.url);

/** Even-odd, by the definition: is the point inside the rings? */
function inside(rings, x, y) {
  let odd = false;
  for (const points of rings) {
    for (let at = 0; at + 3 < points.length; at += 2) {
      const [x0, y0, x1, y1] = points.subarray(at, at + 4);
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) odd = !odd;
    }
  }
  return odd;
}

test("every pixel has the place that holds its middle, neighbours leave no gap", () => {
  const { numbers } = numberPixels(flattenRings([LEFT, RIGHT]), BOXES, view(5), 0);
  numbers.forEach((number, at) => {
    const [x, y] = [((at % 40) + 0.5) / 5, (Math.floor(at / 40) + 0.5) / 5];
    assert.equal(number, inside(LEFT, x, y) ? 1 : 2, `${x}, ${y}`);
  });
});

test("the real boundaries give what a point in polygon test gives", () => {
  const map = decode(JSON.parse(readFileSync(FILE, "utf8")));
  const window = { scale: 0.6, x: -3300, y: -1100, width: 300, height: 200 };
  const { numbers } = numberPixels(flattenRings(map.rings), map.boxes, window, 0);
  for (let at = 0; at < numbers.length; at += 613) {
    const x = ((at % 300) + 0.5 - window.x) / window.scale;
    const y = (Math.floor(at / 300) + 0.5 - window.y) / window.scale;
    const found = map.rings.findIndex((rings) => inside(rings, x, y));
    assert.equal(numbers[at], found + 1);
  }
});

test("every one of the 3,234 places can be seen on the whole map, however small", () => {
  const map = decode(JSON.parse(readFileSync(FILE, "utf8")));
  for (const width of [390, 900]) {
    const scale = width / map.extent[0];
    const height = Math.round(map.extent[1] * scale);
    const whole = { scale, x: 0, y: 0, width, height };
    const { numbers } = numberPixels(flattenRings(map.rings), map.boxes, whole, 3);
    const seen = new Set(numbers);
    const missing = map.places.filter((_, place) => !seen.has(place + 1));
    assert.deepEqual(missing, [], `${width} px`);
  }
});

test("a place smaller than the mark gets the mark", () => {
  const flat = flattenRings([LEFT, RIGHT, DOT]);
  const { numbers, marks } = numberPixels(flat, BOXES, view(1), 3);
  assert.deepEqual(marks, [2]);
  assert.equal(numbers.filter((number) => number === 3).length, 9);
});

test("what lies outside the view is left out", () => {
  const { numbers } = numberPixels(flattenRings([LEFT]), BOXES, view(1, 100), 0);
  assert.ok(numbers.every((number) => number === 0));
});

test("the runs of a place are its pixels, and filling them paints nothing else", () => {
  const { numbers } = numberPixels(flattenRings([LEFT, RIGHT]), BOXES, view(5), 0);
  const runs = findRuns(numbers, 40, 2);
  const pixels = new Uint32Array(numbers.length);
  fillPlace(pixels, runs, 1, 7);
  pixels.forEach((pixel, at) => {
    assert.equal(pixel, numbers[at] === 2 ? 7 : 0);
  });
  assert.deepEqual([...runs.bounds.subarray(4)], [20, 0, 40, 40]);
});

test("the hatch runs on from place to place", () => {
  const { numbers } = numberPixels(flattenRings([LEFT, RIGHT]), BOXES, view(5), 0);
  const runs = findRuns(numbers, 40, 2);
  const pixels = new Uint32Array(numbers.length);
  for (const place of [0, 1]) hatchPlace(pixels, runs, place, 9, 40, 6, 2);
  pixels.forEach((pixel, at) => {
    const phase = ((at % 40) + Math.floor(at / 40)) % 6;
    assert.equal(pixel, phase < 2 ? 9 : 0);
  });
});
