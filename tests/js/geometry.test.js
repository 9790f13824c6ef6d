/** What the browser makes of the boundaries file. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { decodeNumbers, Shapes, sortArcs } from "../../static/js/core/borders.js";
import { decode } from "../../static/js/core/geometry.js";

const FILE = JSON.parse(
  readFileSync(new URL("../../static/geo/us-counties-2010.json", import.meta.url), "utf8"),
);
const map = decode(FILE);
const ALPHABET = Array.from({ length: 95 }, (_, code) => String.fromCharCode(code + 32))
  .filter((character) => character !== '"' && character !== "\\")
  .join("");

function text(numbers) {
  return numbers.map((number) => ALPHABET[number]).join("");
}

function indexOf(geoid) {
  const index = map.places.indexOf(geoid);
  assert.notEqual(index, -1, `${geoid} is missing`);
  return index;
}

/** Two squares of side 10, side by side; the second walks their border backwards. */
function twoSquares() {
  const right = 20;
  const left = 19;
  const [down, up] = [right, left];
  const first = [1, 0, 0, 3, 1, right, 0, 1, 0, down, 2, left, 0, 0, up];
  const second = [1, right, 0, 2, 3, right, 0, 0, down, left, 0, 0, 0];
  return new Shapes(text([...first, ...second]));
}

test("a number below 62 is one character, a larger one is led by its low digits", () => {
  assert.deepEqual([...decodeNumbers(text([0, 61]))], [0, 61]);
  assert.deepEqual([...decodeNumbers(text([62 + 5, 62 + 1, 3]))], [5 + 1 * 31 + 3 * 31 * 31]);
});

test("a border drawn by one place is walked backwards by its neighbour", () => {
  const shapes = twoSquares();
  assert.deepEqual([...shapes.rings(0)[0]], [0, 0, 10, 0, 10, 10, 0, 10, 0, 0]);
  assert.deepEqual([...shapes.rings(1)[0]], [10, 0, 20, 0, 20, 10, 10, 10, 10, 0]);
});

test("a border is a state line between two states, a county line inside one, else the edge", () => {
  const shapes = twoSquares();
  shapes.rings(0);
  shapes.rings(1);
  const border = [10, 0, 10, 10];
  const apart = sortArcs(shapes.arcs, ["01001", "02001"]);
  assert.deepEqual([apart.state.map((line) => [...line]), apart.county], [[border], []]);
  const together = sortArcs(shapes.arcs, ["01001", "01003"]);
  assert.deepEqual([together.state, together.county.map((line) => [...line])], [[], [border]]);
  assert.equal(together.coast.length, 3);
});

test("every county of 2010 has rings that close", () => {
  assert.equal(map.places.length, 3234);
  assert.equal(map.rings.length, 3234);
  for (const [place, rings] of map.rings.entries()) {
    assert.ok(rings.length > 0, map.places[place]);
    for (const ring of rings) {
      assert.ok(ring.length >= 8, map.places[place]);
      assert.deepEqual([...ring.slice(-2)], [...ring.slice(0, 2)], map.places[place]);
    }
  }
});

test("geoids are in order, and the places that changed since 2010 are as they were", () => {
  assert.deepEqual(map.places, [...map.places].sort());
  assert.equal(map.fullName(indexOf("51515")), "Bedford city");
  assert.equal(map.fullName(indexOf("46113")), "Shannon County");
  assert.equal(map.fullName(indexOf("02270")), "Wade Hampton Census Area");
});

test("a name that breaks the rule of its kind is still whole", () => {
  assert.equal(map.fullName(indexOf("01001")), "Autauga County");
  assert.equal(map.fullName(indexOf("11001")), "District of Columbia");
  assert.equal(map.fullName(indexOf("66010")), "Guam");
});

test("path data starts every ring where it starts and walks it in relative steps", () => {
  for (const geoid of ["11001", "15003", "51019"]) {
    const place = indexOf(geoid);
    const path = map.toPath(place);
    assert.match(path, /^(M-?\d+,-?\d+l-?\d+,-?\d+( -?\d+,-?\d+)+z)+$/);
    assert.equal(path.split("z").length - 1, map.rings[place].length);
    assert.ok(path.startsWith(`M${map.rings[place][0][0]},${map.rings[place][0][1]}l`));
  }
});

test("a place's box holds it, and its state's box holds that", () => {
  const boxes = new Map(map.states.map(({ geoid, box }) => [geoid, box]));
  for (const [place, [left, top, right, bottom]] of map.boxes.entries()) {
    const box = boxes.get(map.places[place].slice(0, 2));
    assert.ok(left < right && top < bottom, map.places[place]);
    assert.ok(left >= box[0] && top >= box[1] && right <= box[2] && bottom <= box[3]);
  }
});

test("lines between states, and the edge of the land, come as path data too", () => {
  for (const path of [map.stateMesh, map.countyMesh, map.coast]) {
    assert.match(path, /^(M-?\d+,-?\d+l-?\d+,-?\d+( -?\d+,-?\d+)*)+$/);
  }
  assert.equal(map.stateMesh.split("M").length - 1, map.lines.state.length);
});
