/** Texts are compared whatever the accents, the case and the punctuation. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../static/js/core/folding.js";

test("accents, case, apostrophes and signs do not matter", () => {
  assert.equal(fold("  Doña  ANA, "), "dona ana");
  assert.equal(fold("St. Mary’s"), "st marys");
});
