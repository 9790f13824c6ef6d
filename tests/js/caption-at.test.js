/** Captions of insets that the edge of the map cuts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { captionAt } from "../../static/js/core/caption-at.js";

const VIEW = { scale: 1, x: 0, width: 640, density: 1, margin: 160 };

test("a caption stands in the frame's corner where all of it is seen", () => {
  assert.deepEqual(captionAt([200, 0, 100, 50], VIEW), { begin: 204, room: 92 });
});

test("where the left edge cuts a frame, its caption begins at what is seen of it", () => {
  assert.deepEqual(captionAt([100, 0, 160, 50], VIEW), { begin: 164, room: 92 });
});

test("where the right edge cuts a frame, its caption has less room", () => {
  assert.deepEqual(captionAt([420, 0, 160, 50], VIEW), { begin: 424, room: 52 });
});

test("a frame that is not seen has no room for any word", () => {
  for (const left of [0, 500]) assert.ok(captionAt([left, 0, 120, 50], VIEW).room < 0, left);
});

test("on a finer screen all is twice as large", () => {
  const view = { ...VIEW, scale: 2, width: 1280, margin: 320, density: 2 };
  assert.deepEqual(captionAt([200, 0, 100, 50], view), { begin: 408, room: 184 });
});
