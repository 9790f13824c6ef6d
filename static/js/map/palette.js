/** The map's colours, read from the page's CSS variables: dark mode and print come with them. */

import { parseColour } from "../core/colours.js";

const LINES = {
  ground: "--map-ground",
  county: "--map-county-line",
  state: "--map-state-line",
  casing: "--map-state-casing",
  coast: "--map-coast",
  highlight: "--map-highlight",
  highlightCasing: "--map-highlight-casing",
  hatch: "--map-hatch",
  hatchCasing: "--map-hatch-casing",
  text: "--ink-soft",
};

/** The colours of one layer: `lines` as CSS text, `values`, `ground` and `hatches` as numbers. */
export function readPalette(layer, values) {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  const lines = Object.fromEntries(Object.entries(LINES).map(([key, name]) => [key, read(name)]));
  return {
    lines,
    values: values.map((value) => parseColour(read(`--${layer}-${value}`))),
    ground: parseColour(lines.ground),
    hatches: [parseColour(lines.hatch), parseColour(lines.hatchCasing)],
  };
}

/** Calls `changed` whenever the reader's colour scheme does. */
export function watchScheme(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
