import assert from "node:assert/strict";
import { test } from "node:test";
import { Colouring } from "../../static/js/core/colouring.js";
import { luminance, mix, parseColour, toPixel } from "../../static/js/core/colours.js";
import { Playhead, paceOf, playedFrom } from "../../static/js/core/play.js";
import { Scale } from "../../static/js/core/scale.js";
import { daySentence, fillIn, stateDaySentence } from "../../static/js/core/sentence.js";
import { Reach } from "../../static/js/map/reach.js";
import { keptAddress, readAddress, writeAddress } from "../../static/js/core/url-state.js";

const DAYS = { first: "1998-01-01", last: "2036-12-31" };
const DEFAULTS = { date: "2011-08-05", layer: "status" };

test("an empty address shows the day and the layer that the program opens with", () => {
  const shown = readAddress("", DEFAULTS, DAYS);
  assert.deepEqual(shown, {
    date: "2011-08-05",
    layer: "status",
    state: "",
    place: "",
    isolate: "",
  });
});

test("the address always carries date, layer, state and place, and keeps what else was asked", () => {
  const query = writeAddress({ ...DEFAULTS, state: "IL", place: "17031" }, "?known=2010-01-01&x=1");
  assert.equal(query, "?date=2011-08-05&layer=status&state=IL&place=17031&known=2010-01-01");
  assert.equal(writeAddress(DEFAULTS, ""), "?date=2011-08-05&layer=status&state=&place=");
});

test("what an address says is what it shows again", () => {
  const shown = {
    date: "2010-06-08",
    layer: "objection",
    state: "CA",
    place: "06075",
    isolate: "refused",
  };
  assert.deepEqual(readAddress(writeAddress(shown, ""), DEFAULTS, DAYS), shown);
});

test("links to other pages keep the day, the edition and the day of knowledge", () => {
  assert.equal(
    keptAddress("/places/1/?program=p", "2010-01-01", "?state=IL&edition=3"),
    "/places/1/?program=p&date=2010-01-01&edition=3",
  );
});

const WORDS = {
  lead: "active",
  parts: { jurisdictions: "active", states: "states" },
  sentence: "On %(day)s, %(position)s %(active)s",
  positions: { voluntary: "it was voluntary." },
  none: "No jurisdiction was active.",
  jurisdictions: ["%(number)s jurisdiction", "%(number)s jurisdictions"],
  states: ["%(number)s state", "%(number)s states"],
  active: [
    "%(jurisdictions)s of %(total)s was active, in %(states)s.",
    "%(jurisdictions)s of %(total)s were active, in %(states)s.",
  ],
};
const say = (active, states) =>
  daySentence(WORDS, {
    headline: { active, states, position: "voluntary" },
    total: 3234,
    day: "August 5, 2011",
    write: (number) => number.toLocaleString("en-US"),
  });

test("the sentence says none, one and many", () => {
  assert.match(say(0, 0), /voluntary\. No jurisdiction was active\.$/);
  assert.match(say(1, 1), /1 jurisdiction of 3,234 was active, in 1 state\.$/);
  assert.match(say(1510, 44), /1,510 jurisdictions of 3,234 were active, in 44 states\.$/);
});

test("a hole without a value stays to be seen", () => {
  assert.equal(fillIn("%(a)s and %(b)s", { a: 1 }), "1 and %(b)s");
});

test("colours are read as the browser writes them", () => {
  assert.deepEqual(parseColour(" #efece4 "), [239, 236, 228]);
  assert.deepEqual(parseColour("#fff"), [255, 255, 255]);
  assert.deepEqual(parseColour("rgb(1, 2, 3)"), [1, 2, 3]);
  assert.equal(toPixel([1, 2, 3]), 0xff030201);
  assert.deepEqual(mix([0, 0, 0], [100, 200, 50], 0.5), [50, 100, 25]);
  assert.ok(luminance([255, 255, 255]) > luminance([42, 107, 192]));
});

function coloured() {
  const colouring = new Colouring([0, 0, 1]);
  colouring.usePalette({
    values: [
      { colour: [200, 0, 0], texture: null },
      { colour: [0, 0, 200], texture: { kind: "dots", colour: [1, 2, 3] } },
      { colour: [240, 240, 235], texture: null },
    ],
    ground: [255, 255, 255],
    isolated: [90, 90, 90],
    hatch: "added",
    hatches: [
      [0, 0, 0],
      [255, 255, 255],
    ],
  });
  return colouring;
}

test("a place has its value's colour, and a hatch only where detainers are limited", () => {
  const colouring = coloured();
  colouring.updateAll([0, 1, 0], [0, 1, 0]);
  assert.equal(colouring.fill[0], toPixel([200, 0, 0]));
  assert.equal(colouring.fill[1], toPixel([0, 0, 200]));
  assert.equal(colouring.hatch[0], 0);
  assert.notEqual(colouring.hatch[1], 0);
});

test("neighbours of a chosen state and other values than the isolated one stand back", () => {
  const colouring = coloured();
  colouring.state = 1;
  colouring.updateAll([0, 0, 0], [0, 0, 0]);
  assert.equal(colouring.fill[2], toPixel([200, 0, 0]));
  assert.equal(colouring.fill[0], colouring.fill[1]);
  assert.notEqual(colouring.fill[0], colouring.fill[2]);
  Object.assign(colouring, { state: -1, isolated: 1 });
  colouring.updateAll([0, 1, 0], [0, 0, 0]);
  assert.equal(colouring.fill[1], toPixel([0, 0, 200]));
  assert.notEqual(colouring.fill[0], toPixel([200, 0, 0]));
});

test("a texture stands on its value's fill, and falls away where the place stands back", () => {
  const colouring = coloured();
  colouring.updateAll([0, 1, 1], [0, 0, 0]);
  const dotted = { kind: "dots", pixel: toPixel([1, 2, 3]) };
  assert.deepEqual(colouring.texture, [null, dotted, dotted]);
  colouring.isolated = 0;
  colouring.updateAll([0, 1, 1], [0, 0, 0]);
  assert.deepEqual(colouring.texture, [null, null, null]);
});

test("a value as pale as the page is filled when it stands alone, and only then", () => {
  const colouring = coloured();
  colouring.updateAll([2, 0, 0], [0, 0, 0]);
  assert.equal(colouring.fill[0], toPixel([240, 240, 235]));
  colouring.isolated = 2;
  colouring.updateAll([2, 0, 0], [0, 0, 0]);
  assert.equal(colouring.fill[0], toPixel([90, 90, 90]));
  colouring.isolated = 0;
  colouring.updateAll([2, 0, 0], [0, 0, 0]);
  assert.equal(colouring.fill[1], toPixel([200, 0, 0]));
});

test("places whose value one or two have are rare; those of paper or behind a chosen state are not", () => {
  const colouring = coloured();
  const rare = (values) => {
    const counts = [0, 1, 2].map((value) => values.filter((one) => one === value).length);
    return colouring.rarePlaces(Uint8Array.from(values), counts);
  };
  assert.deepEqual(rare([0, 1, 1]), [0, 1, 2]);
  assert.deepEqual(rare([0, 0, 0]), []);
  assert.deepEqual(rare([2, 2, 1]), [2]);
  assert.deepEqual(rare([2, 2, 2]), []);
  colouring.state = 0;
  assert.deepEqual(rare([0, 1, 1]), [0, 1]);
});

/** Play in frames of 16 ms; gives the moments at which each big day was first shown. */
function play(head, bigDays, until) {
  const shown = new Map();
  for (let moment = 0; moment < until && !head.done; moment += 16) {
    const day = head.at(moment);
    for (const big of bigDays) if (day >= big && !shown.has(big)) shown.set(big, moment);
  }
  return shown;
}

test("play moves on at its pace and stops at the end", () => {
  const head = new Playhead(0, 90, [], () => 90);
  head.at(0);
  assert.ok(Math.abs(head.at(500) - 45) <= 1);
  assert.equal(head.at(5000), 90);
  assert.ok(head.done);
});

test("the whole map never changes twice within a third of a second", () => {
  const bigDays = [10, 12, 13, 40];
  const shown = [...play(new Playhead(0, 100, bigDays, () => 300), bigDays, 10_000).values()];
  assert.equal(shown.length, 4);
  const gaps = shown.slice(1).map((moment, i) => moment - shown[i]);
  assert.ok(
    gaps.every((gap) => gap >= 334),
    gaps.join(),
  );
});

test("for readers who want no motion, play steps at most twice a second", () => {
  const head = new Playhead(0, 1000, [], () => 60, 500);
  const days = new Set();
  for (let moment = 0; moment <= 2000; moment += 16) days.add(head.at(moment));
  assert.ok(days.size <= 5, [...days].join());
  assert.ok(head.day > 60);
});

test("a day far from the record becomes the nearest that can be told of; no day is the usual one", () => {
  const day = (date) => readAddress(`?date=${date}`, DEFAULTS, DAYS).date;
  assert.equal(day("9999-12-31"), "2036-12-31");
  assert.equal(day("0001-01-01"), "1998-01-01");
  assert.equal(day("2011-8-5"), DEFAULTS.date);
  assert.equal(day("2012-02-29"), "2012-02-29");
});

test("a day beyond the record says how far it goes, and the first day keeps the server's words", () => {
  const element = { textContent: "9999-12-31 is too far.", hidden: false };
  const record = {
    from: "2008-03-28",
    begins: "It begins.",
    beyond: [
      ["2021-01-20", ""],
      ["2021-01-21", "It goes."],
    ],
  };
  const reach = new Reach(element, record, "2036-12-31");
  const said = (date) => {
    reach.show(date);
    return element.hidden ? "" : element.textContent;
  };
  assert.equal(said("2011-08-05"), "");
  assert.equal(said("2021-01-21"), "It goes.");
  assert.equal(said("2008-03-27"), "It begins.");
  assert.equal(said("2036-12-31"), "9999-12-31 is too far.");
});

test("the sentence of a state counts its own places", () => {
  const words = {
    lead: "active",
    parts: {},
    sentence: "On %(day)s, %(position)s %(active)s",
    positions: { voluntary: "it was voluntary." },
    noneOfState: "%(state)s: none.",
    activeOfState: [
      "%(state)s: %(number)s of %(total)s was.",
      "%(state)s: %(number)s of %(total)s were.",
    ],
  };
  const told = (active) =>
    stateDaySentence(words, {
      position: "voluntary",
      of: { state: "Texas", active, total: 1254 },
      day: "May 1, 2010",
      write: (number) => number.toLocaleString("en-US"),
    });
  assert.equal(told(0), "On May 1, 2010, it was voluntary. Texas: none.");
  assert.equal(told(1), "On May 1, 2010, it was voluntary. Texas: 1 of 1,254 was.");
  assert.equal(told(3), "On May 1, 2010, it was voluntary. Texas: 3 of 1,254 were.");
});

const LIVING = {
  lead: "agreements",
  parts: { agreements: "agreements", agencies: "agencies", states: "states" },
  sentence: "On %(day)s, %(position)s %(active)s",
  positions: { "all-models": "ICE offered all." },
  none: "None.",
  noneOfState: "%(state)s: none.",
  agreements: ["%(number)s agreement", "%(number)s agreements"],
  agencies: ["%(number)s agency", "%(number)s agencies"],
  states: ["%(number)s state", "%(number)s states"],
  active: Array(2).fill("%(agreements)s of %(agencies)s in %(states)s stood."),
  activeOfState: Array(2).fill("%(state)s: %(agreements)s of %(agencies)s stood."),
};

test("each number of a program's sentence has its own plural", () => {
  const write = (number) => number.toLocaleString("en-US");
  const said = (agreements, agencies, states) =>
    daySentence(LIVING, {
      headline: { agreements, agencies, states, position: "all-models" },
      total: 3234,
      day: "May 18, 2026",
      write,
    });
  assert.match(said(1846, 1552, 40), / 1,846 agreements of 1,552 agencies in 40 states stood\.$/);
  assert.match(said(2, 1, 1), / 2 agreements of 1 agency in 1 state stood\.$/);
  assert.match(said(0, 0, 0), / None\.$/);
  const of = { state: "Texas", total: 254, agreements: 3, agencies: 1 };
  const state = stateDaySentence(LIVING, { position: "all-models", of, day: "May 18", write });
  assert.equal(state, "On May 18, ICE offered all. Texas: 3 agreements of 1 agency stood.");
});

test("on a bent slider every day has its own step, and dense years are wide", () => {
  const knots = [
    [0, 0],
    [9000, 40],
    [9730, 100],
  ];
  const scale = new Scale(knots);
  for (let day = 0; day <= 9730; day += 1) assert.equal(scale.dayAt(scale.stepOf(day)), day);
  assert.equal(scale.stepOf(9000), 40_000);
  assert.equal(scale.stepOf(20_000), 100_000);
  assert.equal(scale.stepOf(-5), 0);
});

test("an even slider has a step a day", () => {
  const scale = new Scale([
    [100, 0],
    [200, 100],
  ]);
  assert.deepEqual([scale.stepOf(150), scale.dayAt(150), scale.stepOf(300)], [150, 150, 200]);
});

test("play slows down where the time is dense, and begins again where all has been seen", () => {
  const pace = [
    [0, 365],
    [1000, 9],
  ];
  const head = new Playhead(990, 1100, [], (day) => paceOf(pace, day));
  head.at(0);
  assert.equal(head.at(100), 1026);
  assert.equal(head.at(10_100), 1100);
  const slider = { start: 0, end: 1100 };
  assert.deepEqual(playedFrom(1050, slider, { from: 1000, until: 1050 }), {
    from: 1000,
    end: 1050,
  });
  assert.deepEqual(playedFrom(900, slider, { from: 1000, until: 1050 }), { from: 900, end: 1050 });
  assert.deepEqual(playedFrom(1100, slider, { from: null, until: null }), { from: 0, end: 1100 });
});

test("days beyond the record say what was counted up to then", () => {
  const element = { textContent: "", hidden: false };
  const beyond = [
    ["2026-05-18", "The last list."],
    ["2026-05-19", "Too low."],
    ["2026-10-09", "Too low; 2,654."],
  ];
  const reach = new Reach(element, { from: "", begins: "", beyond }, "2000-01-01");
  const said = (date) => {
    reach.show(date);
    return element.textContent;
  };
  assert.equal(said("2026-05-17"), "");
  assert.equal(said("2026-05-18"), "The last list.");
  assert.equal(said("2026-10-08"), "Too low.");
  assert.equal(said("2026-11-26"), "Too low; 2,654.");
});
