/** The legend: a count for each value on the day, and a button that isolates it. */

const GONE = "does-not-exist";

export class Legend {
  /** `write` puts a number in words; `onisolate(value)` goes up, "" for all. */
  constructor(root, { write, onisolate }) {
    Object.assign(this, { root, write, onisolate });
    this.list = root.querySelector("[data-legend]");
    this.limits = root.querySelector("[data-limits-count]");
    this.undocumented = root.querySelector("#map-undocumented");
    this.doubted = root.querySelector("[data-undocumented-count]").firstChild;
    this.title = root.querySelector("#map-legend-title");
    this.list.addEventListener("click", (event) => this.press(event));
    this.readItems();
  }

  readItems() {
    this.items = [...this.list.querySelectorAll("button")];
    this.counts = this.items.map((item) => item.querySelector("[data-count]").firstChild);
    this.shown = this.items.map(() => -1);
  }

  press(event) {
    const item = event.target.closest("button");
    if (!item) return;
    event.preventDefault();
    this.onisolate(item.getAttribute("aria-pressed") === "true" ? "" : item.dataset.value);
  }

  /** Show another layer's values, `[{ value, label }]`. */
  useLayer(layer, values) {
    if (this.list.dataset.legend === layer) return;
    this.list.dataset.legend = layer;
    const model = this.list.firstElementChild;
    this.list.replaceChildren(...values.map((entry) => this.item(model, layer, entry)));
    this.readItems();
  }

  item(model, layer, { value, label }) {
    const item = model.cloneNode(true);
    item.hidden = value === GONE;
    const button = item.querySelector("button");
    button.dataset.value = value;
    button.value = value;
    button.querySelector(".swatch").setAttribute("class", `swatch ${layer}-${value}`);
    button.querySelector("[data-label]").textContent = label;
    return item;
  }

  /**
   * Write the counts, in the order of the items; rows of none are set back, and that of places that
   * are gone is away. `undocumented` is NaN where the span file cannot tell.
   */
  show(counts, limited, undocumented) {
    for (let i = 0; i < this.items.length; i += 1) {
      if (this.shown[i] === counts[i]) continue;
      this.counts[i].nodeValue = this.write(counts[i]);
      if (this.shown[i] <= 0 || counts[i] === 0) {
        this.items[i].classList.toggle("is-none", counts[i] === 0);
        this.items[i].parentElement.hidden =
          counts[i] === 0 && this.items[i].dataset.value === GONE;
      }
      this.shown[i] = counts[i];
    }
    if (this.limited !== limited) this.limits.firstChild.nodeValue = this.write(limited);
    this.limited = limited;
    this.showUndocumented(undocumented);
  }

  /** How many places are gone, by the counts in the order of the items: they belong to no total. */
  goneIn(counts) {
    return counts[this.items.findIndex((item) => item.dataset.value === GONE)] ?? 0;
  }

  showUndocumented(count) {
    if (Object.is(this.undocumentedShown, count)) return;
    this.undocumentedShown = count;
    this.undocumented.hidden = Number.isNaN(count);
    if (count >= 0) this.doubted.nodeValue = this.write(count);
  }

  /** Say of what the counts are. */
  entitle(title) {
    this.title.textContent = title;
  }

  /** Mark the isolated value; "" is none. */
  isolate(value) {
    for (const item of this.items) {
      item.setAttribute("aria-pressed", String(item.dataset.value === value));
    }
  }
}
