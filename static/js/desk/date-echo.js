/** Says below a date how it is understood while it is typed; the server reads it, as it will. */

const AFTER_MS = 300;

export class DateEcho {
  constructor(input, address) {
    this.input = input;
    this.address = address;
    this.line = document.querySelector(`[data-understood="${input.id}"]`);
    input.addEventListener("input", () => this.later());
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), AFTER_MS);
  }

  async ask() {
    const text = this.input.value.trim();
    if (!text) {
      this.say("", false);
      return;
    }
    try {
      const answer = await fetch(`${this.address}?${new URLSearchParams({ text })}`);
      const { said, wrong } = await answer.json();
      // An older answer must not speak for what was typed since.
      if (text !== this.input.value.trim()) return;
      this.say(said ? this.line.dataset.text.replace("%s", said) : wrong, Boolean(wrong));
    } catch {
      this.say("", false);
    }
  }

  say(text, isWrong) {
    this.line.textContent = text;
    this.line.classList.toggle("not", isWrong);
  }
}
