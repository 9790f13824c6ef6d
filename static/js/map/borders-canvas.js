/**
 * The lines: counties thin and light, states dark over a casing, the coast, the insets' frames.
 *
 * Not in the page itself: a second canvas costs a part of every frame, whether it changes or not.
 */

import { captionAt } from "../core/caption-at.js";
import { atOnce, inTurns } from "../core/pause.js";

const FINISH_AFTER_MS = 120;
/** So many numbers of lines, two for each point, are painted in one step. */
const NUMBERS_A_STEP = 2500;
const CAPTION_CSS_PX = 11;
/** From a frame to a frame within it: what a caption between the two takes. */
const CAPTION_ROOM_CSS_PX = 17;
const SMALL_CSS_PX = 560;

/** Lines in parts of at most so many numbers, if no line alone has more. */
function* parts(lines, most) {
  let from = 0;
  let size = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (size && size + lines[at].length > most) {
      yield lines.slice(from, at);
      [from, size] = [at, 0];
    }
    size += lines[at].length;
  }
  if (size) yield lines.slice(from);
}

/** Adds to a path each line that the view may show. */
function trace(context, lines, view) {
  const { scale, x, y, width, height } = view;
  const left = -x / scale;
  const top = -y / scale;
  const right = (width - x) / scale;
  const bottom = (height - y) / scale;
  context.beginPath();
  for (const line of lines) {
    const last = line.length - 2;
    const { box } = line;
    if (box[2] < left || box[0] > right || box[3] < top || box[1] > bottom) continue;
    context.moveTo(line[0] * scale + x, line[1] * scale + y);
    for (let at = 2; at <= last; at += 2)
      context.lineTo(line[at] * scale + x, line[at + 1] * scale + y);
  }
}

export class BordersCanvas {
  /**
   * `captions` holds, by frame, the words under it, the longest that fits first. `onfinish()` may
   * be set, and goes up when lines that waited were drawn.
   */
  constructor(boundaries, captions) {
    this.boundaries = boundaries;
    this.captions = captions;
    this.element = document.createElement("canvas");
    // In the processor's memory, as the places are, on which it is laid.
    this.context = this.element.getContext("2d", { willReadFrequently: true });
    this.onfinish = () => {};
  }

  /** Draw a view; without `whole` the county lines wait until the map has come to rest. */
  draw(view, colours, whole) {
    this.begin(view);
    if (whole) this.drawCounties(this.boundaries.lines.county, view, colours);
    atOnce(this.drawingStates(view, colours, Infinity));
    if (!whole) this.finishLater(view, colours);
  }

  /** As draw without the county lines, in steps, for pause.js. */
  *drawing(view, colours) {
    this.begin(view);
    for (const _ of this.drawingStates(view, colours)) {
      this.settle();
      yield;
    }
    this.finishLater(view, colours);
  }

  begin(view) {
    clearTimeout(this.later);
    this.view = view;
    this.element.width = view.width;
    this.element.height = view.height;
    this.context.lineJoin = "round";
  }

  finishLater(view, colours) {
    this.later = setTimeout(() => this.finish(view, colours), FINISH_AFTER_MS);
  }

  /** The lines of counties, then all others over them; given up when another view is drawn. */
  async finish(view, colours) {
    const isOver = () => this.view !== view;
    await inTurns(this.finishing(view, colours), isOver);
    if (!isOver()) this.onfinish();
  }

  *finishing(view, colours) {
    const { county } = this.boundaries.lines;
    this.context.clearRect(0, 0, view.width, view.height);
    for (const some of parts(county, NUMBERS_A_STEP)) {
      this.drawCounties(some, view, colours);
      this.settle();
      yield;
    }
    for (const _ of this.drawingStates(view, colours)) {
      this.settle();
      yield;
    }
  }

  /** What was asked of the canvas is painted now, and not all of it with the next reading. */
  settle() {
    this.context.getImageData(0, 0, 1, 1);
  }

  drawCounties(lines, view, colours) {
    const zoom = view.scale / view.density / this.homeScale(view);
    this.stroke(lines, view, colours.county, Math.min(1, 0.4 + 0.12 * zoom));
  }

  homeScale(view) {
    return Math.min(900, view.width / view.density) / this.boundaries.extent[0];
  }

  isSmall(view) {
    return view.scale * this.boundaries.extent[0] < SMALL_CSS_PX * view.density;
  }

  *drawingStates(view, colours, most = NUMBERS_A_STEP) {
    const { coast, state } = this.boundaries.lines;
    const wide = this.isSmall(view) ? 0.7 : 1;
    yield* this.stroking(parts(coast, most), view, colours.coast, 0.7 * wide);
    yield* this.stroking(parts(state, most), view, colours.casing, 2.4 * wide);
    yield* this.stroking(parts(state, most), view, colours.state, 0.9 * wide);
    this.drawFrames(view, colours);
    yield;
  }

  *stroking(some, view, colour, width) {
    for (const lines of some) {
      this.stroke(lines, view, colour, width);
      yield;
    }
  }

  stroke(lines, view, colour, width) {
    trace(this.context, lines, view);
    this.context.strokeStyle = colour;
    this.context.lineWidth = width * view.density;
    this.context.stroke();
  }

  drawFrames(view, colours) {
    const { context } = this;
    context.lineWidth = 0.75 * view.density;
    context.strokeStyle = colours.coast;
    context.fillStyle = colours.text;
    context.font = `${CAPTION_CSS_PX * view.density}px system-ui, sans-serif`;
    for (const frame of this.boundaries.frames) this.drawFrame(frame, view);
  }

  drawFrame(frame, view) {
    const [left, top, width, height] = frame.box.map((part) => part * view.scale);
    this.context.strokeRect(left + view.x, top + view.y, width, height);
    const captions = this.captions[frame.key] ?? [];
    const at = captionAt(frame.box, view);
    const room = this.isSmall(view) ? at.room : Math.min(at.room, this.roomIn(frame, view));
    const fits = (words) => this.context.measureText(words).width <= room;
    const words = (this.isSmall(view) ? captions.slice(-1) : captions).find(fits);
    if (words) this.caption(words, frame, view, at.begin);
  }

  /** How wide a caption may be: an inner frame that is near leaves the part beside it. */
  roomIn(frame, view) {
    const [left, top, width, height] = frame.box;
    const inner = this.boundaries.frames.find(
      ({ box }) =>
        box !== frame.box &&
        box[0] >= left &&
        box[1] > top &&
        box[0] + box[2] <= left + width &&
        box[1] + box[3] <= top + height,
    );
    const near = inner && (inner.box[1] - top) * view.scale < CAPTION_ROOM_CSS_PX * view.density;
    return (near ? inner.box[0] - left : width) * view.scale - 8 * view.density;
  }

  caption(words, frame, view, begin) {
    const above = frame.caption[1] < frame.box[1] + frame.box[3] / 2;
    const edge = frame.box[1] + (above ? 0 : frame.box[3]);
    const inset = CAPTION_CSS_PX * view.density * (above ? 1.2 : -0.5);
    this.context.fillText(words, begin, edge * view.scale + view.y + inset);
  }
}
