/** Buttons that copy the code of a frame; without this script it is selected by hand. */

for (const button of document.querySelectorAll("button[data-copy]")) {
  const code = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      told.textContent = button.dataset.done;
    } catch {
      // Old browsers, and pages without https: what is selected can still be copied by hand.
      told.textContent = document.execCommand?.("copy") ? button.dataset.done : "";
    }
  });
}
