import assert from "node:assert/strict";
import { test } from "node:test";

import { searchWhenReached, whenReached } from "../../static/js/map/reached.js";

class Element extends EventTarget {
  constructor(within = false) {
    super();
    this.within = within;
  }

  matches() {
    return this.within;
  }
}

const settled = () => new Promise((done) => setTimeout(done));

test("what is reached for is brought once, by whichever way", async () => {
  const element = new Element();
  let brought = 0;
  const reach = whenReached(element, async () => {
    brought += 1;
  });
  assert.equal(brought, 0);
  for (const name of ["pointerover", "focusin", "input"]) element.dispatchEvent(new Event(name));
  await reach();
  assert.equal(brought, 1);
});

test("where the reader is already it is brought at once, and asked for again if it did not come", async () => {
  let asked = 0;
  const reach = whenReached(new Element(true), async () => {
    asked += 1;
    if (asked === 1) throw new Error("offline");
    return "here";
  });
  assert.equal(asked, 1);
  await settled();
  assert.equal(await reach(), "here");
});

function formWith(value) {
  const form = new Element();
  form.querySelector = () => ({ value });
  form.sent = 0;
  form.submit = () => {
    form.sent += 1;
  };
  return form;
}

const enter = () => new Event("submit", { cancelable: true });

test("Enter before the search has come is answered by it, or by the list page", async () => {
  const heard = [];
  const form = formWith("Cook");
  searchWhenReached(form, async () => ({ submit: (event) => heard.push(event.type) }));
  const event = enter();
  form.dispatchEvent(event);
  assert.ok(event.defaultPrevented);
  await settled();
  assert.deepEqual(heard, ["submit"]);
  form.dispatchEvent(enter());
  await settled();
  assert.equal(heard.length, 1, "from now on the search hears it itself");

  const offline = formWith("Cook");
  searchWhenReached(offline, () => Promise.reject(new Error("offline")));
  offline.dispatchEvent(enter());
  await settled();
  assert.equal(offline.sent, 1);
});
