/** The sentence above the map, and what a screen reader is told when the map comes to rest. */

import { daySentence, stateDaySentence } from "../core/sentence.js";

// A day that is as long as any when written: September 30, 2008.
const LONG_DAY = 14_152;

/** The one text node of an element: writing to it is quicker than replacing it. */
function onlyText(element) {
  element.textContent = element.textContent.trim();
  return element.firstChild;
}

/** Give elements the height that they need now, for good. */
function fixHeights(elements) {
  for (const element of elements) element.classList.remove("is-fixed");
  const heights = elements.map((element) => element.getBoundingClientRect().height);
  elements.forEach((element, index) => {
    element.style.setProperty("--fixed-height", `${heights[index]}px`);
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
    this.of = root.querySelector("#map-of");
    addEventListener("resize", () => this.headlines && this.reserve(this.headlines));
  }

  /** Speak of a state, `{ name, total, numbersOn(day), most }`, or of the nation: null. */
  speakOf(state) {
    this.state = state;
    this.of.textContent = state ? ` · ${state.name}` : "";
    if (this.headlines) this.reserve(this.headlines);
  }

  /** `gone` places of the state or the nation do not exist on the day. */
  show(day, headline, gone) {
    this.written = this.writeDay(day);
    this.dayText.nodeValue = this.written;
    this.text = this.sentenceOf(this.written, headline, this.state?.numbersOn(day), gone);
    this.sentenceText.nodeValue = this.text;
  }

  /** `numbers` are the state's, where there is one. */
  sentenceOf(day, headline, numbers, gone = 0) {
    const { words, state, writeNumber: write } = this;
    const total = (state ?? this).total - gone;
    if (!state) return daySentence(words, { headline, total, day, write });
    const of = { state: state.name, total, ...numbers };
    return stateDaySentence(words, { position: headline.position, of, day, write });
  }

  /** Keep room for the longest of all days' sentences: no day moves the map or lays out the page. */
  reserve(headlines) {
    this.headlines = headlines;
    const before = [this.sentenceText.nodeValue, this.dayText.nodeValue];
    const day = this.writeDay(LONG_DAY);
    const most = this.state?.most;
    const texts = headlines.map((headline) => this.sentenceOf(day, headline, most));
    this.dayText.nodeValue = day;
    this.sentenceText.nodeValue = texts.reduce((a, b) => (a.length >= b.length ? a : b), "");
    fixHeights([this.title, this.sentence]);
    [this.sentenceText.nodeValue, this.dayText.nodeValue] = before;
  }
}
