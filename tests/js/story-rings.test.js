import assert from "node:assert/strict";
import { test } from "node:test";
import { StoryMap } from "../../static/js/story/story-map.js";

const TINY = [0, 0, 4, 4];
const LARGE = [10, 10, 60, 60];
const VIEW = { density: 1, scale: 1, x: 0, y: 0, width: 100, height: 100 };

/** A canvas that notes around which points rings are drawn. */
function canvas() {
  const rings = [];
  const nothing = () => {};
  const context = {
    beginPath: nothing,
    stroke: nothing,
    clearRect() {
      rings.length = 0;
    },
    arc: (x, y) => rings.push([x, y]),
  };
  return { rings, getContext: () => context };
}

/** The story's map of a tiny place and a large one, on a day on which only they are active. */
function storyMap(t) {
  const made = [];
  const frames = [];
  const before = ["document", "requestAnimationFrame", "cancelAnimationFrame"].map((name) => [
    name,
    globalThis[name],
  ]);
  t.after(() => Object.assign(globalThis, Object.fromEntries(before)));
  globalThis.document = {
    createElement() {
      made.push(canvas());
      return made.at(-1);
    },
  };
  globalThis.requestAnimationFrame = (step) => frames.push(step);
  globalThis.cancelAnimationFrame = () => {};
  const boundaries = {
    places: ["11001", "48201"],
    states: [{ geoid: "11" }, { geoid: "48" }],
    boxes: [TINY, LARGE],
    rings: [[], []],
  };
  const map = new StoryMap({ append() {} }, boundaries, { layer: "status", captions: {} });
  const { rings } = made.find(({ getContext }) => getContext() === map.highlight.context);
  const near = { plain: false, near: [0, 0], alone: [0, 0], back: [0, 0], texture: null };
  map.colouring.palette = [near];
  map.areas.paintAll = () => {};
  map.highlight.draw(VIEW, { ground: "white", highlight: "black" });
  const spans = {
    places: { at: Uint8Array.of(0, 0), counts: [2], seek: () => 0 },
    limits: { at: Uint8Array.of(0, 0), seek: () => 0 },
    bigDays: [],
  };
  map.spans = spans;
  return { map, spans, rings, frames };
}

test("a day of the story at rest rings the tiny places whose status is rare, each once", (t) => {
  const { map, spans, rings } = storyMap(t);
  map.show({ spans }, 5);
  assert.deepEqual(rings, [[2, 2]]);
});

test("while the days go by nothing is ringed, and the last day is again", (t) => {
  const { map, spans, rings, frames } = storyMap(t);
  map.show({ spans }, 5);
  map.play({ from: 5, to: 6, perSecond: 1 });
  assert.deepEqual(rings, []);
  frames.shift()(0);
  assert.deepEqual(rings, []);
  frames.shift()(2000);
  assert.deepEqual(rings, [[2, 2]]);
  assert.equal(frames.length, 0);
});
