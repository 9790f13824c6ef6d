/** The states, or the chosen state's places, as a list; focus on a place shows it on the map. */

export class MemberList {
  /**
   * `onpoint(geoid)` goes up, "" when the focus or the pointer leaves, and `onstate(code)`, "" for
   * all states.
   */
  constructor(root, { onpoint, onstate }) {
    this.root = root;
    this.list = root.querySelector("ol");
    this.title = root.querySelector("h2");
    this.all = root.querySelector(".map-members-all");
    this.items = [];
    const point = (event) => onpoint(event.target.closest("a")?.dataset.geoid ?? "");
    for (const name of ["focusin", "pointerover"]) this.list.addEventListener(name, point);
    for (const name of ["focusout", "pointerleave"]) {
      this.list.addEventListener(name, () => onpoint(""));
    }
    root.addEventListener("click", (event) => this.choose(event, onstate));
    // Below a map that fills a phone nobody looks for 56 lines; they are a touch away.
    if (matchMedia("(width < 64rem)").matches) root.open = false;
  }

  /** A state is shown on this page; with a key held down the link leads where it says. */
  choose(event, onstate) {
    const code = event.target.closest("a")?.dataset.state;
    if (code === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onstate(code);
    this.title.focus();
  }

  /** List states `[{ index, code, name }]` or places `[{ index, geoid, name }]` under a title. */
  fill(title, places, href) {
    this.title.textContent = title;
    this.all.hidden = places.some(({ code }) => code !== undefined);
    this.items = places.map((place) => this.item(place, href(place)));
    this.list.replaceChildren(...this.items.map(({ element }) => element));
  }

  item(place, href) {
    const element = document.createElement("li");
    const link = document.createElement("a");
    const swatch = document.createElement("span");
    const label = document.createElement("span");
    link.href = href;
    if (place.code) link.dataset.state = place.code;
    else link.dataset.geoid = place.geoid;
    link.textContent = place.name;
    label.className = "members-label";
    element.append(swatch, link, label);
    return { place, element, link, swatch, label };
  }

  /** Write what each reads: `read(place)` gives { layer, value, label }, null where none is told. */
  show(read, href) {
    for (const { place, link, swatch, label } of this.items) {
      const told = read(place);
      swatch.hidden = !told;
      if (told) swatch.className = `swatch ${told.layer}-${told.value}`;
      label.textContent = told?.label ?? "";
      link.href = href(place);
    }
  }
}
