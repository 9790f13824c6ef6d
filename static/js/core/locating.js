/**
 * Which counties a position may lie in, from the boundaries of the map: no DOM, no network.
 *
 * The projections are those that script/geometry composed the map with; each frame's `offset` is
 * where they put it, in pixels, as found from the map itself (tests/js/locating.test.js).
 */

import { stateOf } from "./geoids.js";

const PIXELS_PER_RADIAN = 1300;
const EARTH_KM = 6371.0088;
/** The map's borders are simplified: so near to one, either side may be meant. */
export const BORDER_KM = 2;
/** A position that is known no better than this says nothing of counties. */
export const FARTHEST_KM = 50;
/** So many counties are offered at most, the nearest first. */
export const MOST = 6;

const radians = (degrees) => (degrees * Math.PI) / 180;

/** The difference in radians, the short way round, so that the Aleutians stay whole. */
function longitudeFrom(origin, longitude) {
  const turn = 2 * Math.PI;
  const angle = (radians(longitude - origin) + Math.PI) % turn;
  return ((angle + turn) % turn) - Math.PI;
}

/** Albers' equal-area conic with two standard parallels. */
function conic(meridian, south, north) {
  const sine = Math.sin(radians(south));
  const cone = (sine + Math.sin(radians(north))) / 2;
  const constant = Math.cos(radians(south)) ** 2 + 2 * cone * sine;
  return (longitude, latitude) => {
    const radius = Math.sqrt(constant - 2 * cone * Math.sin(radians(latitude))) / cone;
    const angle = cone * longitudeFrom(meridian, longitude);
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  };
}

/** Lambert's azimuthal equal-area around a centre. */
function azimuthal(meridian, parallel) {
  const [sine, cosine] = [Math.sin(radians(parallel)), Math.cos(radians(parallel))];
  return (longitude, latitude) => {
    const angle = longitudeFrom(meridian, longitude);
    const height = radians(latitude);
    const across = Math.cos(height) * Math.cos(angle);
    const towards = sine * Math.sin(height) + cosine * across;
    const factor = Math.sqrt(2 / (1 + towards));
    const north = cosine * Math.sin(height) - sine * across;
    return [factor * Math.cos(height) * Math.sin(angle), -factor * north];
  };
}

/** The frames of the picture: who is drawn in each (geoids of states or places), how, and where. */
export const FRAMES = [
  { members: ["02"], project: conic(-154, 55, 65), magnified: 0.35, offset: [166.05, 319.36] },
  { members: ["15"], project: conic(-157, 8, 18), magnified: 1, offset: [364.12, -4869.88] },
  { members: ["60040"], project: azimuthal(-171.1, -11.06), magnified: 2, offset: [73.01, 471.19] },
  { members: ["60"], project: azimuthal(-169.5, -14.3), magnified: 2, offset: [72.82, 445.51] },
  {
    members: ["72", "78"],
    project: azimuthal(-66.3, 18.2),
    magnified: 2.4,
    offset: [595.6, 598.46],
  },
  { members: ["69085"], project: azimuthal(145.5, 18.2), magnified: 1.1, offset: [940.65, 499.51] },
  { members: ["69"], project: azimuthal(145.5, 14.7), magnified: 3.4, offset: [872.85, 484.02] },
  { members: ["66"], project: azimuthal(144.8, 13.45), magnified: 3.4, offset: [937.91, 602.06] },
  { members: [], project: conic(-96, 29.5, 45.5), magnified: 1, offset: [497.52, -1366.84] },
];

/** The frame that a place is drawn in; the lower 48 are the last. */
function frameOf(geoid) {
  const named = ({ members }) => members.includes(geoid) || members.includes(stateOf(geoid));
  return FRAMES.find(named) ?? FRAMES.at(-1);
}

/** Whether a point lies within closed rings [x, y, x, y, …]: an odd number of crossings. */
function isWithin(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let at = 2; at < ring.length; at += 2) {
      const [x0, y0, x1, y1] = [ring[at - 2], ring[at - 1], ring[at], ring[at + 1]];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

/** The distance from a point to the nearest of the rings' edges. */
function distanceTo(rings, x, y) {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let at = 2; at < ring.length; at += 2) {
      const [x0, y0] = [ring[at - 2], ring[at - 1]];
      const [dx, dy] = [ring[at] - x0, ring[at + 1] - y0];
      const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(x0 + share * dx - x, y0 + share * dy - y));
    }
  }
  return nearest;
}

/**
 * The counties that a position may lie in, as geoids: the one it lies in first, then the nearest.
 *
 * `position` has `longitude`, `latitude` in degrees and `accuracy` in metres; `boundaries` are the
 * decoded file. Empty outside of the United States. `{ far: true }` when it is known too roughly.
 */
export function countiesAt({ longitude, latitude, accuracy }, boundaries) {
  const reach = Math.max(BORDER_KM, (accuracy ?? 0) / 1000);
  if (reach > FARTHEST_KM) return { geoids: [], far: true };
  const points = new Map(
    FRAMES.map((frame) => [frame, place(frame, longitude, latitude, boundaries.scale)]),
  );
  const found = [];
  boundaries.places.forEach((geoid, index) => {
    const { x, y, unitsPerKm } = points.get(frameOf(geoid));
    const room = reach * unitsPerKm;
    const [left, top, right, bottom] = boundaries.boxes[index];
    if (x < left - room || x > right + room || y < top - room || y > bottom + room) return;
    const rings = boundaries.rings[index];
    const far = isWithin(rings, x, y) ? -1 : distanceTo(rings, x, y);
    if (far <= room) found.push([far / unitsPerKm, geoid]);
  });
  found.sort(([a], [b]) => a - b);
  return { geoids: found.slice(0, MOST).map(([, geoid]) => geoid), far: false };
}

/** Where a frame shows a position, in map units, and how many of these are a kilometre there. */
function place({ project, magnified, offset }, longitude, latitude, scale) {
  const pixels = PIXELS_PER_RADIAN * magnified;
  const [x, y] = project(longitude, latitude);
  return {
    x: (x * pixels + offset[0]) * scale,
    y: (y * pixels + offset[1]) * scale,
    unitsPerKm: (pixels / EARTH_KM) * scale,
  };
}
