/** Drafts of forms, and the choice of a source: the parts that need no page. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  draftKey,
  packDraft,
  saysTheSame,
  unpackDraft,
  writtenIn,
} from "../../static/js/core/drafts.js";
import { findSources, indexSources } from "../../static/js/core/source-choices.js";

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const WRITTEN = [
  ["f-0-on", "July 2010"],
  ["f-0-by", "ICE"],
];

test("a draft belongs to a person and a form", () => {
  assert.equal(draftKey("7:/desk/suggest/48201/opt_out/"), "draft:7:/desk/suggest/48201/opt_out/");
});

test("what belongs to one page view is no part of a draft", () => {
  const sent = [
    ["csrfmiddlewaretoken", "secret"],
    ["whose", "signed:1"],
    ["do", "preview"],
    ...WRITTEN,
  ];
  assert.deepEqual(writtenIn(sent), WRITTEN);
});

test("a draft is read back as it was written", () => {
  const { at, entries } = unpackDraft(packDraft(WRITTEN, NOW), NOW + DAY);
  assert.equal(at, NOW);
  assert.deepEqual(entries, WRITTEN);
});

test("a draft older than a month, none at all, or another's text is no draft", () => {
  const text = packDraft(WRITTEN, NOW);
  assert.equal(unpackDraft(text, NOW + 31 * DAY), null);
  assert.equal(unpackDraft(null, NOW), null);
  assert.equal(unpackDraft("{", NOW), null);
  assert.equal(unpackDraft('{"at":1,"entries":[["a"]]}', 2), null);
  assert.equal(unpackDraft('{"at":1}', 2), null);
});

test("empty fields and their order make no difference between what was written", () => {
  assert.ok(saysTheSame(WRITTEN, [["f-0-to", ""], ...[...WRITTEN].reverse()]));
  assert.ok(!saysTheSame(WRITTEN, [["f-0-on", "2010"]]));
  assert.ok(saysTheSame([["do", "send"]], []));
});

const SOURCES = indexSources([
  { key: "sf_abc7", title: "San Mateo wants out", about: "ABC7, May 2010" },
  { key: "dn_il", title: "Illinois Governor terminates agreement", about: "Deportation Nation" },
]);

test("a source is found by the beginnings of words of its title, publisher or key", () => {
  assert.deepEqual(
    findSources(SOURCES, "depor nation").map((source) => source.key),
    ["dn_il"],
  );
  assert.deepEqual(
    findSources(SOURCES, "abc7 mateo").map((source) => source.key),
    ["sf_abc7"],
  );
});

test("nothing typed finds nothing, and every word must be there", () => {
  assert.deepEqual(findSources(SOURCES, "  "), []);
  assert.deepEqual(findSources(SOURCES, "illinois mateo"), []);
});
