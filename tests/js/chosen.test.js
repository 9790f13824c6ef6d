import assert from "node:assert/strict";
import { test } from "node:test";
import { Chosen } from "../../static/js/map/chosen.js";

const COBB = {
  key: "13067 1 status",
  name: "Cobb County, Georgia",
  label: "Task force",
  since: "since January 7, 2026",
  limits: "The agreements here cover only a part of the county.",
  on: "May 18, 2026",
};

/** What is said of chosen places, in order. */
function heard() {
  const said = [];
  const spoken = { hush() {}, say: (text) => said.push(text) };
  return { said, chosen: new Chosen({ querySelector: () => ({}) }, spoken) };
}

test("what is said of a place is sentences, each with one end", async () => {
  const { said, chosen } = heard();
  await chosen.tell(COBB, Promise.resolve("Yes: its police works for ICE."));
  await chosen.tell({ ...COBB, name: "Fulton", limits: "", key: "2" }, Promise.resolve(""));
  assert.deepEqual(said, [
    "Cobb County, Georgia: Task force, since January 7, 2026. The agreements here cover only a part of the county. Yes: its police works for ICE.",
    "Fulton: Task force, since January 7, 2026.",
  ]);
});

test("the day is said of a place that stays chosen on another day, and of no other", async () => {
  const { said, chosen } = heard();
  const none = Promise.resolve("");
  const later = { ...COBB, limits: "", key: "13067 2 status", on: "May 20, 2026" };
  await chosen.tell({ ...COBB, limits: "" }, none);
  await chosen.tell(later, none);
  await chosen.tell(later, none);
  chosen.leave();
  await chosen.tell({ ...later, key: "13067 3 status" }, none);
  const told = "Cobb County, Georgia: Task force, since January 7, 2026.";
  assert.deepEqual(said, [told, `May 20, 2026. ${told}`, told]);
});

test("an answer that comes late follows once the place was heard, and does not silence it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { said, chosen } = heard();
  let answer;
  const told = chosen.tell({ ...COBB, limits: "" }, new Promise((resolve) => (answer = resolve)));
  t.mock.timers.tick(700);
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  answer("Yes.");
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  assert.deepEqual(said, ["Cobb County, Georgia: Task force, since January 7, 2026."]);
  t.mock.timers.tick(2000);
  await told;
  assert.equal(said[1], "Yes.");
});
