/** The map page: the picture first, and what answers the reader as soon as it stands. */

import { dayNumber } from "../core/days.js";
import { decoding } from "../core/geometry.js";
import { inTurns, pause } from "../core/pause.js";
import { readAddress } from "../core/url-state.js";
import { fetchJSON } from "./files.js";
import { giveUp } from "./give-up.js";
import { Layers } from "./layers.js";
import { Picture } from "./picture.js";
import { Places } from "./places.js";

/** The states' names as the page's own list has them, in the reader's language. */
function stateNames(select) {
  return Object.fromEntries([...select.options].map(({ value, text }) => [value, text]));
}

/** The map as the address asks for it: day, layer and state. */
async function draw(root, config) {
  const file = await fetchJSON(config.addresses.geometry);
  await pause();
  const boundaries = await inTurns(decoding(file));
  await pause();
  const names = stateNames(root.querySelector("#map-state"));
  const places = new Places(boundaries, names, config.addresses, config.spanish);
  const layers = new Layers(config.addresses.layers, boundaries);
  const shown = readAddress(location.search, config.shown, config.days);
  const spans = await layers.load(shown.layer);
  await pause();
  const picture = new Picture(root.querySelector("#map"), boundaries, places, {
    zoomBox: root.querySelector("#map-zoom"),
    words: config.leaflet,
    hatch: config.hatch,
    captions: config.words.captions,
  });
  await pause();
  const state = places.stateByCode(shown.state);
  await picture.start(shown.layer, spans, {
    day: dayNumber(shown.date),
    state,
    isolated: spans.values.indexOf(shown.isolate),
    box: places.states[state]?.box,
  });
  document.getElementById("map-still")?.remove();
  return { places, layers, picture, shown };
}

async function start() {
  const config = JSON.parse(document.getElementById("map-config").textContent);
  const root = document.getElementById("map-page");
  try {
    const drawn = await draw(root, config);
    // The measurements in bench/ read this.
    performance.mark("map-drawn");
    const { MapPage } = await import("./map-page.js");
    await pause();
    const page = await MapPage.make(root, config, drawn);
    await pause();
    await page.start();
  } catch (error) {
    giveUp(config, error);
    throw error;
  }
}

start();
