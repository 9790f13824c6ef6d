/** What places are called in Spanish: see jurisdictions/gazetteer/spanish_names.py. */

/**
 * The name as a heading has it, and the proper part that lists go by.
 *
 * `kinds` are ends of English names with their Spanish words, the longer first; `own` is the
 * heading where it does not follow from the English name.
 */
export function spanishName(name, kinds, own = "") {
  if (own) return { title: own, proper: withoutKind(own, kinds) };
  for (const [end, word] of kinds) {
    if (!name.endsWith(end)) continue;
    const proper = name.slice(0, -end.length);
    return { title: `${capital(word)} de ${proper}`, proper };
  }
  return { title: name, proper: name };
}

function withoutKind(title, kinds) {
  for (const [, word] of kinds) {
    const start = `${capital(word)} `;
    if (!title.startsWith(start)) continue;
    return title.slice(start.length).replace(/^(del|de l[ao]s?|de) /, "");
  }
  return title;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
