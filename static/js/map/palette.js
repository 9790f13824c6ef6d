/** The map's colours, read from the page's CSS variables: dark mode and print come with them. */

import { parseColour } from "../core/colours.js";
import { DOTS, RULES } from "../core/textures.js";

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
  isolated: "--map-isolated",
  text: "--ink-soft",
};
const TEXTURES = [
  ["dot", DOTS],
  ["rule", RULES],
];

/** The colours of one layer: `lines` as CSS text, the others as numbers; see Colouring. */
export function readPalette(layer, values, hatch) {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  const lines = Object.fromEntries(Object.entries(LINES).map(([key, name]) => [key, read(name)]));
  return {
    lines,
    values: values.map((value) => readValue(read, `--${layer}-${value}`)),
    ground: parseColour(lines.ground),
    isolated: parseColour(lines.isolated),
    hatch,
    hatches: hatchInks(lines, hatch).map(parseColour),
  };
}

function hatchInks(lines, hatch) {
  return hatch === "missing" ? [lines.ground] : [lines.hatch, lines.hatchCasing];
}

/** A value's fill, and the texture that stands on it, if any. */
function readValue(read, token) {
  const found = TEXTURES.find(([mark]) => read(`${token}-${mark}`));
  const texture = found && { kind: found[1], colour: parseColour(read(`${token}-${found[0]}`)) };
  return { colour: parseColour(read(token)), texture: texture ?? null };
}

/** Calls `changed` whenever the reader's colour scheme does. */
export function watchScheme(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
