/** What the map shows, as the query string says it: date, layer, state and place, always all four. */

import { dayNumber } from "./days.js";

const KEPT = ["known", "edition"];

/** A day of an address, or the nearest of the days that can be told of; `usual` if it is none. */
function dayWithin(text, { first, last }, usual) {
  if (Number.isNaN(dayNumber(text))) return usual;
  // The middle one of the three.
  return [first, text, last].sort()[1];
}

/**
 * The parts of a query string that say what is shown; `defaults` fill what is absent, and `days`
 * are the `first` and the `last` that can be told of, like "2008-01-01".
 */
export function readAddress(search, defaults, days) {
  const query = new URLSearchParams(search);
  const value = (name) => query.get(name)?.trim() || defaults[name] || "";
  return {
    date: dayWithin(value("date"), days, defaults.date),
    layer: value("layer"),
    state: (query.get("state") ?? defaults.state ?? "").trim().toUpperCase(),
    place: (query.get("place") ?? defaults.place ?? "").trim(),
    isolate: (query.get("isolate") ?? "").trim(),
  };
}

/** The query string of what is shown, with `known` and `edition` kept from `search`. */
export function writeAddress(shown, search) {
  const before = new URLSearchParams(search);
  const query = new URLSearchParams();
  for (const name of ["date", "layer", "state", "place"]) query.set(name, shown[name] ?? "");
  if (shown.isolate) query.set("isolate", shown.isolate);
  for (const name of KEPT) if (before.get(name)) query.set(name, before.get(name));
  return `?${query}`;
}

/** The address of a picture of what is shown; its other parameters stay. */
export function pictureAddress(href, shown) {
  const [path, search = ""] = href.split("?");
  const query = new URLSearchParams(search);
  for (const name of ["date", "layer", "state", "place", "isolate"]) {
    if (shown[name]) query.set(name, shown[name]);
    else query.delete(name);
  }
  return `${path}?${query}`;
}

/**
 * The code of a frame that shows the same: the day only once it is another than the page began with,
 * so that what was live stays live.
 */
export function sharedCode(code, shown, opened) {
  return code.replace(/src="([^"]*)"/, (_whole, address) => {
    const [path, search = ""] = address.replaceAll("&amp;", "&").split("?");
    const query = new URLSearchParams(search);
    for (const name of ["layer", "state", "place", "isolate"]) {
      const plain = name === "layer" && shown.layer === opened.layer && !query.has(name);
      if (shown[name] && !plain) query.set(name, shown[name]);
      else if (!plain) query.delete(name);
    }
    if (query.has("date") || shown.date !== opened.date) query.set("date", shown.date);
    const href = `${query}` === "" ? path : `${path}?${query}`;
    return `src="${href.replaceAll("&", "&amp;")}"`;
  });
}

/** The address of another page, with the date and what else every page keeps: `known`, `edition`. */
export function keptAddress(href, date, search) {
  const [path, own = ""] = href.split("?");
  const before = new URLSearchParams(search);
  const query = new URLSearchParams(own);
  query.set("date", date);
  for (const name of KEPT) if (before.get(name)) query.set(name, before.get(name));
  return `${path}?${query}`;
}
