/** The legend: a count for each value on the day, and a button that isolates it. */

import { fillIn, plural } from "../core/sentence.js";

const GONE = "does-not-exist";

export class Legend {
  /**
   * `write` puts a number in words; `folded` says how many values nobody has, in the singular and
   * in the plural; `onisolate(value)` goes up, "" for all.
   */
  constructor(root, { write, folded, onisolate }) {
    Object.assign(this, { root, write, folded, onisolate });
    this.list = root.querySelector("[data-legend]");
    this.none = root.querySelector("[data-folded]");
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
    this.groups = [...this.list.querySelectorAll(".legend-group")].map((element) => ({
      element,
      number: element.querySelector("[data-group-count]").firstChild,
      shown: -1,
    }));
    this.groupOf = this.items.map((item) => this.groups.indexOf(groupBefore(this.groups, item)));
    this.totals = this.groups.map(() => 0);
  }

  press(event) {
    const item = event.target.closest("button");
    if (!item) return;
    event.preventDefault();
    this.onisolate(item.getAttribute("aria-pressed") === "true" ? "" : item.dataset.value);
  }

  /** Show another layer's values, `[{ value, label, group }]`. */
  useLayer(layer, values) {
    if (this.list.dataset.legend === layer) return;
    this.list.dataset.legend = layer;
    const model = this.items[0].parentElement;
    const rows = [];
    let before = "";
    for (const entry of values) {
      if (entry.group && entry.group !== before) rows.push(heading(entry.group));
      before = entry.group ?? "";
      rows.push(this.item(model, layer, entry));
    }
    this.list.replaceChildren(...rows);
    this.readItems();
  }

  item(model, layer, { value, label, group }) {
    const item = model.cloneNode(true);
    const button = item.querySelector("button");
    button.dataset.value = value;
    button.value = value;
    button.classList.toggle("is-grouped", Boolean(group));
    button.querySelector(".swatch").setAttribute("class", `swatch ${layer}-${value}`);
    button.querySelector("[data-label]").textContent = label;
    return item;
  }

  /**
   * Write the counts, in the order of the items; rows of none are set back until the day comes to
   * rest. `undocumented` is NaN where the span file cannot tell.
   */
  show(counts, limited, undocumented) {
    this.totals.fill(0);
    for (let i = 0; i < this.items.length; i += 1) {
      if (this.groupOf[i] >= 0) this.totals[this.groupOf[i]] += counts[i];
      if (this.shown[i] === counts[i]) continue;
      this.counts[i].nodeValue = this.write(counts[i]);
      if (this.shown[i] <= 0 || counts[i] === 0) {
        this.items[i].classList.toggle("is-none", counts[i] === 0);
        if (counts[i] > 0) this.items[i].parentElement.hidden = false;
      }
      this.shown[i] = counts[i];
    }
    this.showGroups();
    if (this.limited !== limited) this.limits.firstChild.nodeValue = this.write(limited);
    this.limited = limited;
    this.showUndocumented(undocumented);
  }

  showGroups() {
    for (let i = 0; i < this.groups.length; i += 1) {
      const group = this.groups[i];
      const total = this.totals[i];
      if (group.shown === total) continue;
      group.number.nodeValue = this.write(total);
      if (total > 0) group.element.hidden = false;
      group.shown = total;
    }
  }

  /** The day has come to rest: what nobody has is folded, save what stands alone on the map. */
  rest() {
    const none = this.items.filter((item, i) => {
      const away = this.shown[i] === 0 && item.getAttribute("aria-pressed") !== "true";
      item.parentElement.hidden = away;
      return away && item.dataset.value !== GONE;
    });
    for (const { element, shown } of this.groups) element.hidden = shown === 0;
    const key = none.map((item) => `${this.list.dataset.legend} ${item.dataset.value}`).join();
    if (key === this.foldedKey) return;
    this.foldedKey = key;
    this.none.hidden = none.length === 0;
    const number = this.write(none.length);
    this.none.querySelector("summary").textContent = fillIn(plural(this.folded, none.length), {
      number,
    });
    this.none.querySelector("ul").replaceChildren(...none.map(folded));
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

/** The heading that the item stands under; undefined where it stands under none. */
function groupBefore(groups, item) {
  if (!item.classList.contains("is-grouped")) return undefined;
  const after = Node.DOCUMENT_POSITION_FOLLOWING;
  return groups.findLast(({ element }) => element.compareDocumentPosition(item) & after);
}

/** A heading with the count of what stands under it. */
function heading(title) {
  const row = document.createElement("li");
  row.className = "legend-group";
  const name = document.createElement("span");
  const number = document.createElement("span");
  const count = document.createElement("span");
  name.textContent = title;
  number.className = "number";
  count.dataset.groupCount = "";
  count.append("0");
  number.append(count);
  row.append(name, " ", number);
  return row;
}

/** A value that nobody has, to be read. */
function folded(item) {
  const row = document.createElement("li");
  row.append(
    item.querySelector(".swatch").cloneNode(),
    item.querySelector("[data-label]").textContent,
  );
  return row;
}
