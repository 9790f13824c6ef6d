/** The page of a place: its timeline opens where the chosen day is. */

import { scrollTo } from "../core/timeline.js";

for (const scroller of document.querySelectorAll(".timeline-scroll")) {
  const picture = scroller.querySelector("svg");
  const day = Number(picture.querySelector(".tl-today").getAttribute("x1"));
  const drawn = picture.clientWidth / picture.viewBox.baseVal.width;
  scroller.scrollLeft = scrollTo(day * drawn, scroller.clientWidth);
}

/* On paper all is open, also where style sheets cannot open what is folded. */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const folded of opened) folded.open = true;
});
addEventListener("afterprint", () => {
  for (const folded of opened) folded.open = false;
  opened = [];
});
