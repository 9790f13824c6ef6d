/** The chapters of the story: which one is being read, and how the map goes from one to the next. */

/** How far down the window the line lies that a chapter has to reach to be the one read. */
const READING_LINE = 0.45;

/** How long the map takes from one chapter to the next, at most so many days at once. */
export const TRAVEL_MS = 1400;

/**
 * The index of the chapter that is being read: the last whose top lies above the reading line.
 *
 * `tops` are the chapters' tops in the window, first to last; before the first it is the first.
 */
export function chapterRead(tops, height) {
  const line = height * READING_LINE;
  return Math.max(
    0,
    tops.findLastIndex((top) => top <= line),
  );
}

/**
 * How to show a chapter after another: `{ from, to, perSecond }` as day numbers to play through,
 * or null to show its day at once.
 *
 * Only onward within one program, and never for who asked for less motion (`calm`).
 */
export function travel(before, after, calm) {
  const played = before && before.program === after.program && before.day < after.day;
  if (!played || calm) return null;
  const days = after.day - before.day;
  return { from: before.day, to: after.day, perSecond: (days * 1000) / TRAVEL_MS };
}
