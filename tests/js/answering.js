/**
 * Answers questions as the map's search box does, for the tests of the reader in Python.
 *
 * In: JSON with `files` by name, `language`, `texts`; out: their answers. With `fold`: their keys.
 */

import { readFileSync } from "node:fs";
import { fold } from "../../static/js/core/folding.js";
import { NameReader } from "../../static/js/core/names/reader.js";

const asked = JSON.parse(readFileSync(0, "utf8"));

function startsOf(kind) {
  const own = Object.keys(asked.files).filter((name) => name.startsWith(`${kind}-`));
  return own.map((name) => name.slice(kind.length + 1));
}

function answers() {
  if (asked.fold) return asked.texts.map(fold);
  const reader = new NameReader(asked.files.places, {
    cities: startsOf("cities"),
    zips: startsOf("zips"),
  });
  const answer = (text) => {
    for (;;) {
      try {
        return reader.answer(text, asked.language);
      } catch (error) {
        if (error.name !== "Lacking") throw error;
        for (const name of error.parts) reader.put(name, asked.files[name]);
      }
    }
  };
  return asked.texts.map(answer);
}

process.stdout.write(JSON.stringify(answers()));
