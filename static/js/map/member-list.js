/** The chosen state's places as a list; focus on one shows it on the map. */

export class MemberList {
  /** `onpoint(geoid)` goes up, "" when the focus or the pointer leaves. */
  constructor(root, { onpoint }) {
    this.root = root;
    this.list = root.querySelector("ol");
    this.title = root.querySelector("h2");
    this.items = [];
    const point = (event) => onpoint(event.target.closest("a")?.dataset.geoid ?? "");
    for (const name of ["focusin", "pointerover"]) this.list.addEventListener(name, point);
    for (const name of ["focusout", "pointerleave"]) {
      this.list.addEventListener(name, () => onpoint(""));
    }
  }

  /** List places `[{ index, geoid, name }]` under a title; none hides the list. */
  fill(title, places, href) {
    this.root.hidden = !places.length;
    this.title.textContent = title;
    this.items = places.map((place) => this.item(place, href(place.geoid)));
    this.list.replaceChildren(...this.items.map(({ element }) => element));
  }

  item(place, href) {
    const element = document.createElement("li");
    const link = document.createElement("a");
    const swatch = document.createElement("span");
    const label = document.createElement("span");
    link.href = href;
    link.dataset.geoid = place.geoid;
    link.textContent = place.name;
    label.className = "members-label";
    element.append(swatch, link, label);
    return { place, element, link, swatch, label };
  }

  /** Write what each place reads: `read(index)` gives { layer, value, label }. */
  show(read, href) {
    for (const { place, link, swatch, label } of this.items) {
      const { layer, value, label: words } = read(place.index);
      swatch.className = `swatch ${layer}-${value}`;
      label.textContent = words;
      link.href = href(place.geoid);
    }
  }
}
