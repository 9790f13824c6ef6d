/** What the first picture does without comes when the reader reaches for it. */

/** A finger or a pointer, the Tab key, what is typed: whichever is first. */
const REACHING = ["pointerover", "pointerdown", "focusin", "input"];

/**
 * Calls `bring`, once, when the reader comes to the element or is there already; answers a function
 * that calls it at once. Both give its promise; what did not come is asked for again.
 */
export function whenReached(element, bring) {
  let coming;
  const reach = () => {
    coming ??= bring().catch((error) => {
      coming = undefined;
      throw error;
    });
    return coming;
  };
  const hear = () => reach().catch(() => {});
  for (const name of REACHING) element.addEventListener(name, hear);
  if (element.matches(":focus-within")) hear();
  return reach;
}

/** The search: what was typed, and the Enter key, count though it is still on its way. */
export function searchWhenReached(form, make) {
  const input = form.querySelector("input[role=combobox]");
  let search;
  const reach = whenReached(form, async () => {
    search = await make();
  });
  form.addEventListener("submit", (event) => {
    if (search || !input.value.trim()) return;
    event.preventDefault();
    // The list page finds it too.
    reach().then(
      () => search.submit(event),
      () => form.submit(),
    );
  });
  if (input.value.trim()) reach().catch(() => {});
}
