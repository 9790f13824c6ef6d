/** The address of what is shown, and of its picture. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { pictureAddress, sharedCode } from "../../static/js/core/url-state.js";

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

const FRAME = 'title="Map: a &amp; b" width="640"';
const OPENED = { date: "2011-08-05", layer: "status" };

test("the code of a frame stays live while the map shows the day it began with", () => {
  const code = `<iframe src="https://x.test/embed/a/map/" ${FRAME}></iframe>`;
  const begun = { ...OPENED, state: "", place: "", isolate: "" };
  assert.equal(sharedCode(code, begun, OPENED), code);
  const texas = sharedCode(code, { ...begun, state: "TX", layer: "agreement" }, OPENED);
  assert.ok(texas.includes('src="https://x.test/embed/a/map/?layer=agreement&amp;state=TX"'));
  const later = sharedCode(code, { ...begun, date: "2012-01-01" }, OPENED);
  assert.ok(later.includes('src="https://x.test/embed/a/map/?date=2012-01-01"'));
  assert.ok(later.includes(FRAME));
});

test("the code of a frame that is fixed keeps its edition, and follows the day and the place", () => {
  const src = "https://x.test/embed/a/map/?date=2011-08-05&amp;edition=1&amp;layer=agreement";
  const shown = { date: "2010-01-01", layer: "status", state: "CA", place: "06075", isolate: "" };
  assert.equal(
    sharedCode(`<iframe src="${src}" ${FRAME}>`, shown, { date: "2011-08-05", layer: "agreement" }),
    '<iframe src="https://x.test/embed/a/map/?date=2010-01-01&amp;edition=1&amp;layer=status&amp;' +
      `state=CA&amp;place=06075" ${FRAME}>`,
  );
});
