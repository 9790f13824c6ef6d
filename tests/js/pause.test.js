import assert from "node:assert/strict";
import { test } from "node:test";
import { atOnce, inTurns } from "../../static/js/core/pause.js";

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
