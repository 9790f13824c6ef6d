import assert from "node:assert/strict";
import { test } from "node:test";
import { waitBefore } from "../../static/js/core/again.js";

test("each wait is twice the one before, up to twenty seconds, and there is an end", () => {
  const waits = Array.from({ length: 14 }, (_, attempt) => waitBefore(attempt));
  assert.deepEqual(waits.slice(0, 6), [2000, 4000, 8000, 16000, 20000, 20000]);
  assert.deepEqual(waits.slice(11), [20000, Number.NaN, Number.NaN]);
});
