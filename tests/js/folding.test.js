/** Texts are compared whatever the accents, the case and the punctuation. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, strip, wordsOf } from "../../static/js/core/folding.js";

test("accents, case, apostrophes and signs do not matter", () => {
  assert.equal(fold("  Doña  ANA, "), "dona ana");
  assert.equal(fold("St. Mary’s"), "st marys");
  assert.equal(fold("Straße"), "strasse");
});

test("a text of no letters has no words", () => {
  assert.deepEqual(wordsOf(" – 🙂"), []);
  assert.deepEqual(wordsOf("Cook County"), ["cook", "county"]);
});

test("signs are taken off both ends alone", () => {
  assert.equal(strip(" (Cook, Ill.) ", " ()"), "Cook, Ill.");
  assert.equal(strip("(( ", " ("), "");
});
