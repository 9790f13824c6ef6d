"""The stories of 287(g) hold, on their own facts and on the whole record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from jurisdictions.status.programs.section_287g.places import Places
from jurisdictions.status.programs.section_287g.rule import (
    DIMENSIONS,
    Reading,
    known_facts,
    tracks_of,
)
from jurisdictions.status.programs.section_287g.vocabulary import Status
from tests.stories.book import Reading as Told
from tests.stories.book import Story
from tests.stories.record import shipped as shared
from tests.stories.section_287g.record import (
    KINDS,
    Row,
    fact_name,
    facts_of,
    record_of,
    shipped,
    shipped_places,
)

NAMES = tuple(one.name for one in DIMENSIONS)
READING = {"place", "on", "known", "status", "because", "decides_nothing", "since", *NAMES}
# The base loader leaves 06075, 2010-07 and `on` as they are written.
STORIES = [
    Story(path.stem, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
]
READINGS = [(story, reading) for story in STORIES for reading in story.readings]
READ_BY_RULE = {"model", "signed_on", "listed_from", "listed_until", "missing_from", "ended_on"}
READ_BY_RULE |= {"geoid", "geoids", "reach", "level", "kind", "pending_from", "pending_until"}
READ_BY_RULE |= {"adopted_on", "in_force_on", "on", "effect"}
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
each_reading = pytest.mark.parametrize(
    ("story", "told"), READINGS, ids=[str(reading) for _, reading in READINGS]
)


def read(told: Told, places: Places) -> Reading:
    seen = facts_of(told.geoid, places)
    return tracks_of(known_facts(seen, told.known) if told.known else seen).at(told.day)


def check(told: Told, found: Reading) -> None:
    """The reading is what the story says of it, no more asked than is said."""
    read = {"status": found.status.value}
    read |= {name: getattr(found.dimensions, name).value for name in NAMES}
    since = found.known(told.day, found, ())[0]
    read["since"] = str(since or "")
    said = {key: told.said[key] for key in read if key in told.said}
    assert {key: read[key] for key in said} == said
    because = told.said.get("because", [])
    assert [name for name in found.reasons if name in because] == because
    assert not set(told.said.get("decides_nothing", [])) & set(found.reasons)


@each_reading
def test_a_story_reads_as_it_is_told(story: Story, told: Told) -> None:
    check(told, read(told, Places(record_of(story.facts))))


@each_reading
def test_what_a_story_leaves_out_of_the_record_does_not_matter(story: Story, told: Told) -> None:
    check(told, read(told, shipped_places()))


def facts_in(story: Story) -> Sequence[tuple[str, Row]]:
    return [(kind, row) for kind, rows in story.facts.items() for row in rows]


@each_story
def test_a_story_is_written_in_known_words(story: Story) -> None:
    assert story.told.keys() == {"title", "about", "facts", "reads"}
    assert story.facts.keys() <= set(KINDS)
    names = {fact_name(kind, row) for kind, row in facts_in(story)}
    for told in story.readings:
        assert told.said.keys() <= READING
        assert told.said["status"] in set(Status)
        assert set(told.names) <= names


@each_story
def test_a_storys_copy_of_a_fact_agrees_with_the_shipped_one(story: Story) -> None:
    for kind, copy in facts_in(story):
        name = fact_name(kind, copy)
        (row,) = (row for row in shipped(kind) if fact_name(kind, row) == name)
        assert {key: row[key] for key in copy} == copy, name
        left_out = {key for key in READ_BY_RULE & row.keys() if row[key]} - copy.keys()
        assert not left_out, f"{name} is told without {left_out}"


@each_story
def test_a_story_names_places_and_sources_that_exist(story: Story) -> None:
    names = {row["geoid"]: row["name"] for row in shared("jurisdictions")}
    keys = {row["key"] for row in shipped("sources")}
    for _kind, row in facts_in(story):
        assert set(row["source"].split("|")) <= keys
    for told in story.readings:
        assert names[told.geoid] == told.place_name


def test_together_the_stories_tell_of_every_status() -> None:
    assert {told.said["status"] for _story, told in READINGS} == {status.value for status in Status}
