/** The Leaflet layer that holds the canvases and keeps them where the map is. */

const { L } = globalThis;
const PAN_MARGIN_CSS_PX = 160;
const MOST_DENSITY = 2;

export class PictureLayer extends L.Layer {
  /** `canvases` are drawn in order by `drawView(view, atOnce)`; `unitsPerPixel` of zoom 0. */
  constructor({ elements, unitsPerPixel, drawView }) {
    super();
    this.unitsPerPixel = unitsPerPixel;
    this.drawView = drawView;
    this.box = L.DomUtil.create("div", "map-picture leaflet-zoom-animated");
    this.box.append(...elements);
    this.elements = elements;
  }

  onAdd(map) {
    map.getPane("overlayPane").append(this.box);
    // Whoever puts it on the map draws it the first time, and says when that is done.
    this.takeView();
  }

  onRemove() {
    this.box.remove();
  }

  getEvents() {
    return {
      moveend: () => this.redraw(false),
      resize: () => this.redraw(true),
      zoom: (event) => event.pinch && this.follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => this.follow(event.center, event.zoom),
    };
  }

  /** The window on the map: device pixel = unit * scale + (x, y); it is seen without its margin. */
  findView() {
    const map = this._map;
    const density = Math.min(MOST_DENSITY, globalThis.devicePixelRatio || 1);
    const size = map.getSize();
    const margin = map.getZoom() > map.getMinZoom() + 0.01 ? PAN_MARGIN_CSS_PX : 0;
    this.corner = map.containerPointToLayerPoint([-margin, -margin]).round();
    const origin = map.project([0, 0], map.getZoom()).subtract(map.getPixelOrigin());
    return {
      density,
      scale: (map.getZoomScale(map.getZoom(), 0) / this.unitsPerPixel) * density,
      x: (origin.x - this.corner.x) * density,
      y: (origin.y - this.corner.y) * density,
      width: Math.round((size.x + 2 * margin) * density),
      height: Math.round((size.y + 2 * margin) * density),
      margin: margin * density,
    };
  }

  redraw(atOnce) {
    const view = this.findView();
    if (this.view && Object.keys(view).every((key) => view[key] === this.view[key])) {
      this.place();
      return;
    }
    const zoomed = !this.view || this.view.scale !== view.scale;
    this.take(view);
    this.drawView(view, atOnce || !zoomed);
  }

  takeView() {
    this.take(this.findView());
  }

  /** Stand where a view is, as large as it is. */
  take(view) {
    this.view = view;
    this.cornerAt = this._map.layerPointToLatLng(this.corner);
    this.place();
    for (const element of this.elements) {
      element.style.width = `${view.width / view.density}px`;
      element.style.height = `${view.height / view.density}px`;
    }
  }

  place() {
    this.cornerAt = this._map.layerPointToLatLng(this.corner);
    this.drawnZoom = this._map.getZoom();
    L.DomUtil.setTransform(this.box, this.corner, 1);
  }

  /** Stretch the drawn picture to where it will be, while the map zooms. */
  follow(center, zoom) {
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.drawnZoom);
    const origin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .subtract(map.containerPointToLayerPoint([0, 0]))
      .round();
    L.DomUtil.setTransform(this.box, map.project(this.cornerAt, zoom).subtract(origin), scale);
  }

  /** A mouse event's place in the picture, in CSS pixels. */
  pointIn(event) {
    return this._map.mouseEventToLayerPoint(event).subtract(this.corner);
  }
}
