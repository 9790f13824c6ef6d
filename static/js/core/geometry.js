/**
 * The boundaries file, decoded: no DOM, no network.
 *
 * Coordinates are whole map units, `scale` of them to a pixel of the `width` by `height` picture,
 * y downwards: an SVG of them has the view box `0 0 extent[0] extent[1]`. The format is described in
 * script/geometry/README.md; jurisdictions/render/pictures/boundaries.py is this file's twin.
 */

import { addingBoxes, decodeNumbers, Shapes, sortingArcs } from "./borders.js";
import { atOnce } from "./pause.js";

/** Places whose shapes are decoded in one step. */
const PLACES_A_STEP = 32;

/** SVG path data of one line of points: absolute start, relative steps, whole map units. */
function lineToPath(points) {
  let path = `M${points[0]},${points[1]}l`;
  for (let at = 2; at < points.length; at += 2) {
    if (at > 2) path += " ";
    path += `${points[at] - points[at - 2]},${points[at + 1] - points[at - 1]}`;
  }
  return path;
}

/** SVG path data of closed rings. */
function ringsToPath(rings) {
  return rings.map((ring) => `${lineToPath(ring.subarray(0, -2))}z`).join("");
}

function boxOf(rings) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      if (ring[at] < left) left = ring[at];
      if (ring[at] > right) right = ring[at];
      if (ring[at + 1] < top) top = ring[at + 1];
      if (ring[at + 1] > bottom) bottom = ring[at + 1];
    }
  }
  return [left, top, right, bottom];
}

function decodePlaces(text) {
  let geoid = 0;
  return Array.from(decodeNumbers(text), (step) => {
    geoid += step;
    return String(geoid).padStart(5, "0");
  });
}

/**
 * Decode the parsed boundaries file.
 *
 * Returns { vintage, hash, width, height, scale, extent: [x, y], places: geoids in order, names,
 * kinds: letters, fullName(i), states: [{ geoid, name, abbreviation, kind, box }], frames,
 * rings: per place an array of closed Int16Array rings, boxes: per place [x0, y0, x1, y1],
 * toPath(i), lines: { coast, state, county } as arrays of Int16Array, and the same three as SVG
 * path data, made when asked for: coast, stateMesh, countyMesh }. Coordinates are map units; each
 * line has its own box: [x0, y0, x1, y1].
 */
export function decode(file) {
  return atOnce(decoding(file));
}

/** The same in steps, for pause.js: a generator that returns what `decode` answers. */
export function* decoding(file) {
  const places = decodePlaces(file.places);
  const names = file.names.split("|");
  yield;
  const shapes = new Shapes(file.shapes);
  yield;
  const rings = [];
  const boxes = [];
  for (let place = 0; place < places.length; place += 1) {
    rings.push(shapes.rings(place));
    boxes.push(boxOf(rings[place]));
    if (place % PLACES_A_STEP === 0) yield;
  }
  const lines = yield* sortingArcs(shapes.arcs, places);
  yield;
  for (const some of Object.values(lines)) yield* addingBoxes(some);
  return {
    vintage: file.vintage,
    hash: file.hash,
    width: file.width,
    height: file.height,
    scale: file.scale,
    extent: [file.width * file.scale, file.height * file.scale],
    places,
    names,
    kinds: file.kinds,
    fullName: (place) =>
      file.fullNames[place] ?? `${names[place]} ${file.kindWords[file.kinds[place]]}`.trim(),
    states: file.states.map(([geoid, name, abbreviation, kind, box]) => ({
      geoid,
      name,
      abbreviation,
      kind,
      box,
    })),
    frames: file.frames,
    rings,
    boxes,
    toPath: (place) => ringsToPath(rings[place]),
    lines,
    get coast() {
      return lines.coast.map(lineToPath).join("");
    },
    get stateMesh() {
      return lines.state.map(lineToPath).join("");
    },
    get countyMesh() {
      return lines.county.map(lineToPath).join("");
    },
  };
}
