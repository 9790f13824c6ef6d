/** On paper all is open that was folded, also where style sheets cannot open it. */

/**
 * Opens what fits `selector` while the page is printed, and folds it again.
 * @param {string} selector Of `details`.
 */
export function openOnPaper(selector) {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(selector)].filter((one) => !one.open);
    for (const folded of opened) folded.open = true;
  });
  addEventListener("afterprint", () => {
    for (const folded of opened) folded.open = false;
    opened = [];
  });
}
