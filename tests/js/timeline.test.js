import assert from "node:assert/strict";
import { test } from "node:test";
import { scrollTo } from "../../static/js/core/timeline.js";

test("a day far along lies in the middle of the window", () => {
  assert.equal(scrollTo(700, 300), 550);
});

test("a day near the beginning scrolls nothing", () => {
  assert.equal(scrollTo(100, 300), 0);
});
