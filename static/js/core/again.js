/** How long to wait before something that is still being made is asked for again. */

const FIRST_MS = 2_000;
const LONGEST_MS = 20_000;
const MOST = 12;

/** Milliseconds before the attempt of that number, from 0 on; NaN when it is time to give up. */
export function waitBefore(attempt) {
  return attempt < MOST ? Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS) : Number.NaN;
}
