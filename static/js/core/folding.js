/** How texts are compared: accents, case and punctuation do not matter. */

/** The text as it is compared: no accents, lower case, single spaces. */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/[\p{M}'’`]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
