/** The last look before sending: once it is sent, the browser forgets the draft. */

import { forget } from "./draft-keeper.js";

const form = document.querySelector("form[data-sends]");
form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "edit") forget(form.dataset.sends);
});
