import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { decode } from "../../static/js/core/geometry.js";
import { BORDER_KM, MOST, countiesAt } from "../../static/js/core/locating.js";

const ROOT = new URL("../../", import.meta.url);
const boundaries = decode(
  JSON.parse(readFileSync(new URL("static/geo/us-counties-2010.json", ROOT), "utf8")),
);
const globe = JSON.parse(
  gunzipSync(
    readFileSync(new URL("jurisdictions/data/geometry/us-counties-2010-lonlat.json.gz", ROOT)),
  ),
);

/** The arcs in degrees. */
const arcs = globe.arcs.map((steps) => {
  let [x, y] = [0, 0];
  const [scale] = globe.transform.scale;
  return steps.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale, y * scale];
  });
});

function ringOf(numbers) {
  return numbers.flatMap((number) => {
    const points = number < 0 ? [...arcs[~number]].reverse() : arcs[number];
    return points.slice(0, -1);
  });
}

/** A point well inside a polygon: the middle of the widest stretch of one of some lines across. */
function inside(rings) {
  const ys = rings[0].map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  let best = [0];
  for (const share of [0.3, 0.5, 0.7]) {
    const y = low + share * (high - low) + 1e-7;
    const crossings = rings
      .flatMap((ring) =>
        ring.map(([x0, y0], at) => {
          const [x1, y1] = ring[(at + 1) % ring.length];
          return y0 > y !== y1 > y ? x0 + ((x1 - x0) * (y - y0)) / (y1 - y0) : Number.NaN;
        }),
      )
      .filter((x) => !Number.isNaN(x))
      .sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const width = crossings[at + 1] - crossings[at];
      if (width > best[0]) best = [width, (crossings[at] + crossings[at + 1]) / 2, y];
    }
  }
  return best.slice(1);
}

const counties = Object.values(globe.objects)
  .flatMap(({ geometries }) => geometries)
  .filter(({ id }) => id.length === 5)
  .map(({ id, arcs: polygons }) => {
    const drawn = polygons.map((rings) => rings.map(ringOf));
    const largest = drawn.reduce((a, b) => (b[0].length > a[0].length ? b : a));
    return { id, point: inside(largest) };
  });

function at(longitude, latitude, accuracy = 20) {
  return countiesAt({ longitude, latitude, accuracy }, boundaries).geoids;
}

test("a point well inside a county is found there, in every frame of the map", () => {
  const framed = counties.filter(({ id }) => /^(02|15|6|7)/.test(id));
  const tried = [...framed, ...counties.filter((_, index) => index % 8 === 0)];
  assert.ok(framed.length > 120 && tried.length > 500);
  const found = tried.map(({ id, point }) => [id, at(...point)]);
  // Islets that the picture leaves out, or draws larger than they are.
  const wrong = found.filter(([id, geoids]) => !geoids.includes(id));
  assert.ok(wrong.length <= 3, wrong.join(" "));
  const second = found.filter(([id, geoids]) => geoids[0] !== id);
  assert.ok(second.length <= 8, second.join(" "));
});

test("well-known places are where everybody knows them to be", () => {
  assert.deepEqual(at(-95.37, 29.76), ["48201"]); // Houston
  assert.deepEqual(at(-149.9, 61.19)[0], "02020"); // Anchorage
  assert.deepEqual(at(-157.86, 21.31)[0], "15003"); // Honolulu
  assert.deepEqual(at(-66.06, 18.4)[0], "72127"); // San Juan
  assert.deepEqual(at(144.79, 13.47)[0], "66010"); // Guam
  assert.ok(at(-122.42, 37.77).includes("06075")); // San Francisco
});

test("near a county line both sides are offered, the nearest first", () => {
  // Farmers Branch, Texas, lies in Dallas County; Carrollton goes on in Denton County.
  const found = at(-96.89, 32.983);
  assert.ok(found.includes("48113") && found.includes("48121"), found.join(" "));
});

test("who is known only roughly is offered more, and never more than a handful", () => {
  const found = at(-77.04, 38.9, 15_000);
  assert.equal(found[0], "11001");
  assert.ok(found.length > 3 && found.length <= MOST);
  assert.deepEqual(
    countiesAt({ longitude: -77.04, latitude: 38.9, accuracy: 90_000 }, boundaries),
    { geoids: [], far: true },
  );
});

test("outside of the United States there is no county", () => {
  for (const [longitude, latitude] of [
    [-99.13, 19.43], // Mexico City
    [-79.38, 43.65], // Toronto
    [2.35, 48.86], // Paris
    [139.69, 35.69], // Tokyo
    [-60, 35], // the Atlantic
    [0, 0],
    [180, 90],
    [-180, -90],
  ]) {
    assert.deepEqual(at(longitude, latitude), []);
  }
});

test("a step off the coast is still there, and BORDER_KM says how far", () => {
  assert.ok(BORDER_KM < 5);
  assert.ok(at(-118.505, 34.0).includes("06037")); // the pier of Santa Monica
});
