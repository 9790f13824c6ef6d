/** How far a timeline is scrolled, so that a point of it lies in the middle of its window. */

/**
 * `point`, `width`, the window's, and `titles`, the room that the titles have at the beginning, in
 * CSS pixels; never before the beginning, and no title is cut: all are in sight, or none.
 */
export function scrollTo(point, width, titles) {
  const middle = Math.max(0, Math.round(point - width / 2));
  if (middle >= titles) return middle;
  return point < width ? 0 : Math.round(titles);
}
