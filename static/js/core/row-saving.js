/** What was typed while a row was being saved is not lost when the saved row takes its place. */

/** The cells of a row that are written otherwise than they were sent: name and text of each. */
export function typedSince(row, sent) {
  return [...row.querySelectorAll("input")]
    .filter((input) => sent.has(input.name) && sent.get(input.name) !== input.value)
    .map((input) => [input.name, input.value]);
}

/** Put a part of a fresh page in the place of the old one, with what was typed in its fields. */
export function adopt(now, fresh, page) {
  const adopted = page.importNode(fresh, true);
  for (const field of now.querySelectorAll("input:not([type=hidden]), textarea")) {
    const own = field.name && adopted.querySelector(`[name="${field.name}"]`);
    if (own) own.value = field.value;
  }
  now.replaceWith(adopted);
}
