import assert from "node:assert/strict";
import { test } from "node:test";
import { Track, flatten } from "../../static/js/core/track.js";

const ROWS = [
  [10, 1, 0, 2],
  [0, 2, 1],
  [5, 2, 0, 1, 1],
  [20, 0, 2],
];

function track() {
  return new Track(flatten(ROWS, 100), 4, 0, 3);
}

/** What the rows say on a day, looked up afresh. */
function lookUp(day) {
  const values = [0, 0, 0, 0];
  let on = 100;
  for (const [step, value, ...differences] of ROWS) {
    on += step;
    let place = 0;
    for (const difference of differences) {
      place += difference;
      if (on <= day) values[place] = value;
    }
  }
  return values;
}

test("a change holds from its own day", () => {
  const found = track();
  found.seek(109);
  assert.deepEqual([...found.at], [0, 0, 0, 0]);
  found.seek(110);
  assert.deepEqual([...found.at], [1, 2, 1, 0]);
});

test("seeking anywhere, either way, gives what a fresh look-up gives", () => {
  const found = track();
  for (const day of [200, 100, 112, 134, 135, 110, 115, 99, 136, 114]) {
    found.seek(day);
    assert.deepEqual([...found.at], lookUp(day), `day ${day}`);
  }
});

test("the counts always add up to all places", () => {
  const found = track();
  for (const day of [110, 140, 100, 115]) {
    found.seek(day);
    const counts = [0, 1, 2].map((value) => found.at.filter((at) => at === value).length);
    assert.deepEqual([...found.counts], counts);
  }
});

test("a step touches only the places that change", () => {
  const found = track();
  assert.equal(found.seek(110), 3);
  assert.deepEqual([...found.touchedPlaces.subarray(0, 3)], [0, 2, 1]);
  assert.equal(found.seek(111), 0);
  assert.equal(found.seek(109), 3);
});

test("a value holds since its last change, and always when there was none", () => {
  const found = track();
  found.seek(130);
  assert.equal(found.since(0), 115);
  assert.ok(Number.isNaN(found.since(3)));
  found.seek(112);
  assert.equal(found.since(0), 110);
});
