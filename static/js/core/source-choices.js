/** Finding a source among those on record by words of its title, publisher or key. */

import { fold } from "./folding.js";

/** Prepares `[{ key, title, about }]` for `findSources`. */
export function indexSources(sources) {
  return sources.map((source) => ({
    source,
    words: ` ${fold([source.title, source.about, source.key].join(" "))}`,
  }));
}

/** The sources in which every word that was typed begins a word, in the order of the record. */
export function findSources(index, typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  if (!words.length) return [];
  return index
    .filter((entry) => words.every((word) => entry.words.includes(` ${word}`)))
    .map((entry) => entry.source);
}
