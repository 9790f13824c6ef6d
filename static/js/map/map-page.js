/** What the page shows, and how its parts hear of it: events come up here, calls go down. */

import { dayNumber, dayWriter, isoDay } from "../core/days.js";
import { chosenEarly } from "../core/early.js";
import { pause } from "../core/pause.js";
import { Scale } from "../core/scale.js";
import { countWithin, neighbourChange } from "../core/spans.js";
import { NATION } from "../core/geoids.js";
import { fillIn } from "../core/sentence.js";
import { writeAddress } from "../core/url-state.js";
import { AddressBar } from "./address-bar.js";
import { Card } from "./card.js";
import { Chosen } from "./chosen.js";
import { DaySlider } from "./day-slider.js";
import { EventMarks } from "./event-marks.js";
import { Headline } from "./headline.js";
import { KnownLater } from "./known-later.js";
import { Legend } from "./legend.js";
import { PictureLinks, ShareCode, TakeLinks } from "./links.js";
import { MemberList } from "./member-list.js";
import { watchScheme } from "./palette.js";
import { Readings } from "./readings.js";
import { Reach } from "./reach.js";
import { searchWhenReached, whenReached } from "./reached.js";
import { Reasons } from "./reasons.js";
import { Spoken } from "./spoken.js";
import { Thin } from "./thin.js";

const REST_MS = 160;
/** What makes the page, in order. */
const PARTS = [
  "makeDayWriter",
  "makeNumberWriter",
  "makeDay",
  "makeMarks",
  "makeWords",
  "makeReadings",
  "makeMembers",
  "makeChoices",
  "makeSearch",
  "turnToState",
  "listen",
];

export class MapPage {
  /** The page, made part by part with a pause after each. */
  static async make(root, config, drawn) {
    const page = new MapPage(root, config, drawn);
    for (const part of PARTS) {
      await pause();
      page[part]();
    }
    return page;
  }

  constructor(root, config, { places, layers, picture, shown }) {
    Object.assign(this, { root, config, places, layers, picture, shown });
    this.bar = new AddressBar(
      config.shown,
      config.days,
      (asked) => this.spans && this.restore(asked),
    );
    this.day = dayNumber(shown.date);
    this.pointed = -1;
  }

  /** From now on what the reader does on the map goes up to the page. */
  listen() {
    const { picture } = this;
    picture.onpoint = (index) => this.point(index);
    picture.onchoose = (index, touched) => this.choose(index, touched);
    watchScheme(() => picture.recolour());
  }

  makeDayWriter() {
    this.writeDay = dayWriter(this.config.locale);
  }

  makeNumberWriter() {
    this.numbers = new Intl.NumberFormat(this.config.locale);
    this.writeNumber = (number) => this.numbers.format(number);
  }

  makeDay() {
    const { root, config } = this;
    this.slider = new DaySlider(root, {
      scale: new Scale(config.time.knots),
      write: this.writeDay,
      neighbour: (day, direction) => neighbourChange(this.spans.changeDays, day, direction),
      onchoose: (day) => this.chooseDay(day),
    });
  }

  makeMarks() {
    const { root } = this;
    this.marks = new EventMarks(root, (day) => this.chooseDay(day));
    const button = root.querySelector("#map-play");
    const reach = whenReached(button, () => this.bringPlayer(button));
    button.addEventListener("click", () =>
      reach().then(
        () => this.player.turn(),
        () => {},
      ),
    );
    button.hidden = false;
  }

  async bringPlayer(button) {
    const [{ Player }, { playedFrom }] = await Promise.all([
      import("./player.js"),
      import("../core/play.js"),
    ]);
    const { time, words } = this.config;
    this.player = new Player(button, words, {
      range: () => ({
        ...playedFrom(this.day, this.slider, time),
        bigDays: this.spans.bigDays,
        pace: time.pace,
      }),
      onday: (day) => this.showDay(day),
      onpause: () => this.rest(),
    });
  }

  makeWords() {
    const { root, config, writeDay, writeNumber } = this;
    const total = this.places.stateOf.length;
    this.headline = new Headline(root, config.words, { total, writeDay, writeNumber });
    this.legend = new Legend(root, {
      write: writeNumber,
      folded: config.words.folded,
      onisolate: (value) => this.step(() => this.isolate(value)),
    });
  }

  makeReadings() {
    const { root, config, writeDay, writeNumber } = this;
    this.knownLater = new KnownLater(root.querySelector("#map-later"), writeNumber);
    this.readings = new Readings(config, this.places, writeDay);
    const reasons = new Reasons((geoid) => this.readings.reasonAddress(geoid, this.day));
    const thin = root.querySelector("#map-thin");
    this.thin = thin && new Thin(thin);
    this.askWhy = (geoid, key, signal) => reasons.ask(geoid, key, signal);
    this.card = new Card(root.querySelector("#map-card"), this.askWhy);
    this.spoken = new Spoken(root.querySelector("#map-spoken"));
    this.said = root.querySelector("#map-sentence").textContent.trim();
    this.chosen = new Chosen(root.querySelector("#map-chosen"), this.spoken);
  }

  makeMembers() {
    const { root, config } = this;
    this.members = new MemberList(root.querySelector("#map-members"), {
      onpoint: (geoid) => this.point(this.places.indexOf(geoid)),
      onstate: (code) => this.step(() => this.chooseState(code)),
    });
    this.reach = new Reach(root.querySelector("#map-reach"), config.record, config.shown.date);
    this.take = new TakeLinks(document.querySelector(".take"), this.shown.state);
    this.share = new ShareCode(document.querySelector(".take [data-share]"), config.shown);
  }

  makeChoices() {
    const { root } = this;
    this.stateSelect = root.querySelector("#map-state");
    const step = (choose) => this.step(choose);
    this.stateSelect.addEventListener("change", () =>
      step(() => this.chooseState(this.stateSelect.value)),
    );
    this.layerSelect = root.querySelector("#map-layer");
    this.layerSelect.addEventListener("change", () =>
      step(() => this.chooseLayer(this.layerSelect.value)),
    );
  }

  makeSearch() {
    const { root } = this;
    const form = root.querySelector("#map-search");
    searchWhenReached(form, () => this.bringSearch(form));
    const close = () => this.shown.place && this.step(() => this.choosePlace(""));
    root.querySelector("#map-card-close").addEventListener("click", close);
    addEventListener("keydown", (event) => event.key === "Escape" && close());
    this.links = new PictureLinks(
      root.querySelector("#map-pictures"),
      root.querySelector("#map-print"),
    );
  }

  async bringSearch(form) {
    const [{ SearchBox }, { Names }] = await Promise.all([
      import("./search-box.js"),
      import("./names.js"),
    ]);
    const { addresses, language, words } = this.config;
    return new SearchBox(form, words, {
      names: new Names(addresses, language),
      onchoose: (geoid) => this.step(() => this.find(geoid)),
    });
  }

  /** The address and the links to the picture say what is shown. */
  write() {
    this.bar.write(this.shown);
    this.links.show(this.shown);
    this.share.show(this.shown);
    this.knownLater.lead(this.shown);
  }

  async start() {
    const early = chosenEarly([this.slider.field, this.stateSelect, this.layerSelect]);
    this.root.classList.add("is-live");
    await this.showLayer();
    await pause();
    const { before, rows } = this.spans.headline;
    this.headline.reserve([before, ...rows]);
    await pause();
    this.listState();
    this.choosePlace(this.shown.place);
    for (const [control, value] of early) {
      control.value = value;
      control.dispatchEvent(new Event("change"));
    }
  }

  /** Show exactly what an address says. */
  async restore(shown) {
    this.player?.pause();
    const { state } = this.shown;
    this.shown = shown;
    this.day = dayNumber(shown.date);
    this.turnToState();
    await this.showLayer();
    if (state !== shown.state) this.showState();
    this.choosePlace(shown.place);
  }

  async showLayer() {
    const { layer } = this.shown;
    const spans = await this.layers.load(layer);
    if (layer !== this.shown.layer) return;
    this.spans = spans;
    this.layerSelect.value = layer;
    this.readings.useLayer(layer, spans);
    this.legend.useLayer(layer, this.config.values[layer]);
    this.order = this.legend.items.map((item) => spans.values.indexOf(item.dataset.value));
    spans.places.seek(this.day);
    spans.limits.seek(this.day);
    this.feature();
    this.picture.useSpans(layer, spans);
    await pause();
    if (layer !== this.shown.layer) return;
    this.showDay(this.day);
    await pause();
    if (layer === this.shown.layer) this.rest();
  }

  chooseLayer(layer) {
    this.shown.layer = layer;
    this.shown.isolate = "";
    this.write();
    this.showLayer().catch(() => this.fail());
  }

  fail() {
    const box = this.root.querySelector("#map-error");
    box.textContent = this.config.words.failed;
    box.hidden = false;
  }

  /** A choice of the reader's; one that comes before the page is live counts when it is. */
  step(choose) {
    if (this.spans) this.bar.step(choose);
  }

  chooseDay(day) {
    if (!this.spans) return;
    this.player?.pause();
    this.showDay(day);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST_MS);
  }

  /** The hot path: everything that changes from day to day. */
  showDay(day) {
    this.day = day;
    this.picture.seek(day);
    const [counts, limited, undocumented] = this.counts();
    this.headline.show(day, this.spans.headline.on(day), this.legend.goneIn(counts));
    this.legend.show(counts, limited, undocumented);
    this.knownLater.count(this.spans.later.of(this.state?.geoid ?? NATION, day));
    this.marks.show(day);
    this.slider.show(day, this.player?.playing ? "" : this.headline.written);
  }

  /** How many places read each value of the legend, and are limited or in doubt: of the state, or of all. */
  counts() {
    const { places, limits } = this.spans;
    const { counts, limited } = this.within.length
      ? countWithin(this.within, places, limits)
      : { counts: places.counts, limited: limits.counts[1] };
    const undocumented = this.spans.undocumented.on(this.day, this.state?.geoid);
    return [this.order.map((value) => (value < 0 ? 0 : counts[value])), limited, undocumented];
  }

  /** The day has come to rest: what need not follow every step. */
  rest() {
    this.shown.date = isoDay(this.day);
    this.slider.settle();
    this.picture.rest();
    this.legend.rest();
    this.showCard();
    this.spans.states.seek(this.day);
    this.members.show(
      (one) => (one.code ? this.readings.ofState(one.index) : this.readings.of(one.index)),
      (one) => this.wayTo(one),
    );
    this.reach.show(this.shown.date);
    this.speak();
    this.take.show(this.shown);
    this.write();
  }

  isolate(value) {
    this.shown.isolate = value;
    this.feature();
    this.picture.feature(this.picture.colouring.state, this.picture.colouring.isolated);
    this.legend.rest();
    this.write();
  }

  /** Hand on which state and which value stand out. */
  feature() {
    const { colouring } = this.picture;
    colouring.state = this.places.stateByCode(this.shown.state);
    colouring.isolated = this.spans.values.indexOf(this.shown.isolate);
    this.legend.isolate(this.shown.isolate);
  }

  chooseState(code) {
    this.shown.state = code;
    this.choosePlace("");
    this.turnToState();
    this.showDay(this.day);
    this.showState();
  }

  /** Zoom to the chosen state, let its neighbours stand back, and list its places. */
  showState() {
    this.feature();
    this.picture.paintAll();
    this.picture.goTo(this.state?.box);
    this.listState();
  }

  get state() {
    return this.places.states[this.places.stateByCode(this.shown.state)];
  }

  listState() {
    const { state, places } = this;
    this.stateSelect.value = state ? state.abbreviation : "";
    const { members, placesByState } = this.config.words;
    const title = state ? fillIn(members, { state: places.stateName(state) }) : placesByState;
    const listed = state ? places.membersOf(places.states.indexOf(state)) : places.statesByName();
    this.members.fill(title, listed, (one) => this.wayTo(one));
    this.rest();
  }

  /** The headline and the legend are about the state, or about the nation. */
  turnToState() {
    const { state, places, config } = this;
    const members = state ? places.membersOf(places.states.indexOf(state)) : [];
    this.within = members.map(({ index }) => index);
    const name = state && places.stateName(state);
    const numbersOn = (day) => this.spans.active.on(state.geoid, day);
    // No state has more of anything than this: the sentence is no longer on any day.
    const most = Object.fromEntries(Object.values(config.words.parts).map((of) => [of, 888]));
    const total = members.length;
    this.headline.speakOf(state ? { name, total, numbersOn, most } : null);
    const { counts, countsOfState } = config.words;
    this.thin?.speakOf(state ? state.abbreviation : "", name);
    this.legend.entitle(state ? fillIn(countsOfState, { state: name }) : counts);
  }

  /** A place was found by its name. */
  find(geoid) {
    this.chooseState(this.places.stateOfGeoid(geoid).abbreviation);
    if (this.places.indexOf(geoid) >= 0) this.choosePlace(geoid);
  }

  point(index) {
    this.pointed = index;
    this.showCard();
  }

  choose(index, touched) {
    const geoid = index < 0 ? "" : this.places.geoidOf(index);
    if (!geoid || touched) this.step(() => this.choosePlace(geoid));
    else location.assign(this.pageOf(geoid));
  }

  choosePlace(geoid) {
    this.shown.place = geoid;
    this.showCard();
    this.write();
    if (this.places.indexOf(geoid) >= 0) this.speak();
    else this.chosen.leave();
  }

  /** Say how the chosen place stands on the day, with its answer; without one, the sentence. */
  speak() {
    const chosen = this.places.indexOf(this.shown.place);
    if (chosen < 0) {
      this.chosen.leave();
      // What stands on the page as it comes is read there; only what changes is said.
      if (this.headline.text !== this.said) this.spoken.say(this.headline.text);
      this.said = this.headline.text;
      return;
    }
    const card = this.readings.cardOf(chosen, this.day);
    const asked = this.askWhy(card.geoid, card.key);
    this.chosen.tell(
      card,
      asked.then(({ answer }) => answer ?? "").catch(() => ""),
    );
  }

  /** The card follows the pointer, else it stays with the chosen place. */
  showCard() {
    const chosen = this.places.indexOf(this.shown.place);
    const index = this.pointed >= 0 ? this.pointed : chosen;
    this.picture.highlight.show(this.pointed, chosen);
    this.chosen.lead(chosen < 0 ? null : this.readings.cardOf(chosen, this.day));
    if (index < 0) this.card.clear();
    else this.card.show({ ...this.readings.cardOf(index, this.day), chosen: index === chosen });
  }

  /** Where a line of the list leads: to a place's page, to the map of a state. */
  wayTo({ code, geoid }) {
    if (!code) return this.pageOf(geoid);
    return `${location.pathname}${writeAddress({ ...this.shown, place: "", state: code }, location.search)}`;
  }

  pageOf(geoid) {
    return this.places.pageOf(geoid, isoDay(this.day));
  }
}
