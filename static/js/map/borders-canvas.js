/**
 * The lines: counties thin and light, states dark over a casing, the coast, the insets' frames.
 *
 * Not in the page itself: a second canvas costs a part of every frame, whether it changes or not.
 */

const FINISH_AFTER_MS = 120;
const CAPTION_CSS_PX = 11;
const SMALL_CSS_PX = 560;

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

/** Lets each line carry its box, so that what is out of view costs nothing. */
function addBoxes(lines) {
  for (const line of lines) {
    const box = [line[0], line[1], line[0], line[1]];
    for (let at = 2; at < line.length; at += 2) {
      if (line[at] < box[0]) box[0] = line[at];
      else if (line[at] > box[2]) box[2] = line[at];
      if (line[at + 1] < box[1]) box[1] = line[at + 1];
      else if (line[at + 1] > box[3]) box[3] = line[at + 1];
    }
    line.box = box;
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
    for (const lines of Object.values(boundaries.lines)) addBoxes(lines);
  }

  /** Draw a view; with `atOnce` false the county lines wait until the map has come to rest. */
  draw(view, colours, atOnce) {
    clearTimeout(this.later);
    this.element.width = view.width;
    this.element.height = view.height;
    this.context.lineJoin = "round";
    if (atOnce) this.drawAll(view, colours);
    else {
      this.drawStates(view, colours);
      this.later = setTimeout(() => this.finish(view, colours), FINISH_AFTER_MS);
    }
  }

  finish(view, colours) {
    this.context.clearRect(0, 0, view.width, view.height);
    this.drawAll(view, colours);
    this.onfinish();
  }

  drawAll(view, colours) {
    const zoom = view.scale / view.density / this.homeScale(view);
    this.stroke(this.boundaries.lines.county, view, colours.county, Math.min(1, 0.4 + 0.12 * zoom));
    this.drawStates(view, colours);
  }

  homeScale(view) {
    return Math.min(900, view.width / view.density) / this.boundaries.extent[0];
  }

  isSmall(view) {
    return view.scale * this.boundaries.extent[0] < SMALL_CSS_PX * view.density;
  }

  drawStates(view, colours) {
    const { coast, state } = this.boundaries.lines;
    const wide = this.isSmall(view) ? 0.7 : 1;
    this.stroke(coast, view, colours.coast, 0.7 * wide);
    this.stroke(state, view, colours.casing, 2.4 * wide);
    this.restroke(view, colours.state, 0.9 * wide);
    this.drawFrames(view, colours);
  }

  stroke(lines, view, colour, width) {
    trace(this.context, lines, view);
    this.restroke(view, colour, width);
  }

  restroke(view, colour, width) {
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
    const room = width - 8 * view.density;
    const captions = this.captions[frame.key] ?? [];
    const fits = (words) => this.context.measureText(words).width <= room;
    const words = this.isSmall(view) ? captions.at(-1) : captions.find(fits);
    if (words) this.caption(words, frame, view);
  }

  caption(words, frame, view) {
    const above = frame.caption[1] < frame.box[1] + frame.box[3] / 2;
    const edge = frame.box[1] + (above ? 0 : frame.box[3]);
    const inset = CAPTION_CSS_PX * view.density * (above ? 1.2 : -0.5);
    const left = frame.box[0] * view.scale + view.x + 4 * view.density;
    this.context.fillText(words, left, edge * view.scale + view.y + inset);
  }
}
