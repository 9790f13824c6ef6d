/** The sentence above the map, put together from the same words as the server's. */

/** Puts values into "%(name)s" holes. */
export function fillIn(text, values) {
  return text.replace(/%\((\w+)\)s/g, (hole, name) => values[name] ?? hole);
}

/** One of `[singular, plural]` for a number. */
export function plural(forms, number) {
  return forms[number === 1 ? 0 : 1];
}

/** The parts of a sentence that count something, each in its own plural. */
function countedParts(words, numbers, write) {
  const told = Object.entries(words.parts).filter(([, of]) => numbers[of] !== undefined);
  return Object.fromEntries(
    told.map(([part, of]) => [
      part,
      fillIn(plural(words[part], numbers[of]), { number: write(numbers[of]) }),
    ]),
  );
}

function activeSentence(words, numbers, total, write) {
  const lead = numbers[words.lead];
  if (!lead) return words.none;
  const parts = countedParts(words, numbers, write);
  return fillIn(plural(words.active, lead), { ...parts, total: write(total) });
}

/** The numbers of a state: `state` is its name, `total` of its places, beside the numbers. */
function stateSentence(words, { state, total, ...numbers }, write) {
  const lead = numbers[words.lead];
  if (!lead) return fillIn(words.noneOfState, { state });
  return fillIn(plural(words.activeOfState, lead), {
    ...countedParts(words, numbers, write),
    state,
    number: write(lead),
    total: write(total),
  });
}

/**
 * The day's sentence for one state: `words` and `write` as below, `position` of the federal
 * government, `of` the state as { state, total } and its numbers by name.
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
