/** The rows of a file: a row is saved and checked as soon as one of its cells is another; places are found. */

import { adopt, typedSince } from "../core/row-saving.js";

const WAIT_MS = 150;
const SHOWN = 8;
const form = document.getElementById("mend");
let turn = Promise.resolve();
let waiting;

function say(text) {
  const state = form.querySelector("[data-said]");
  state.textContent = text;
}

/** Send the cells of one row; answers the page on which it stands as it is then. */
async function send(row, name, value) {
  const sent = new FormData();
  sent.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const input of row.querySelectorAll("input")) sent.set(input.name, input.value);
  if (name) sent.set(name, value);
  const answer = await fetch(row.dataset.row, {
    method: "POST",
    headers: { "X-Row": "1" },
    body: sent,
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { sent, page };
}

/** Counts and the end of the page follow; what was typed there stays. */
function follow(page) {
  for (const part of ["dl.counts", "section.decide"]) {
    const [now, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (now && fresh) adopt(now, fresh, document);
  }
}

async function save(id, name, value) {
  const row = document.getElementById(id);
  say(form.dataset.saving);
  try {
    const { sent, page } = await send(row, name, value);
    const fresh = page.getElementById(id);
    if (!fresh) throw new Error("the row did not come back");
    const later = typedSince(row, sent);
    const focused = row.contains(document.activeElement) ? document.activeElement.id : "";
    const adopted = document.importNode(fresh, true);
    row.replaceWith(adopted);
    for (const [cell, text] of later) adopted.querySelector(`[name="${cell}"]`).value = text;
    if (focused) document.getElementById(focused)?.focus();
    follow(page);
    const wrong = adopted.querySelector(".fault");
    say(wrong ? wrong.textContent : form.dataset.saved);
    if (later.length && !focused) save(id);
  } catch {
    say(form.dataset.failed);
  }
}

function queue(row, name, value) {
  turn = turn.then(() => save(row.id, name, value));
}

/** Places for what is typed so far, offered below the field. */
async function offer(input) {
  const text = input.value.trim();
  const search = document.querySelector("[data-search]");
  if (text.length < 2 || !search) return;
  const answer = await fetch(`${search.dataset.search}?q=${encodeURIComponent(text)}`);
  if (!answer.ok || input.value.trim() !== text) return;
  const { places } = await answer.json();
  const options = places.slice(0, SHOWN).map((place) => {
    const option = document.createElement("option");
    option.value = place.label;
    return option;
  });
  document.getElementById("places-found").replaceChildren(...options);
}

form?.addEventListener("change", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (row) queue(row);
});
form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  const row = button?.closest("tr[data-row]");
  if (!row) return;
  event.preventDefault();
  queue(row, button.name, button.value);
});
/** Enter saves the row and goes to the same column of the next one, as in a spreadsheet. */
form?.addEventListener("keydown", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (event.key !== "Enter" || event.target.tagName !== "INPUT" || !row) return;
  event.preventDefault();
  const column = event.target.name.split("-").slice(2).join("-");
  const next = event.shiftKey ? row.previousElementSibling : row.nextElementSibling;
  (next?.querySelector(`[name$="-${column}"]`) ?? event.target).focus();
  if (!next) queue(row);
});
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-places]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => offer(event.target).catch(() => {}), WAIT_MS);
});
