import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../../static/js/core/days.js";
import { NATION } from "../../static/js/core/geoids.js";
import {
  GeometryMismatch,
  countWithin,
  decodeSpans,
  neighbourChange,
} from "../../static/js/core/spans.js";

const FILE = {
  geometry: "abc",
  epoch: "2010-01-01",
  values: ["not-begun", "active"],
  initial: 0,
  changes: [
    [3, 1, 0, 1, 1],
    [7, 0, 1],
  ],
  hatched: [[5, 1, 2]],
  partial: [],
  counted: ["active", "states"],
  ofStates: {},
  later: {},
  countedOfState: ["active"],
  positions: ["unstated", "voluntary"],
  days: [
    [3, 3, 2, 1],
    [7, 2, 1, 1],
  ],
  states: { initial: 0, changes: [[3, 1, 0]] },
};
const START = dayNumber("2010-01-01");

test("a file made for other boundaries is refused", () => {
  assert.throws(() => decodeSpans(FILE, "other", 4, 2), GeometryMismatch);
});

test("days known to their month or year are told as such, of their places only", () => {
  const { partial } = decodeSpans(
    {
      ...FILE,
      partial: [
        [3, "2010", 1, 1],
        [7, "2010-01", 0],
      ],
    },
    "abc",
    4,
    2,
  );
  assert.equal(partial.of(2, START + 3), "2010");
  assert.equal(partial.of(1, START + 3), "2010");
  assert.equal(partial.of(0, START + 3), "");
  assert.equal(partial.of(0, START + 10), "2010-01");
  assert.equal(decodeSpans(FILE, "abc", 4, 2).partial.of(2, START + 3), "");
});

test("places, limits and states follow the day", () => {
  const spans = decodeSpans(FILE, "abc", 4, 2);
  spans.places.seek(START + 5);
  spans.limits.seek(START + 5);
  spans.states.seek(START + 5);
  assert.deepEqual([...spans.places.at], [1, 1, 1, 0]);
  assert.deepEqual([...spans.limits.at], [0, 0, 1, 0]);
  assert.deepEqual([...spans.states.at], [1, 0]);
});

test("the headline of a day is that of the last turning day", () => {
  const { headline } = decodeSpans(FILE, "abc", 4, 2);
  assert.equal(headline.on(START + 2).active, 0);
  assert.equal(headline.on(START + 2).position, "unstated");
  assert.equal(headline.on(START + 3).active, 3);
  assert.equal(headline.on(START + 9).position, "voluntary");
  assert.equal(headline.on(START + 10).states, 1);
});

test("days on which much of the map changes are known", () => {
  assert.deepEqual(decodeSpans(FILE, "abc", 4, 2).bigDays, [START + 3, START + 10]);
});

test("previous and next go to the nearest change, and nowhere beyond the last", () => {
  const { changeDays } = decodeSpans(FILE, "abc", 4, 2);
  assert.equal(neighbourChange(changeDays, START, 1), START + 3);
  assert.equal(neighbourChange(changeDays, START + 3, 1), START + 5);
  assert.equal(neighbourChange(changeDays, START + 5, -1), START + 3);
  assert.ok(Number.isNaN(neighbourChange(changeDays, START + 10, 1)));
  assert.ok(Number.isNaN(neighbourChange(changeDays, START + 3, -1)));
});

test("the counts of some places are theirs alone", () => {
  const spans = decodeSpans(FILE, "abc", 4, 2);
  spans.places.seek(START + 5);
  spans.limits.seek(START + 5);
  const { counts, limited } = countWithin([1, 3], spans.places, spans.limits);
  assert.deepEqual([[...counts], limited], [[1, 1], 0]);
  assert.deepEqual(countWithin([2, 3], spans.places, spans.limits).limited, 1);
});

test("how many active places never had a documented agreement follows day and state", () => {
  const ofStates = {
    "06": [[3, 2]],
    48: [
      [4, 3],
      [5, 5],
    ],
  };
  const file = { ...FILE, ofStates, documented: { "06": 6 } };
  const { undocumented } = decodeSpans(file, "abc", 4, 2);
  const on = (day, state) => undocumented.on(START + day, state);
  assert.deepEqual([on(2), on(3), on(5), on(6), on(9)], [0, 2, 5, 3, 5]);
  assert.deepEqual([on(5, "06"), on(6, "06"), on(9, "48")], [2, 0, 5]);
  assert.ok(Number.isNaN(decodeSpans({ ...FILE, ofStates }, "abc", 4, 2).undocumented.on(START)));
});

test("the number of a state's active places is that of its last turning day", () => {
  const ofStates = {
    "06": [
      [3, 2],
      [7, 1],
    ],
  };
  const spans = decodeSpans({ ...FILE, ofStates }, "abc", 4, 2);
  const on = (day) => spans.active.of("06", START + day);
  assert.deepEqual([on(2), on(3), on(9), on(10)], [0, 2, 2, 1]);
  assert.equal(spans.active.of("50", START + 3), 0);
});

test("of how many places more became known later is told of the nation and of each state", () => {
  const later = {
    US: [
      [3, 2],
      [4, 0],
    ],
    "06": [[3, 2]],
  };
  const spans = decodeSpans({ ...FILE, later }, "abc", 4, 2);
  const on = (day, state) => spans.later.of(state, START + day);
  assert.deepEqual([on(2, NATION), on(3, NATION), on(6, NATION), on(7, NATION)], [0, 2, 2, 0]);
  assert.deepEqual([on(9, "06"), on(9, "48")], [2, 0]);
});

test("a program's own numbers are read under its names, and a hatch may end", () => {
  const file = {
    ...FILE,
    hatched: [
      [2, 1, 0, 1],
      [4, 0, 1],
    ],
    counted: ["agreements", "agencies", "states"],
    days: [
      [3, 12, 10, 2, 1],
      [7, 13, 10, 2, 1],
    ],
    countedOfState: ["agreements", "agencies"],
    ofStates: { 48: [[3, 9, 8]] },
  };
  const spans = decodeSpans(file, "abc", 4, 2);
  const { agreements, agencies, states, position } = spans.headline.on(START + 5);
  assert.deepEqual([agreements, agencies, states, position], [12, 10, 2, "voluntary"]);
  assert.equal(spans.headline.on(START).agreements, 0);
  assert.deepEqual(spans.active.on("48", START + 3), { agreements: 9, agencies: 8 });
  assert.deepEqual(spans.active.on("48", START + 2), { agreements: 0, agencies: 0 });
  assert.ok(Number.isNaN(spans.undocumented.on(START + 5)));
  spans.limits.seek(START + 3);
  assert.deepEqual([...spans.limits.at], [1, 1, 0, 0]);
  spans.limits.seek(START + 6);
  assert.deepEqual([...spans.limits.at], [1, 0, 0, 0]);
});
