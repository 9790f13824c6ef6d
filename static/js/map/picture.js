/** The map itself: Leaflet, its canvases, and what is under the pointer. */

import { Colouring } from "../core/colouring.js";
import { inTurns, pause } from "../core/pause.js";
import { BordersCanvas } from "./borders-canvas.js";
import { HighlightCanvas } from "./highlight-canvas.js";
import { readPalette } from "./palette.js";
import { PictureLayer } from "./picture-layer.js";
import { PlacesCanvas } from "./places-canvas.js";

const { L } = globalThis;
const FARTHEST_ZOOM = -6;
const CLOSEST_ZOOM = 5;
const STATE_PADDING_CSS_PX = [24, 24];
const FINGER_CSS_PX = 14;

export class Picture {
  /** `onpoint(index)`, -1 for none, and `onchoose(index, touched)` may be set, and go up. */
  constructor(element, boundaries, places, { zoomBox, words, captions, hatch }) {
    Object.assign(this, { element, boundaries, places, hatch });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.colouring = new Colouring(places.stateOf);
    this.borders = new BordersCanvas(boundaries, captions);
    this.areas = new PlacesCanvas(boundaries, this.colouring, this.borders.element);
    this.borders.onfinish = () => this.areas.lay();
    this.highlight = new HighlightCanvas(boundaries);
    this.home = this.bounds([0, 0, ...boundaries.extent]);
    this.map = this.makeMap(element, zoomBox, words);
    this.onpoint = () => {};
    this.onchoose = () => {};
  }

  makeMap(element, zoomBox, { zoomIn, zoomOut }) {
    const map = L.map(element, {
      crs: L.CRS.Simple,
      minZoom: FARTHEST_ZOOM,
      zoomSnap: 0,
      zoomDelta: 0.75,
      wheelPxPerZoomLevel: 100,
      zoomControl: false,
      attributionControl: false,
      zoomAnimation: !this.calm.matches,
      fadeAnimation: false,
      maxBoundsViscosity: 1,
    });
    const zoom = L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
    zoomBox.append(zoom.getContainer());
    return map;
  }

  /** Draw for the first time, in turns: a layer's spans on a day, a state before its neighbours. */
  async start(layer, spans, { day, state, isolated, box }) {
    spans.places.seek(day);
    spans.limits.seek(day);
    this.colouring.state = state;
    this.colouring.isolated = isolated;
    this.takeUp(layer, spans);
    await pause();
    this.fitHome();
    if (box)
      this.map.fitBounds(this.bounds(box), { padding: STATE_PADDING_CSS_PX, animate: false });
    await pause();
    this.drawn = new PictureLayer({
      elements: [this.areas, this.highlight].map(({ element }) => element),
      unitsPerPixel: this.boundaries.scale,
      drawView: (view, atOnce) => this.drawView(view, atOnce),
    });
    this.map.addLayer(this.drawn);
    this.listen();
    await this.drawFirst(this.drawn.view);
  }

  listen() {
    const { map } = this;
    map.on("resize", () => this.fitHome());
    map.on("mousemove", ({ originalEvent }) => this.point(originalEvent));
    map.on("mouseout", () => this.point(null));
    map.on("click", ({ originalEvent }) => this.choose(originalEvent));
  }

  /** Show another layer's spans. */
  useSpans(layer, spans) {
    if (spans === this.spans) return;
    this.takeUp(layer, spans);
    this.redraw();
  }

  takeUp(layer, spans) {
    this.spans = spans;
    this.layer = layer;
    this.palette = readPalette(layer, spans.values, this.hatch);
    this.colouring.usePalette(this.palette);
    this.colouring.updateAll(spans.places.at, spans.limits.at);
  }

  /** Map units to Leaflet's bounds: a unit of its own is a pixel of the picture. */
  bounds([left, top, right, bottom]) {
    const { scale } = this.boundaries;
    return L.latLngBounds([-bottom / scale, left / scale], [-top / scale, right / scale]);
  }

  fitHome() {
    const { map, home } = this;
    const wasHome = !this.fitted || map.getZoom() <= map.getMinZoom() + 0.01;
    this.fitted = true;
    map.options.minZoom = FARTHEST_ZOOM;
    const zoom = map.getBoundsZoom(home);
    if (wasHome) map.setView(home.getCenter(), zoom, { animate: false });
    map.setMaxBounds(home.pad(0.02));
    map.setMaxZoom(zoom + CLOSEST_ZOOM);
    map.setMinZoom(zoom);
  }

  /** As drawView; a view that the map takes meanwhile, a window made narrower, is drawn instead. */
  async drawFirst(view) {
    const isOver = () => this.drawn.view !== view;
    await pause();
    await inTurns(this.firstSteps(view), isOver);
  }

  *firstSteps(view) {
    const { lines, ground } = this.palette;
    yield* this.borders.drawing(view, lines);
    yield* this.areas.drawing(view, ground);
    this.highlight.draw(view, lines);
  }

  drawView(view, atOnce) {
    this.borders.draw(view, this.palette.lines, atOnce);
    this.areas.draw(view, this.palette.ground);
    this.highlight.draw(view, this.palette.lines);
  }

  redraw() {
    if (this.drawn?.view) this.drawView(this.drawn.view, true);
  }

  /** The reader's colour scheme changed. */
  recolour() {
    this.takeUp(this.layer, this.spans);
    this.redraw();
  }

  /** The day has come to rest: ring what is rare and tiny. */
  rest() {
    const { places } = this.spans;
    this.highlight.ring(this.colouring.rarePlaces(places.at, places.counts));
  }

  /** Show a day: only what changed is painted. */
  seek(day) {
    const { places, limits } = this.spans;
    this.highlight.ring([]);
    this.repaint(places, places.seek(day));
    this.repaint(limits, limits.seek(day));
  }

  repaint(track, touched) {
    if (!touched) return;
    const { places, limits } = this.spans;
    if (touched >= places.at.length / 2) {
      this.paintAll();
      return;
    }
    for (let i = 0; i < touched; i += 1) {
      const place = track.touchedPlaces[i];
      this.colouring.update(place, places.at[place], limits.at[place]);
    }
    this.areas.paint(track.touchedPlaces, touched);
  }

  paintAll() {
    this.colouring.updateAll(this.spans.places.at, this.spans.limits.at);
    this.areas.paintAll();
  }

  /** Let all but one state (by index) and one value stand back; -1 for none. */
  feature(state, isolated) {
    this.colouring.state = state;
    this.colouring.isolated = isolated;
    this.paintAll();
  }

  /** Go to a box of map units, or home. */
  goTo(box) {
    const { map } = this;
    const animate = !this.calm.matches;
    if (!box) map.setView(this.home.getCenter(), map.getMinZoom(), { animate });
    else map.fitBounds(this.bounds(box), { padding: STATE_PADDING_CSS_PX, animate });
  }

  indexAt(event, reach = 0) {
    const point = this.drawn.pointIn(event);
    return this.areas.placeAt(point.x, point.y, reach);
  }

  point(event) {
    const index = event ? this.indexAt(event) : -1;
    if (index === this.pointed) return;
    this.pointed = index;
    this.element.classList.toggle("is-pointing", index >= 0);
    this.onpoint(index);
  }

  choose(event) {
    const touched = event.pointerType === "touch" || event.pointerType === "pen";
    const index = this.indexAt(event, touched ? FINGER_CSS_PX : 0);
    this.onchoose(index, touched);
  }
}
