/** The page of files: rows of a spreadsheet may be pasted anywhere on it. */

import { sizeOf } from "../core/pasted-rows.js";

const box = document.getElementById("id_pasted");
const said = document.querySelector("[data-pasted]");
const FIELDS = "input, textarea, select";

function tell() {
  const { rows, columns } = sizeOf(box.value);
  const below = rows - 1;
  const words = below === 1 ? said.dataset.one : said.dataset.more;
  said.textContent = below > 0 ? words.replace("{rows}", below).replace("{columns}", columns) : "";
}

document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  // What is pasted into a field belongs to it; elsewhere only cells of a spreadsheet are meant.
  if (event.target.closest?.(FIELDS) || !text.includes("\t")) return;
  event.preventDefault();
  box.value = text;
  box.focus();
  tell();
});

box.addEventListener("input", tell);
