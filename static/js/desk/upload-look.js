/** The step of sheet and headings: what is chosen of them is shown at once, without a new page. */

const CHOICES = new Set(["sheet", "encoding", "sign"]);
let asked = 0;

function formIn(page) {
  return page.getElementById("look");
}

/** Ask for the page as the file is now read, and put its form in the place of this one. */
async function show(form, name) {
  asked += 1;
  const turn = asked;
  const sent = new FormData(form);
  sent.set("go", "stay");
  const answer = await fetch(form.action, { method: "POST", body: sent });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = formIn(page);
  if (turn !== asked) return;
  if (!answer.ok || !fresh) {
    form.querySelector("[data-show]").click();
    return;
  }
  const adopted = document.importNode(fresh, true);
  form.replaceWith(adopted);
  const focused = adopted.querySelector(`select[name="${name}"], input[name="${name}"]:checked`);
  focused?.focus();
  const said = adopted.querySelector("[data-shown]");
  said.textContent = said.dataset.said;
}

document.addEventListener("change", (event) => {
  const { form, name } = event.target;
  if (form?.id !== "look" || !CHOICES.has(name)) return;
  show(form, name).catch(() => form.querySelector("[data-show]").click());
});
