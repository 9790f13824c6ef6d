import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber, dayWriter, isoDay, partialWriter } from "../../static/js/core/days.js";

test("a day becomes a number and the same day again", () => {
  for (const iso of ["1970-01-01", "2008-02-29", "2011-08-05", "2021-12-31"]) {
    assert.equal(isoDay(dayNumber(iso)), iso);
  }
  assert.equal(dayNumber("2011-08-06") - dayNumber("2011-08-05"), 1);
});

test("what is no day has no number", () => {
  for (const text of ["", "2011-02-30", "2011-8-5", "5025", "tomorrow"]) {
    assert.ok(Number.isNaN(dayNumber(text)), text);
  }
  assert.equal(isoDay(Number.NaN), "");
});

test("a day is written in the reader's language, whatever the time zone", () => {
  const day = dayNumber("2011-08-05");
  assert.equal(dayWriter("en-US")(day), "August 5, 2011");
  assert.equal(dayWriter("es-US")(day), "5 de agosto de 2011");
});

test("a month and a year are written without a day", () => {
  const [english, spanish] = ["en-US", "es-US"].map(partialWriter);
  assert.deepEqual([english("2010-07"), english("2010")], ["July 2010", "2010"]);
  assert.equal(spanish("2010-07"), "julio de 2010");
});

test("a day between two dates is written with both", () => {
  const english = partialWriter("en-US", { between: "between %(first)s and %(last)s" });
  const spanish = partialWriter("es-US", {
    between: "entre %(first)s y %(last)s",
    day: "el %(day)s",
  });
  assert.equal(english("2026-05-14/2026-05-18"), "between May 14, 2026 and May 18, 2026");
  assert.equal(
    spanish("2026-05-14/2026-05-18"),
    "entre el 14 de mayo de 2026 y el 18 de mayo de 2026",
  );
  assert.equal(spanish("2010/2010-07"), "entre 2010 y julio de 2010");
});
