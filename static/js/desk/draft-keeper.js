/** Keeps what is written in this browser until it is sent, and offers it again. */

import { draftKey, packDraft, saysTheSame, unpackDraft, writtenIn } from "../core/drafts.js";

const AFTER_MS = 500;

export class DraftKeeper {
  /** `notice` is the hidden box that offers an unsent draft. */
  constructor(form, notice) {
    Object.assign(this, { form, notice, key: draftKey(form.dataset.draft), leaving: false });
    this.begun = this.written();
    this.offer();
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    form.addEventListener("submit", () => {
      this.leaving = true;
      this.keep();
    });
    window.addEventListener("beforeunload", (event) => this.warn(event));
  }

  written() {
    return writtenIn(new FormData(this.form).entries());
  }

  get changed() {
    return "typed" in this.form.dataset || !saysTheSame(this.begun, this.written());
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.keep(), AFTER_MS);
  }

  keep() {
    clearTimeout(this.waiting);
    if (!this.changed) return;
    try {
      localStorage.setItem(this.key, packDraft(this.written(), Date.now()));
    } catch {
      // A browser that keeps nothing still sends what was written.
    }
  }

  warn(event) {
    if (this.leaving || !this.changed) return;
    this.keep();
    event.preventDefault();
  }

  offer() {
    const draft = unpackDraft(stored(this.key), Date.now());
    if (!draft || saysTheSame(draft.entries, this.begun)) return;
    const said = this.notice.querySelector("[data-said]");
    const when = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
    });
    said.textContent = said.dataset.text.replace("%s", when.format(draft.at));
    this.notice.hidden = false;
    this.notice
      .querySelector("[data-restore]")
      .addEventListener("click", () => this.restore(draft));
    this.notice.querySelector("[data-discard]").addEventListener("click", () => this.discard());
  }

  /** The server writes the form anew: a draft may have more steps than the page shows. */
  restore(draft) {
    const form = document.createElement("form");
    form.method = "post";
    form.hidden = true;
    const token = this.form.querySelector("[name=csrfmiddlewaretoken]");
    const entries = [...draft.entries, ["csrfmiddlewaretoken", token.value], ["do", "edit"]];
    for (const [name, value] of entries) {
      const input = document.createElement("textarea");
      Object.assign(input, { name, value });
      form.append(input);
    }
    document.body.append(form);
    this.leaving = true;
    form.submit();
  }

  discard() {
    forget(this.form.dataset.draft);
    this.notice.hidden = true;
  }
}

/** Forgets the draft of a form: it was sent, or is not wanted any more. */
export function forget(name) {
  try {
    localStorage.removeItem(draftKey(name));
  } catch {
    // Nothing was kept.
  }
}

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
