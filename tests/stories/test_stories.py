"""The stories hold, on their own facts and on the whole record; together they leave out no step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from jurisdictions.status.programs.secure_communities.disclosure import known_facts
from jurisdictions.status.programs.secure_communities.rule import (
    Tracks,
    Verdict,
    judge,
    status_on,
    tracks_of,
)
from jurisdictions.status.programs.secure_communities.vocabulary import ActivationStanding, Status
from jurisdictions.status.tracks import dated
from tests.stories.book import COUNT, DIMENSIONS, READING, STORY, Reading, Story, stories
from tests.stories.record import (
    KINDS,
    Row,
    Rows,
    agreement_step,
    fact_name,
    facts_of,
    opt_out_step,
    record_of_state,
    shipped,
    shipped_record,
)

STORIES = list(stories())
READINGS = [(story, reading) for story in STORIES for reading in story.readings]
COUNTS = [count for story in STORIES for count in story.counts]
THREADS = {"agreements": agreement_step, "opt_outs": opt_out_step}
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
each_reading = pytest.mark.parametrize(
    ("story", "reading"), READINGS, ids=[str(reading) for _, reading in READINGS]
)


def verdict_of(reading: Reading, rows: Rows) -> Verdict:
    seen = facts_of(reading.geoid, rows)
    return status_on(reading.day, known_facts(seen, reading.known) if reading.known else seen)


def check(reading: Reading, verdict: Verdict) -> None:
    """The verdict is what the reading says of it, no more asked than is said."""
    said = {key: reading.said[key] for key in ("status", *DIMENSIONS) if key in reading.said}
    read = {"status": verdict.status.value}
    read |= {name: getattr(verdict.dimensions, name).value for name in DIMENSIONS}
    assert {key: read[key] for key in said} == said
    because = reading.said.get("because", [])
    assert [name for name in verdict.reasons if name in because] == because
    assert not set(reading.said.get("decides_nothing", [])) & set(verdict.reasons)


@each_reading
def test_a_story_reads_as_it_is_told(story: Story, reading: Reading) -> None:
    check(reading, verdict_of(reading, story.facts))


@each_reading
def test_what_a_story_leaves_out_of_the_record_does_not_matter(
    story: Story, reading: Reading
) -> None:
    check(reading, verdict_of(reading, shipped_record()))


@each_story
def test_a_story_is_written_in_known_words(story: Story) -> None:
    assert story.told.keys() <= STORY
    assert story.told["title"]
    assert story.readings or story.counts
    assert story.facts.keys() <= set(KINDS)
    for reading in story.readings:
        assert reading.said.keys() <= READING
        assert reading.said["status"] in set(Status)
        assert set(reading.names) <= {fact_name(kind, row) for kind, row in facts_in(story)}


def facts_in(story: Story) -> Sequence[tuple[str, Row]]:
    return [(kind, row) for kind, rows in story.facts.items() for row in rows]


@each_story
def test_a_storys_copy_of_a_fact_agrees_with_the_shipped_one(story: Story) -> None:
    for kind, copy in facts_in(story):
        name = fact_name(kind, copy)
        (row,) = (row for row in shipped(kind) if fact_name(kind, row) == name)
        assert {key: row[key] for key in copy} == copy, name
        read_by_rule = {"on", "activated_on", "deactivated_on", "disclosed_on", "step", "effect"}
        read_by_rule |= {"kind", "outcome", "geoid"}
        left_out = {key for key in read_by_rule & row.keys() if row[key]} - copy.keys()
        assert not left_out, f"{name} is told without {left_out}"


@each_story
def test_a_story_names_places_and_sources_that_exist(story: Story) -> None:
    names = {row["geoid"]: row["name"] for row in shipped("jurisdictions")}
    keys = {row["key"] for row in shipped("sources")}
    assert {row["source"] for _, row in facts_in(story)} <= keys
    for reading in story.readings:
        assert names[reading.geoid] == reading.place_name


@pytest.mark.parametrize("kind", THREADS)
def test_every_step_is_the_subject_of_a_reading_on_the_day_it_takes_effect(kind: str) -> None:
    told = {
        (name, reading.day, reading.geoid[:2]) for _, reading in READINGS for name in reading.names
    }
    read = THREADS[kind]
    steps = [read(fact_name(kind, row), row, place) for place, row in enumerate(shipped(kind))]
    takes_effect = {one.step.name: one.day for one in dated(steps)}
    assert len(takes_effect) == len(shipped(kind)), "a step without a date needs no story"
    untold = {
        step.name: str(takes_effect[step.name])
        for step in steps
        if (step.name, takes_effect[step.name], step.geoid[:2]) not in told
    }
    assert not untold


@pytest.mark.parametrize("count", COUNTS, ids=lambda count: count["on"])
def test_the_nations_counts_are_what_the_record_gives(count: dict[str, str]) -> None:
    assert count.keys() <= COUNT
    found = nation_on(count["on"])
    active = {geoid for geoid, (_, is_active) in found.items() if is_active}
    states = {geoid[:2] for geoid in active}
    assert (len(active), len(states)) == (int(count["active"]), int(count["states_with_one"]))
    if "everywhere" in count:
        assert Counter(status for status, _ in found.values()) == {count["everywhere"]: len(found)}


@cache
def counties() -> dict[str, Tracks]:
    """Every county equivalent of the shipped record through time."""
    places = (row["geoid"] for row in shipped("jurisdictions") if len(row["geoid"]) == 5)
    return {geoid: tracks_of(facts_of(geoid, record_of_state(geoid[:2]))) for geoid in places}


def nation_on(day: str) -> dict[str, tuple[str, bool]]:
    """Of every county equivalent its status, and whether it is active in a program in force."""
    over = {Status.NOT_BEGUN, Status.PROGRAM_ENDED}
    found = {}
    for geoid, tracks in counties().items():
        verdict = judge(date.fromisoformat(day), tracks)
        activated = verdict.dimensions.activation is ActivationStanding.ACTIVATED
        if verdict.status is not Status.DOES_NOT_EXIST:
            found[geoid] = (verdict.status.value, activated and verdict.status not in over)
    return found
