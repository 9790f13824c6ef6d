/** How far a timeline is scrolled, so that a point of it lies in the middle of its window. */

/** `point` and `width`, the window's, in CSS pixels; never before the beginning. */
export function scrollTo(point, width) {
  return Math.max(0, Math.round(point - width / 2));
}
