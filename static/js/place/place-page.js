/** The page of a place: its timeline opens where the chosen day is. */

import { scrollTo } from "../core/timeline.js";
import { openOnPaper } from "./on-paper.js";

for (const scroller of document.querySelectorAll(".timeline-scroll")) {
  const picture = scroller.querySelector("svg");
  const day = Number(picture.querySelector(".tl-today").getAttribute("x1"));
  const drawn = picture.clientWidth / picture.viewBox.baseVal.width;
  const titles = Number(picture.dataset.titles);
  scroller.scrollLeft = scrollTo(day * drawn, scroller.clientWidth, titles * drawn);
}

openOnPaper("main details");
