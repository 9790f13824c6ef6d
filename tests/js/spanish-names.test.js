import assert from "node:assert/strict";
import { test } from "node:test";
import { spanishName } from "../../static/js/core/spanish-names.js";

const KINDS = [
  [" City and Borough", "ciudad y borough"],
  [" Borough", "borough"],
  [" Census Area", "área censal"],
  [" County", "condado"],
  [" city", "ciudad"],
];

test("a place is called by the word for its kind, and listed by its proper name", () => {
  const said = {
    "Harris County": ["Condado de Harris", "Harris"],
    "Charles City County": ["Condado de Charles City", "Charles City"],
    "Juneau City and Borough": ["Ciudad y borough de Juneau", "Juneau"],
    "Bethel Census Area": ["Área censal de Bethel", "Bethel"],
    "Baltimore city": ["Ciudad de Baltimore", "Baltimore"],
    "Carson City": ["Carson City", "Carson City"],
  };
  for (const [name, [title, proper]] of Object.entries(said)) {
    assert.deepEqual(spanishName(name, KINDS), { title, proper });
  }
});

test("a place with a Spanish name of its own keeps it, and is listed by what is proper to it", () => {
  assert.deepEqual(spanishName("Bronx County", KINDS, "Condado del Bronx"), {
    title: "Condado del Bronx",
    proper: "Bronx",
  });
  assert.deepEqual(spanishName("New York", KINDS, "Nueva York").proper, "Nueva York");
});
