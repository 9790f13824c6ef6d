/** Where the caption of an inset stands: within its frame, and within what is seen of that. */

/** From the left edge of a frame to where its caption begins. */
const INSET_CSS_PX = 4;

/**
 * Where the caption of a frame begins and how much room it has, in pixels of the picture. `box` is
 * the frame's left, top, width and height in map units; `view` has a `margin` at each side that is
 * drawn and not seen.
 */
export function captionAt(box, { scale, x, width, density, margin = 0 }) {
  const inset = INSET_CSS_PX * density;
  const left = box[0] * scale + x;
  const begin = Math.max(left, margin) + inset;
  const end = Math.min(left + box[2] * scale, width - margin);
  return { begin, room: end - inset - begin };
}
