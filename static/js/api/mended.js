/* What the schema's browser leaves out for keyboards and screen readers, put in as it draws. */

function mend(root) {
  for (const code of root.querySelectorAll("pre:not([tabindex])")) code.tabIndex = 0;
  for (const row of root.querySelectorAll("tr[data-param-name]")) {
    for (const field of row.querySelectorAll("select:not([aria-label]), input:not([aria-label])")) {
      field.setAttribute("aria-label", row.dataset.paramName);
    }
  }
}

/** Mends `root` now and after every change in it. */
export function keepMended(root) {
  mend(root);
  new MutationObserver(() => mend(root)).observe(root, { childList: true, subtree: true });
}
