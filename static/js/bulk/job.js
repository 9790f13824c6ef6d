/** The page of a bulk job: follows its progress, and loads itself anew when it has ended. */

const EVERY_MS = 1000;
const AFTER_FAILURE_MS = 5000;

const box = document.getElementById("bulk-progress");
const bar = box.querySelector("progress");
const percent = box.querySelector("[data-percent]");
const said = box.querySelector("[data-said]");
const spoken = box.querySelector("[data-spoken]");
const TENTH = 0.1;
let tenths = Math.floor(bar.value / TENTH);

function show(state) {
  bar.value = state.progress;
  percent.textContent = Math.floor(100 * state.progress);
  said.textContent = state.said;
  // Spoken at every tenth of the way: each second would be a din.
  if (Math.floor(state.progress / TENTH) === tenths) return;
  tenths = Math.floor(state.progress / TENTH);
  spoken.textContent = state.said;
}

async function look() {
  let wait = EVERY_MS;
  try {
    const answer = await fetch(box.dataset.state, { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    const state = await answer.json();
    if (!state.open) {
      location.reload();
      return;
    }
    show(state);
  } catch {
    wait = AFTER_FAILURE_MS;
  }
  setTimeout(look, wait);
}

setTimeout(look, EVERY_MS);
