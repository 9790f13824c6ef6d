/** What the map shows, as the query string says it: date, layer, state and place, always all four. */

const KEPT = ["known", "edition", "program"];

/** The parts of a query string that say what is shown; `defaults` fill what is absent. */
export function readAddress(search, defaults) {
  const query = new URLSearchParams(search);
  const value = (name) => query.get(name)?.trim() || defaults[name] || "";
  return {
    date: value("date"),
    layer: value("layer"),
    state: (query.get("state") ?? defaults.state ?? "").trim().toUpperCase(),
    place: (query.get("place") ?? defaults.place ?? "").trim(),
    isolate: (query.get("isolate") ?? "").trim(),
  };
}

/** The query string of what is shown, with `known`, `edition` and `program` kept from `search`. */
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

/** The query that another page of the site keeps: the date, and `known`, `edition`, `program`. */
export function keptQuery(date, search) {
  const before = new URLSearchParams(search);
  const query = new URLSearchParams({ date });
  for (const name of KEPT) if (before.get(name)) query.set(name, before.get(name));
  return `?${query}`;
}
