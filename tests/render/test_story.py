"""The story: every fact that it cites is on record, and no number in it is anybody's own."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from jurisdictions.read.asking import ask
from jurisdictions.read.headlines import counted_numbers
from jurisdictions.read.reach import reach_of
from jurisdictions.read.records import facts_named
from jurisdictions.read.rows import AsOf
from jurisdictions.read.statuses import StatusFilter, status_rows
from jurisdictions.render.programs import own_part
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.story import Chapter, Paragraph, day_of, told
from jurisdictions.status.programs import packages

pytestmark = [pytest.mark.usefixtures("both_programs"), pytest.mark.django_db]

TODAY = date(2026, 11, 26)
CHAPTERS: dict[str, tuple[str, Chapter]] = {
    chapter.key: (slug, chapter)
    for slug in sorted(packages())
    if (part := own_part(slug, "story"))
    for chapter in part.CHAPTERS
}
EACH = pytest.mark.parametrize("key", sorted(CHAPTERS))
FILES = settings.BASE_DIR / "jurisdictions" / "data"


def day_and_chapter(key: str, language: str = "en") -> tuple[AsOf, Chapter]:
    slug, chapter = CHAPTERS[key]
    as_of = ask(program=slug, language=language, today=TODAY)
    on = day_of(chapter, reach_of(as_of).until or as_of.on)
    return ask(program=slug, date=on.isoformat(), language=language, today=TODAY), chapter


def texts(key: str, language: str = "en") -> str:
    with override(language):
        as_of, chapter = day_and_chapter(key, language)
        return " ".join(one.text for one in told(as_of, chapter.paragraphs))


def paragraphs() -> Iterator[Paragraph]:
    for _slug, chapter in CHAPTERS.values():
        yield from chapter.paragraphs


def test_there_are_eight_chapters_each_under_a_key_of_its_own() -> None:
    assert len(CHAPTERS) == 8
    assert {slug for slug, _chapter in CHAPTERS.values()} == {"secure-communities", "287g"}


@EACH
def test_every_fact_that_a_chapter_cites_is_on_record_with_a_source(key: str) -> None:
    as_of, chapter = day_and_chapter(key)
    found = facts_named(as_of, chapter.rests_on)
    assert set(found) == set(chapter.rests_on)
    assert all(fact.citations for fact in found.values())


@EACH
def test_every_paragraph_names_a_fact_or_counts_something(key: str) -> None:
    _as_of, chapter = day_and_chapter(key)
    assert all(one.rests_on or one.numbers for one in chapter.paragraphs)


def test_nobody_typed_a_number_or_a_day() -> None:
    typed = {"287(g)", "in 2011", "En 2011"}
    for one in paragraphs():
        for language in ("en", "es"):
            with override(language):
                text = re.sub(r"%\(\w+\)s", "", gettext(one.text))
            for known in typed:
                text = text.replace(known, "").replace(known.capitalize(), "")
            assert not re.search(r"\d", text), text


@cache
def activations() -> tuple[tuple[str, str, str], ...]:
    path = FILES / "secure-communities" / "activations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            (row["geoid"], row["activated_on"], row["deactivated_on"])
            for row in csv.DictReader(file)
        )


def active_by_file(day: str) -> int:
    return sum(begun <= day and not (over and over <= day) for _geoid, begun, over in activations())


def of_status(as_of: AsOf, status: str) -> int:
    """Counted from the rows of the list, place by place."""
    return sum(
        row.status.value == status
        for row in status_rows(as_of, StatusFilter(level="county"), "name")
    )


def test_active_counties_are_those_of_the_file_of_activations() -> None:
    for key, days in {
        "fingerprints": ("2008-10-27", "2009-10-27"),
        "agreements": ("2010-08-16",),
        "whole-country": ("2013-01-22",),
    }.items():
        text = texts(key)
        for day in days:
            assert number_text(active_by_file(day)) in text


def test_statuses_are_those_of_the_list_of_that_day() -> None:
    for key, status in (
        ("agreements", "active-agreement-not-documented"),
        ("letter", "active-without-agreement"),
        ("thousands", "task-force"),
    ):
        as_of, _chapter = day_and_chapter(key)
        number = of_status(as_of, status)
        assert number > 30
        assert re.search(rf"\b{number_text(number)}\b", texts(key))


def test_the_active_of_the_letter_are_those_without_agreement_and_those_who_had_asked() -> None:
    as_of, _chapter = day_and_chapter("letter")
    over, waiting = (
        of_status(as_of, status) for status in ("active-over-objection", "active-opt-out-pending")
    )
    without = of_status(as_of, "active-without-agreement")
    assert over > 0
    assert without + over + waiting == active_by_file("2011-08-05") == 1510
    told_numbers = [int(n.replace(",", "")) for n in re.findall(r"\b\d[\d,]*", last_of("letter"))]
    assert told_numbers == [1510, without, over + waiting, waiting]


def last_of(key: str) -> str:
    """The last paragraph of a chapter."""
    as_of, chapter = day_and_chapter(key)
    return told(as_of, chapter.paragraphs)[-1].text


def test_every_place_that_had_asked_before_its_activation_was_in_washington() -> None:
    as_of, chapter = day_and_chapter("agreements")
    rows = status_rows(as_of, StatusFilter(level="county"), "name")
    sought = [row for row in rows if row.status.value == "opt-out-sought"]
    assert len(sought) == 39
    assert {row.geoid[:2] for row in sought} == {"53"}
    one = told(as_of, chapter.paragraphs)[-1]
    assert "Washington" in one.text
    assert "declined in 2010" in one.text
    assert "shows 39 jurisdictions there" in one.text
    assert len(one.facts) == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("U.S. Immigration and Customs Enforcement (ICE)", "A jurisdiction is", "active")),
        (
            "es",
            (
                "Servicio de Inmigración y Control de Aduanas (ICE)",
                "se llama jurisdicción",
                "está activa desde",
            ),
        ),
    ],
)
def test_the_first_chapter_says_what_its_words_mean(language: str, said: tuple[str, ...]) -> None:
    first = texts("fingerprints", language)
    assert [one for one in said if one not in first] == []
    assert "ICE" not in first.partition(said[0])[0]
    # One word for one idea, in every chapter: a county is named, and not counted.
    for key in CHAPTERS:
        assert not re.search(r"\d (active )?(counties|condados)\b", texts(key, language))


def test_agreements_are_those_in_force_on_the_days_that_are_told() -> None:
    for key, days in {"officers": ("",), "thousands": ("2025-01-20", "2026-01-20", "")}.items():
        for day in days:
            as_of, _chapter = day_and_chapter(key)
            on = ask(program="287g", date=day or as_of.on.isoformat(), today=TODAY)
            assert number_text(counted_numbers(on)["agreements"]) in texts(key)


@EACH
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_number_and_day_of_a_chapter_is_one_of_the_record(key: str, language: str) -> None:
    with override(language):
        as_of, chapter = day_and_chapter(key, language)
        facts = facts_named(as_of, chapter.rests_on)
        days = [fact.on for fact in facts.values() if fact.on] + [
            fact.disclosed_on for fact in facts.values() if fact.disclosed_on
        ]
        numbers = [
            counting.of(as_of) for one in chapter.paragraphs for counting in one.numbers.values()
        ]
        counted = [
            n
            for fact in facts.values()
            if fact.stood
            for n in (fact.stood.since, fact.stood.until)
            if n is not None
        ]
        text = texts(key, language)
        for known in ("287(g)", date_text(as_of.on), *(date_text(day) for day in days)):
            text = text.replace(known, "")
        left = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*\d|\d", text)}
        # The year that a chapter is about is said in words of its own.
        assert left - {2011} <= {*numbers, *counted}


def test_arlington_is_told_between_the_paper_and_the_secretary() -> None:
    assert "42 days after ICE published how to opt out, 8 days before" in texts("voluntary")
    paper, vote, no = (date(2010, 8, 17), date(2010, 9, 28), date(2010, 10, 6))
    assert (vote - paper, no - vote) == (timedelta(42), timedelta(8))


def test_a_chapter_that_cites_what_is_not_on_record_says_so() -> None:
    as_of, _chapter = day_and_chapter("letter")
    with pytest.raises(KeyError, match="no-such"):
        told(as_of, [Paragraph("", ("policy_event:no-such",))])
