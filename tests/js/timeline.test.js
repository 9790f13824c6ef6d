import assert from "node:assert/strict";
import { test } from "node:test";
import { scrollTo } from "../../static/js/core/timeline.js";

test("a day far along lies in the middle of the window", () => {
  assert.equal(scrollTo(700, 300, 132), 550);
});

test("a day near the beginning scrolls nothing", () => {
  assert.equal(scrollTo(100, 300, 132), 0);
});

test("the titles at the beginning are all in sight or all out of it, never cut", () => {
  assert.equal(scrollTo(200, 300, 132), 0);
  assert.equal(scrollTo(281, 300, 132), 0);
  assert.equal(scrollTo(282, 300, 132), 132);
  assert.equal(scrollTo(210, 200, 132), 132);
});
