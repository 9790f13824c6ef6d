/**
 * The home: its search offers places at every key, a button finds the county one is in; both lead
 * to the place that is chosen.
 */

import { Names } from "../map/names.js";
import { SearchBox } from "../map/search-box.js";
import { Locator } from "./locator.js";

const form = document.querySelector("#home-search");
const { names, search, place, nothing, unreachable } = form.dataset;
const own = new Names({ names, search }, document.documentElement.lang);
const onchoose = (geoid) => location.assign(`${place}${geoid}/`);

new SearchBox(form, { nothing, unreachable }, { names: own, onchoose });

const box = document.querySelector("#home-locate");
if (Locator.isPossible) {
  new Locator(box, { names: own, onchoose });
  box.hidden = false;
} else {
  box.remove();
}
