/** What was chosen before the script came. */

import assert from "node:assert/strict";
import test from "node:test";

import { chosenEarly } from "../../static/js/core/early.js";

const field = (defaultValue, value) => ({ defaultValue, value });
const list = (value, ...options) => ({
  value,
  options: options.map((option, at) => ({ value: option, defaultSelected: at === 1 })),
});

test("a field and a list that hold what was written were not touched", () => {
  assert.deepEqual(chosenEarly([field("2011-08-05", "2011-08-05"), list("CA", "", "CA")]), []);
});

test("what was changed is told with what it holds now", () => {
  const [day, state] = [field("2011-08-05", "2012-06-05"), list("", "", "CA")];
  assert.deepEqual(chosenEarly([day, state]), [
    [day, "2012-06-05"],
    [state, ""],
  ]);
});

test("a list in which nothing is marked was written with its first option", () => {
  const options = [
    { value: "", defaultSelected: false },
    { value: "CA", defaultSelected: false },
  ];
  assert.deepEqual(chosenEarly([{ value: "", options }]), []);
  const chosen = { value: "CA", options };
  assert.deepEqual(chosenEarly([chosen]), [[chosen, "CA"]]);
});
