import assert from "node:assert/strict";
import { test } from "node:test";
import { giveUp } from "../../static/js/map/give-up.js";

const CONFIG = {
  words: { mismatch: "The map is of another edition.", failed: "The map did not come." },
  addresses: { picture: "/287g/map.svg?date=2026-05-18" },
};

/** As much of a page as there is need of. */
function paper() {
  const element = (name) => ({
    name,
    children: [],
    append(...all) {
      this.children.push(...all);
    },
    replaceChildren(...all) {
      this.children = all;
    },
    getAttribute: () => "The map on May 18, 2026",
  });
  const parts = { map: element("div"), "map-error": { ...element("p"), hidden: true } };
  return { parts, createElement: element, getElementById: (id) => parts[id] };
}

test("a map that does not come says so, and the server's picture follows the reader's scheme", () => {
  const page = paper();
  giveUp(CONFIG, new Error("away"), page);
  assert.equal(page.parts["map-error"].textContent, "The map did not come.");
  assert.equal(page.parts["map-error"].hidden, false);
  const [picture] = page.parts.map.children;
  const [dark, light] = picture.children;
  assert.deepEqual([picture.name, dark.name, light.name], ["picture", "source", "img"]);
  // The browser chooses anew whenever the scheme changes; paper is light.
  assert.equal(dark.media, "screen and (prefers-color-scheme: dark)");
  assert.equal(dark.srcset, "/287g/map.svg?date=2026-05-18&scheme=dark");
  assert.equal(light.src, "/287g/map.svg?date=2026-05-18");
  assert.equal(light.alt, "The map on May 18, 2026");
});

test("boundaries of another edition are told of in words of their own", () => {
  const page = paper();
  giveUp(CONFIG, Object.assign(new Error(""), { name: "GeometryMismatch" }), page);
  assert.equal(page.parts["map-error"].textContent, "The map is of another edition.");
});
