/** A form that one of the browser's keys fills in before it is sent. */

import { answered, creationOptions, requestOptions } from "../core/webauthn.js";

const CANCELLED = new Set(["NotAllowedError", "AbortError"]);

export class PasskeyForm {
  constructor(form) {
    this.form = form;
    this.told = form.querySelector("[data-told]");
  }

  listen() {
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.fillIn();
    });
  }

  async fillIn() {
    this.told.hidden = true;
    try {
      const credential = await this.ask();
      this.form.elements.credential.value = JSON.stringify(answered(credential));
      this.form.submit();
    } catch (problem) {
      this.tell(problem);
    }
  }

  async ask() {
    const options = await this.options();
    if (this.form.dataset.passkey === "create") {
      const alone = this.form.elements.passwordless?.checked ?? false;
      return navigator.credentials.create({ publicKey: creationOptions(options, alone) });
    }
    return navigator.credentials.get({ publicKey: requestOptions(options) });
  }

  /** Signing in, they are fetched when asked for: the page itself leaves no cookie. */
  async options() {
    const element = document.getElementById(this.form.dataset.options);
    if (element) return JSON.parse(element.textContent);
    const response = await fetch(this.form.action, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()).request_options;
  }

  tell(problem) {
    const { cancelled, byName, failed } = this.told.dataset;
    const byNumber = problem.name === "SecurityError";
    this.told.textContent = byNumber ? byName : CANCELLED.has(problem.name) ? cancelled : failed;
    this.told.hidden = false;
  }
}
