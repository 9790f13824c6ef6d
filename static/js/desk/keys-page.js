/** Keys of the queue and of a proposal: one letter each; they can be turned off, and are listed. */

import { keyOf, movedTo } from "../core/shortcuts.js";

const KEPT = "desk-keys";
const KNOWN = ["j", "k", "o", "x", "a", "r", "c", "?"];

const list = document.getElementById("keys");
const opener = document.querySelector("[data-keys-open]");
const turn = list.querySelector("[data-keys-turn]");
const lines = [...document.querySelectorAll("ol.queue > li")];

function areOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

function say() {
  turn.setAttribute("aria-pressed", String(areOn()));
}

function current() {
  return lines.findIndex((line) => line.contains(document.activeElement));
}

/** The box of the line that has the focus; of the first when none has. */
function box() {
  return lines[Math.max(current(), 0)]?.querySelector("input[name=chosen]");
}

function tick(checked) {
  const found = box();
  if (found) found.checked = checked ?? !found.checked;
}

const anyTicked = () => document.querySelector("input[name=chosen]:checked") !== null;

const ofTheList = {
  j: () => lines[movedTo("j", current(), lines.length)]?.querySelector(".what a")?.focus(),
  k: () => lines[movedTo("k", current(), lines.length)]?.querySelector(".what a")?.focus(),
  o: () => lines[current()]?.querySelector(".what a")?.click(),
  x: () => tick(),
  c: () => lines[current()]?.querySelector("[data-claims]")?.click(),
  a: () => {
    if (!anyTicked()) tick(true);
    document.querySelector(".at-once [value=accept]")?.focus();
  },
  r: () => {
    if (!anyTicked()) tick(true);
    document.querySelector(".at-once textarea")?.focus();
  },
};

function ofThePage(key) {
  const found = document.querySelector(`[data-key="${key}"]`);
  if (!found) return;
  if (key === "a" || key === "r") found.focus();
  else found.click();
}

function act(key) {
  if (key === "?") list.showModal();
  else if (lines.length) ofTheList[key]();
  else ofThePage(key);
}

document.addEventListener("keydown", (event) => {
  const key = keyOf(event, KNOWN);
  if (!key || list.open || !areOn()) return;
  event.preventDefault();
  act(key);
});
opener.addEventListener("click", () => list.showModal());
turn.addEventListener("click", () => {
  try {
    localStorage.setItem(KEPT, areOn() ? "off" : "on");
  } catch {
    // Nothing is kept in this browser: they stay on.
  }
  say();
});
opener.hidden = false;
say();

const every = document.querySelector("[data-tick-all]");
if (every) {
  every.closest("label").hidden = false;
  every.addEventListener("change", () => {
    for (const box of document.querySelectorAll("input[name=chosen]")) box.checked = every.checked;
  });
}
