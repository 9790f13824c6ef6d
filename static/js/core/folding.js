/** How texts are compared: accents, case and punctuation do not matter. */

/** Letters that lower case leaves as they are, and what full case folding makes of them. */
const FOLDED = { ß: "ss", ẞ: "ss", "\u0345": "\u03b9" };

/** The text as it is compared: letters a-z and digits, single spaces; as the server folds it. */
export function fold(text) {
  return text
    .replace(/ß|ẞ|\u0345/g, (sign) => FOLDED[sign])
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’`]/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The words of a text as they are compared. */
export function wordsOf(text) {
  const folded = fold(text);
  return folded ? folded.split(" ") : [];
}

/** The text without the signs at its beginning and its end. */
export function strip(text, signs) {
  let [start, end] = [0, text.length];
  while (start < end && signs.includes(text[start])) start += 1;
  while (end > start && signs.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
