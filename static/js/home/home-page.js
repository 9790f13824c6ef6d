/** The home: its search offers places at every key, and leads to the one that is chosen. */

import { Names } from "../map/names.js";
import { SearchBox } from "../map/search-box.js";

const form = document.querySelector("#home-search");
const { names, search, place, nothing, unreachable } = form.dataset;

new SearchBox(
  form,
  { nothing, unreachable },
  {
    names: new Names({ names, search }, document.documentElement.lang),
    onchoose: (geoid) => location.assign(`${place}${geoid}/`),
  },
);
