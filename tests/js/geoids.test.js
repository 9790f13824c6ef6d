/** What the shape of a geoid says in the browser. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { isState, stateOf } from "../../static/js/core/geoids.js";

test("a county lies in the state that its code begins with; a state is its own", () => {
  assert.equal(stateOf("17031"), "17");
  assert.equal(stateOf("17"), "17");
  assert.ok(isState("17"));
  assert.ok(!isState("17031"));
});
