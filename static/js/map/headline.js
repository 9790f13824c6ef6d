/** The sentence above the map, and what a screen reader is told when the map comes to rest. */

import { daySentence } from "../core/sentence.js";

// A day that is as long as any when written: September 30, 2008.
const LONG_DAY = 14_152;

/** The one text node of an element: writing to it is quicker than replacing it. */
function onlyText(element) {
  element.textContent = element.textContent.trim();
  return element.firstChild;
}

/** Give elements the height that they need now, for good. */
function fixHeights(elements) {
  for (const element of elements) {
    element.classList.remove("is-fixed");
    element.style.height = "";
  }
  const heights = elements.map((element) => element.getBoundingClientRect().height);
  elements.forEach((element, index) => {
    element.style.height = `${heights[index]}px`;
    element.classList.add("is-fixed");
  });
}

export class Headline {
  constructor(root, words, { total, writeDay, writeNumber }) {
    Object.assign(this, { words, total, writeDay, writeNumber });
    this.sentence = root.querySelector("#map-sentence");
    this.title = root.querySelector("h1");
    this.sentenceText = onlyText(this.sentence);
    this.dayText = onlyText(root.querySelector("#map-day"));
    this.spoken = root.querySelector("#map-spoken");
    addEventListener("resize", () => this.headlines && this.reserve(this.headlines));
  }

  show(day, headline) {
    this.written = this.writeDay(day);
    this.dayText.nodeValue = this.written;
    this.text = this.sentenceOf(this.written, headline);
    this.sentenceText.nodeValue = this.text;
  }

  sentenceOf(day, headline) {
    const { words, total, writeNumber } = this;
    return daySentence(words, { headline, total, day, write: writeNumber });
  }

  /** Keep room for the longest of all days' sentences: no day moves the map or lays out the page. */
  reserve(headlines) {
    this.headlines = headlines;
    const before = [this.sentenceText.nodeValue, this.dayText.nodeValue];
    const day = this.writeDay(LONG_DAY);
    const texts = headlines.map((headline) => this.sentenceOf(day, headline));
    this.dayText.nodeValue = day;
    this.sentenceText.nodeValue = texts.reduce((a, b) => (a.length >= b.length ? a : b), "");
    fixHeights([this.title, this.sentence]);
    [this.sentenceText.nodeValue, this.dayText.nodeValue] = before;
  }

  /** Say it politely. */
  speak() {
    this.spoken.textContent = this.text;
  }
}
