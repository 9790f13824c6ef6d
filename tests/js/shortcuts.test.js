import assert from "node:assert/strict";
import { test } from "node:test";
import { isWrittenInto, keyOf, movedTo } from "../../static/js/core/shortcuts.js";

const pressed = (key, more = {}) => ({ key, target: { tagName: "A" }, ...more });
const KNOWN = ["j", "k", "?"];

test("a key of the list is told, every other is left alone", () => {
  assert.equal(keyOf(pressed("j"), KNOWN), "j");
  assert.equal(keyOf(pressed("?"), KNOWN), "?");
  assert.equal(keyOf(pressed("z"), KNOWN), "");
  assert.equal(keyOf(pressed("J"), KNOWN), "");
});

test("keys held with others belong to the browser and to screen readers", () => {
  for (const held of [
    "ctrlKey",
    "metaKey",
    "altKey",
    "repeat",
    "isComposing",
    "defaultPrevented",
  ]) {
    assert.equal(keyOf(pressed("j", { [held]: true }), KNOWN), "", held);
  }
});

test("what is typed into a field is never a key", () => {
  const fields = [
    { tagName: "INPUT", type: "text" },
    { tagName: "INPUT", type: "search" },
    { tagName: "TEXTAREA" },
    { tagName: "SELECT" },
    { tagName: "DIV", isContentEditable: true },
  ];
  for (const target of fields) assert.equal(keyOf(pressed("j", { target }), KNOWN), "");
  assert.equal(isWrittenInto({ tagName: "INPUT", type: "checkbox" }), false);
  assert.equal(isWrittenInto(null), false);
});

test("moving stops at both ends", () => {
  assert.equal(movedTo("j", -1, 3), 0);
  assert.equal(movedTo("j", 2, 3), 2);
  assert.equal(movedTo("k", 2, 3), 1);
  assert.equal(movedTo("k", -1, 3), 0);
  assert.equal(movedTo("j", -1, 0), -1);
});
