/** A form of the desk: keeps drafts, says how dates are understood, finds sources as one types. */

import { indexSources } from "../core/source-choices.js";
import { DateEcho } from "./date-echo.js";
import { DraftKeeper } from "./draft-keeper.js";
import { SourceSearch } from "./source-search.js";

const form = document.querySelector("form[data-draft]");
new DraftKeeper(form, document.getElementById("draft"));

for (const input of form.querySelectorAll("input[data-date]")) {
  new DateEcho(input, form.dataset.dates);
}

let sources;
function load() {
  sources ??= fetch(form.dataset.sourceList)
    .then((answer) => answer.json())
    .then((answer) => indexSources(answer.sources));
  return sources;
}
for (const box of form.querySelectorAll("[data-sources]")) new SourceSearch(box, load);
