import assert from "node:assert/strict";
import { test } from "node:test";
import { TRAVEL_MS, chapterRead, travel } from "../../static/js/core/chapters.js";

test("the chapter that is read is the last that has passed the reading line", () => {
  assert.equal(chapterRead([100, 900, 1700], 1000), 0);
  assert.equal(chapterRead([-300, 449, 1250], 1000), 1);
  assert.equal(chapterRead([-300, 451, 1250], 1000), 0);
  assert.equal(chapterRead([-2000, -1200, -400], 1000), 2);
});

test("before the first chapter the map shows the first", () => {
  assert.equal(chapterRead([800, 1600, 2400], 1000), 0);
});

const A = { program: "a", day: 100 };
const LATER = { program: "a", day: 1500 };
const OTHER = { program: "b", day: 2000 };

test("the map plays on through the days to the next chapter", () => {
  const way = travel(A, LATER, false);
  assert.deepEqual([way.from, way.to], [100, 1500]);
  assert.equal((way.perSecond * TRAVEL_MS) / 1000, 1400);
});

test("back, to another program and for who wants less motion the day is shown at once", () => {
  assert.equal(travel(LATER, A, false), null);
  assert.equal(travel(A, OTHER, false), null);
  assert.equal(travel(A, LATER, true), null);
  assert.equal(travel(undefined, A, false), null);
});
