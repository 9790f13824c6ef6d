/** The reader of names: its parts; what it answers is held to the server's by tests/gazetteer. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Candidates } from "../../static/js/core/names/candidates.js";
import { Codes } from "../../static/js/core/names/codes.js";
import { Keys } from "../../static/js/core/names/keys.js";
import { Zips } from "../../static/js/core/names/parts.js";
import { oneSlipApart } from "../../static/js/core/names/writing.js";

test("a slip is one letter more, less or other, or two changed about", () => {
  for (const other of ["cook", "cok", "coook", "cxok", "ocok", "coko"]) {
    assert.ok(oneSlipApart("cook", other), other);
  }
  for (const other of ["ck", "cooook", "ckoo", "kooc", "cxxk"]) {
    assert.ok(!oneSlipApart("cook", other), other);
  }
});

test("names are found whole, by their beginning and with a slip", () => {
  const pairs = [
    ["cook", "17031"],
    ["cookeville", "47141"],
    ["cooke", "48097"],
    ["cook", "13075"],
    ["", "0"],
  ];
  const keys = new Keys(pairs, { mostBegun: 2, slipFrom: 5 });
  assert.deepEqual(keys.whole("cook"), ["17031", "13075"]);
  assert.deepEqual(keys.whole(""), []);
  assert.deepEqual(keys.begun("cook"), ["48097"]);
  assert.deepEqual(keys.nearly("coko"), [], "too short for a slip");
  assert.deepEqual(keys.nearly("ckooe"), []);
  assert.deepEqual(keys.nearly("cookr"), ["17031", "13075", "48097"]);
});

test("a place found again by something better comes by it, and each comes once", () => {
  const ranks = { exact: [3], order: { 7: 1, 9: 3 }, outright: 0 };
  const found = new Candidates((geoid) => geoid !== "99999", ranks);
  found.add("17031", 7, 10);
  found.add("13075", 7, 20);
  found.add("99999", 3, 30);
  assert.deepEqual(
    found.inOrder().map(({ geoid }) => geoid),
    ["13075", "17031"],
  );
  assert.ok(!found.exact);
  found.add("17031", 3, 1, { said: "Cook" });
  found.add("17031", 9, 99);
  assert.deepEqual(found.inOrder()[0], { geoid: "17031", how: 3, said: "Cook" });
  assert.equal(found.size, 2);
  assert.ok(found.exact);
});

test("a part that is not there yet is named, once, and then answers", () => {
  const zips = new Zips(["0", "6"]);
  assert.deepEqual(zips.countiesOf("60608"), []);
  assert.throws(() => zips.settle(), { name: "Lacking", parts: ["zips-6"] });
  zips.settle();
  zips.put("6", { lines: "60607 17031\n60608 17031 17043\n70001 22051" });
  assert.deepEqual(zips.countiesOf("60608"), ["17031", "17043"]);
  assert.deepEqual(
    [...zips.begun("606")],
    [
      ["60607", "17031"],
      ["60608", "17031"],
    ],
  );
  assert.deepEqual(zips.countiesOf("70001"), ["22051"]);
  zips.settle();
});

test("a number of which digits are lost is told from one that is whole", () => {
  const codes = new Codes({
    blanks: " ",
    digits: 5,
    noise: "['\"]",
    geoidSaid: "^fips ",
    zipSaid: "^zip ",
    power: "(\\d)(?:\\.(\\d+))?e\\+0*(\\d)",
    shapes: [["(\\d{1,5})", "either"]],
  });
  assert.equal(codes.codeIn("1.7031E+04").digits, "17031");
  assert.equal(codes.codeIn("1.70E+04").lost, true);
  assert.equal(codes.codeIn("'6075").whole, "06075");
  assert.equal(codes.codeIn("ZIP 60608").zipOnly, true);
  assert.equal(codes.codeIn("Cook"), undefined);
});
