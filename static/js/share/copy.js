/** Buttons that copy what an element holds: a field, or a text; without this script by hand. */

/** Select all of it, as for copying by hand. */
function select(held) {
  if (held.select) held.select();
  else getSelection().selectAllChildren(held);
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const held = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    select(held);
    try {
      await navigator.clipboard.writeText(held.value ?? held.textContent);
      told.textContent = button.dataset.done;
    } catch {
      // Old browsers, and pages without https: what is selected can still be copied by hand.
      told.textContent = document.execCommand?.("copy") ? button.dataset.done : "";
    }
  });
}
