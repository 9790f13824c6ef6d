/** The address of what is shown, and of its picture. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { pictureAddress } from "../../static/js/core/url-state.js";

const SHOWN = { date: "2010-09-28", layer: "agreement", state: "IL", place: "", isolate: "" };

test("a picture's address says what is shown and keeps its edition and size", () => {
  const href = pictureAddress(
    "/es/secure-communities/map.png?date=2011-08-05&edition=1&place=17031&size=card",
    SHOWN,
  );
  const [path, search] = href.split("?");
  assert.equal(path, "/es/secure-communities/map.png");
  assert.deepEqual(Object.fromEntries(new URLSearchParams(search)), {
    date: "2010-09-28",
    edition: "1",
    size: "card",
    layer: "agreement",
    state: "IL",
  });
});

test("a picture's address that was followed twice is the same", () => {
  const once = pictureAddress("/secure-communities/map.svg", SHOWN);
  assert.equal(pictureAddress(once, SHOWN), once);
});
