/** Census geoids: two digits for a state, five for a county, the first two of them its state's. */

const STATE_DIGITS = 2;

/** The code of the whole nation. */
export const NATION = "US";

/** The code of the state that a place lies in; a state's is its own. */
export function stateOf(geoid) {
  return geoid.slice(0, STATE_DIGITS);
}

/** Whether a code is of the level of states. */
export function isState(geoid) {
  return geoid.length === STATE_DIGITS;
}
