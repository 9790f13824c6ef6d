import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decoding } from "../../static/js/core/geometry.js";
import { atOnce, inTurns } from "../../static/js/core/pause.js";
import { findingRuns, findRuns } from "../../static/js/core/runs.js";

const BOUNDARIES = new URL("../../static/geo/us-counties-2010.json", import.meta.url);

function* counting(to, hear = () => {}) {
  for (let number = 1; number <= to; number += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    hear(number);
    yield;
  }
  return to;
}

test("steps give the same answer at once and in turns", async () => {
  assert.equal(atOnce(counting(40)), 40);
  assert.equal(await inTurns(counting(40)), 40);
});

test("others have their turn while long work is done", async () => {
  let done = 0;
  const seen = [];
  const other = setInterval(() => seen.push(done), 1);
  await inTurns(counting(80, (number) => (done = number)));
  clearInterval(other);
  assert.ok(seen.some((number) => number > 0 && number < 80));
});

test("work that is over takes no step more, and has no answer", async () => {
  let done = 0;
  const answer = await inTurns(
    counting(1000, (number) => (done = number)),
    () => done > 0,
  );
  assert.equal(answer, undefined);
  assert.ok(done < 1000);
});

test("the boundaries and their pixels are made in many small steps, with the same end", () => {
  const file = JSON.parse(readFileSync(BOUNDARIES, "utf8"));
  const boundaries = stepped(decoding(file), 110);
  assert.equal(boundaries.places.length, boundaries.boxes.length);
  assert.ok(boundaries.lines.county.every(({ box }) => box.length === 4));
  const width = 320;
  const numbers = Uint16Array.from({ length: width * 200 }, (_, at) => (at % 7) * (at % 11));
  const runs = stepped(findingRuns(numbers, width, 61), 8);
  assert.deepEqual(runs, findRuns(numbers, width, 61));
});

/** What a generator returns, when it takes at least so many steps for it. */
function stepped(steps, least) {
  for (let count = 0; ; count += 1) {
    const step = steps.next();
    if (!step.done) continue;
    assert.ok(count >= least, `${count} steps`);
    return step.value;
  }
}
