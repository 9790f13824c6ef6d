/** The sentence above the map, put together from the same words as the server's. */

/** Puts values into "%(name)s" holes. */
export function fillIn(text, values) {
  return text.replace(/%\((\w+)\)s/g, (hole, name) => values[name] ?? hole);
}

/** One of `[singular, plural]` for a number. */
export function plural(forms, number) {
  return forms[number === 1 ? 0 : 1];
}

function activeSentence(words, { active, states }, total, write) {
  if (!active) return words.none;
  return fillIn(plural(words.active, active), {
    jurisdictions: fillIn(plural(words.jurisdictions, active), { number: write(active) }),
    states: fillIn(plural(words.states, states), { number: write(states) }),
    total: write(total),
  });
}

/** How many places of a state are active: `state` is its name, `active` of its `total`. */
function stateSentence(words, { state, active, total }, write) {
  if (!active) return fillIn(words.noneOfState, { state });
  return fillIn(plural(words.activeOfState, active), {
    state,
    number: write(active),
    total: write(total),
  });
}

/**
 * The day's sentence for one state: `words` and `write` as below, `position` of the federal
 * government, `of` the state as { state, active, total }.
 */
export function stateDaySentence(words, { position, of, day, write }) {
  return fillIn(words.sentence, {
    day,
    position: words.positions[position],
    active: stateSentence(words, of, write),
  });
}

/**
 * The day's sentence: `words` as jurisdictions/render/words/map_words.py gives them, `headline` of the
 * day, `total` of county equivalents, `day` in words, and `write` for numbers.
 */
export function daySentence(words, { headline, total, day, write }) {
  return fillIn(words.sentence, {
    day,
    position: words.positions[headline.position],
    active: activeSentence(words, headline, total, write),
  });
}
