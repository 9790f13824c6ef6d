/** The story: on a wide screen one map stands beside the chapters and moves to the day of each. */

import { chapterRead, travel } from "../core/chapters.js";
import { dayNumber } from "../core/days.js";

const STAGED = "(min-width: 62rem)";

class Story {
  constructor(root, config, map, spans) {
    Object.assign(this, { root, config, map, spans });
    this.chapters = config.chapters.map((one) => ({ ...one, day: dayNumber(one.date) }));
    this.sections = this.chapters.map(({ key }) => document.getElementById(key));
    this.links = this.chapters.map(({ key }) =>
      root.querySelector(`.story-chapters [href="#${key}"]`),
    );
    this.caption = root.querySelector("#story-caption");
    this.picture = root.querySelector("#story-canvas");
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.at = -1;
  }

  start() {
    const look = () => {
      this.looking = 0;
      this.read();
    };
    const later = () => {
      this.looking ||= requestAnimationFrame(look);
    };
    addEventListener("scroll", later, { passive: true });
    new ResizeObserver(() => this.map.draw()).observe(this.picture);
    this.map.watch();
    this.read();
  }

  read() {
    const tops = this.sections.map((section) => section.getBoundingClientRect().top);
    const at = chapterRead(tops, innerHeight);
    if (at !== this.at) this.turn(at);
  }

  turn(at) {
    const before = this.chapters[this.at];
    const after = this.chapters[at];
    const way = travel(before, after, this.calm.matches);
    if (way) this.map.play(way);
    else this.map.show(this.spans[after.program], after.day);
    this.links[this.at]?.removeAttribute("aria-current");
    this.links[at].setAttribute("aria-current", "true");
    this.caption.textContent = after.caption;
    this.picture.setAttribute("aria-label", after.sentence);
    this.at = at;
  }
}

/** The decoded files of every program, and the map drawn from them. */
async function load(config) {
  const [{ decode }, { decodeSpans }, { fetchJSON }, { StoryMap }] = await Promise.all([
    import("../core/geometry.js"),
    import("../core/spans.js"),
    import("../map/files.js"),
    import("./story-map.js"),
  ]);
  const programs = Object.entries(config.programs);
  const [file, ...files] = await Promise.all([
    fetchJSON(config.geometry),
    ...programs.map(([, { spans }]) => fetchJSON(spans)),
  ]);
  const boundaries = decode(file);
  const { hash, places, states } = boundaries;
  const spans = Object.fromEntries(
    programs.map(([slug, { hatch }], at) => [
      slug,
      { spans: decodeSpans(files[at], hash, places.length, states.length), hatch },
    ]),
  );
  return { map: new StoryMap(document.getElementById("story-canvas"), boundaries, config), spans };
}

async function stage() {
  const config = JSON.parse(document.getElementById("story-config").textContent);
  const root = document.getElementById("story");
  try {
    const { map, spans } = await load(config);
    document.getElementById("story-stage").hidden = false;
    new Story(root, config, map, spans).start();
    root.classList.add("is-staged");
  } catch (error) {
    // The picture of each chapter stands in its place.
    root.classList.add("is-still");
    throw error;
  }
}

/** Once there is room for it; a phone has a picture above each chapter. */
function start() {
  const wide = matchMedia(STAGED);
  const once = () => {
    if (!wide.matches) return;
    wide.removeEventListener("change", once);
    stage();
  };
  wide.addEventListener("change", once);
  once();
}

start();
