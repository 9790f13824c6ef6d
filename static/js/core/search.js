/** Finding a place by name or alias; accents, case and punctuation do not matter. */

/** The text as it is compared: no accents, lower case, single spaces. */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/[\p{M}'’`]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Prepares entries `{ geoid, label, also: [alias, …] }` for `findPlaces`. */
export function indexPlaces(entries) {
  return entries.map((entry) => ({
    entry,
    keys: [entry.label, ...(entry.also ?? [])].map(fold),
  }));
}

/** 0 is best: the key starts with the text, a word does, or all its words occur. */
function rank(key, text, words) {
  if (key.startsWith(text)) return 0;
  if (` ${key}`.includes(` ${text}`)) return 1;
  const padded = ` ${key}`;
  return words.every((word) => padded.includes(` ${word}`)) ? 2 : Number.POSITIVE_INFINITY;
}

/** The best `limit` entries for what was typed; states come before counties of the same rank. */
export function findPlaces(index, typed, limit = 8) {
  const text = fold(typed);
  if (!text) return [];
  const words = text.split(" ");
  return index
    .map(({ entry, keys }) => ({
      entry,
      rank: Math.min(...keys.map((key) => rank(key, text, words))),
    }))
    .filter((found) => found.rank < Number.POSITIVE_INFINITY)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.entry.geoid.length - b.entry.geoid.length ||
        a.entry.label.localeCompare(b.entry.label),
    )
    .slice(0, limit)
    .map((found) => found.entry);
}
