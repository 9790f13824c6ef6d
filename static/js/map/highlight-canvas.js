/** The outline of the place that is pointed at, of the one that is chosen; rings around tiny ones. */

const SMALL_CSS_PX = 9;
/** A place under this size in both directions is ringed where its status is rare. */
const TINY_CSS_PX = 10;
const RING_CSS_PX = 8;

export class HighlightCanvas {
  constructor(boundaries) {
    this.boundaries = boundaries;
    this.element = document.createElement("canvas");
    this.context = this.element.getContext("2d");
    this.drawn = [];
    this.shown = [-1, -1];
    this.rare = [];
  }

  /** Take up a new view. */
  draw(view, colours) {
    this.view = view;
    this.colours = colours;
    this.element.width = view.width;
    this.element.height = view.height;
    this.drawn = [];
    this.redraw();
  }

  /** Outline a place that is pointed at and one that is chosen; -1 is none. */
  show(pointed, chosen) {
    if (this.shown[0] === pointed && this.shown[1] === chosen) return;
    this.shown = [pointed, chosen];
    if (this.view) this.redraw();
  }

  /** Ring places whose status few have, where they are tiny; none takes the rings away. */
  ring(places) {
    if (!places.length && !this.rare.length) return;
    this.rare = places;
    if (this.view) this.redraw();
  }

  redraw() {
    for (const box of this.drawn) this.context.clearRect(...box);
    this.drawn = [];
    const [pointed, chosen] = this.shown;
    // A canvas that shows nothing still costs a part of every frame.
    this.element.hidden = pointed < 0 && chosen < 0 && !this.rare.length;
    for (const place of this.rare) this.drawRing(place);
    if (chosen >= 0) this.outline(chosen, 2.5);
    if (pointed >= 0 && pointed !== chosen) this.outline(pointed, 1.75);
  }

  outline(place, width) {
    const { context, view, colours } = this;
    context.beginPath();
    this.trace(place);
    context.lineJoin = "round";
    for (const [colour, wide] of [
      [colours.highlightCasing, width + 2.5],
      [colours.highlight, width],
    ]) {
      context.strokeStyle = colour;
      context.lineWidth = wide * view.density;
      context.stroke();
    }
    this.drawn.push(this.boxOf(place, (width + 4) * view.density));
  }

  drawRing(place) {
    const { context, view, colours } = this;
    const [left, top, width, height] = this.boxOf(place, 0);
    if (Math.max(width, height) >= TINY_CSS_PX * view.density) return;
    context.beginPath();
    context.arc(left + width / 2, top + height / 2, RING_CSS_PX * view.density, 0, 2 * Math.PI);
    for (const [colour, wide] of [
      [colours.ground, 3],
      [colours.highlight, 1.1],
    ]) {
      context.strokeStyle = colour;
      context.lineWidth = wide * view.density;
      context.stroke();
    }
    this.drawn.push(this.boxOf(place, RING_CSS_PX * view.density));
  }

  trace(place) {
    const [left, top, width, height] = this.boxOf(place, 0);
    const least = SMALL_CSS_PX * this.view.density;
    if (width < least && height < least) {
      this.context.arc(left + width / 2, top + height / 2, least * 0.75, 0, 2 * Math.PI);
      return;
    }
    for (const ring of this.boundaries.rings[place]) this.traceRing(ring);
  }

  traceRing(ring) {
    const { scale, x, y } = this.view;
    this.context.moveTo(ring[0] * scale + x, ring[1] * scale + y);
    for (let at = 2; at < ring.length; at += 2) {
      this.context.lineTo(ring[at] * scale + x, ring[at + 1] * scale + y);
    }
  }

  boxOf(place, margin) {
    const { scale, x, y, density } = this.view;
    const [left, top, right, bottom] = this.boundaries.boxes[place];
    const more = margin && margin + SMALL_CSS_PX * density;
    return [
      left * scale + x - more,
      top * scale + y - more,
      (right - left) * scale + 2 * more,
      (bottom - top) * scale + 2 * more,
    ];
  }
}
