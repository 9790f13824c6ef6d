import assert from "node:assert/strict";
import { test } from "node:test";
import { PlacesCanvas } from "../../static/js/map/places-canvas.js";

const VIEW = { density: 1, scale: 1, x: 0, y: 0, width: 40, height: 20 };

/** A map of one place, on a canvas that counts what is laid on it. */
function oneSquare(t) {
  const before = ["document", "ImageData"].map((name) => [name, globalThis[name]]);
  t.after(() => Object.assign(globalThis, Object.fromEntries(before)));
  globalThis.ImageData = class {
    constructor(width, height) {
      this.data = new Uint8ClampedArray(width * height * 4);
    }
  };
  const laid = [];
  const element = { width: 300, height: 150, getContext: () => context };
  const context = {
    putImageData: () => laid.push([element.width, element.height]),
    drawImage() {},
  };
  globalThis.document = { createElement: () => element };
  const rings = [[[0, 0, 10, 0, 10, 10, 0, 10]]];
  const boundaries = { rings, boxes: [[0, 0, 10, 10]], places: [{}], extent: [40, 20] };
  const colouring = { fill: [255], texture: [null], hatch: [0], hatchKind: "added" };
  return { element, laid, map: new PlacesCanvas(boundaries, colouring, {}) };
}

test("a map that is being drawn in steps shows no empty canvas, which would be black", (t) => {
  const { element, laid, map } = oneSquare(t);
  let steps = 0;
  for (const _step of map.drawing(VIEW, "#ffffff")) {
    steps += 1;
    assert.equal(element.hidden, true);
    assert.deepEqual([element.width, element.height], [300, 150]);
  }
  assert.ok(steps > 1);
  assert.deepEqual(laid, [[40, 20]]);
  assert.equal(element.hidden, false);
});

test("a map that is drawn anew keeps its picture until the next one is laid", (t) => {
  const { element, laid, map } = oneSquare(t);
  map.draw(VIEW, "#ffffff");
  for (const _step of map.drawing({ ...VIEW, width: 60 }, "#ffffff")) {
    assert.equal(element.hidden, false);
    assert.equal(element.width, 40);
  }
  assert.deepEqual(laid, [
    [40, 20],
    [60, 20],
  ]);
});
