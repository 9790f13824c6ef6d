"""Reads of the shipped record: what pages and the API say, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest

from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.comparisons import recorded_beside
from jurisdictions.read.editions import editions, newest_edition
from jurisdictions.read.finding import find_places, places_listed
from jurisdictions.read.keeping.programs import programs
from jurisdictions.read.places import (
    all_places,
    fold,
    members_of,
    places_of,
    states_of,
)
from jurisdictions.read.programs.secure_communities.around import member_count
from jurisdictions.read.programs.secure_communities.summary import headline_days, summary_on
from jurisdictions.read.records import (
    fact_of,
    facts_citing,
    national_figures,
    policy_events,
    record_of,
)
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import source_of, sources
from jurisdictions.read.spans import all_spans
from jurisdictions.read.statuses import (
    StatusFilter,
    facets,
    status_of,
    status_rows,
)
from jurisdictions.read.timelines import span_on, timeline_of
from jurisdictions.record.changing.facts import correct_fact, record_fact
from jurisdictions.status.programs.secure_communities.vocabulary import Position, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
TODAY = date(2026, 11, 22)
LATER = datetime(2026, 11, 23, tzinfo=UTC)
PROGRAM = "secure-communities"


def asked(**told: str) -> AsOf:
    return ask(today=TODAY, **told)


CASES = [
    ("48201", "2008-10-27", "active-agreement-not-documented"),
    ("48201", "2011-08-05", "active-without-agreement"),
    ("06073", "2009-05-26", "active-under-agreement"),
    ("06075", "2010-05-18", "opt-out-sought"),
    ("06075", "2010-06-08", "active-over-objection"),
    ("06085", "2010-09-28", "active-opt-out-pending"),
    ("06085", "2010-11-09", "active-over-objection"),
    ("11001", "2010-07-01", "opted-out"),
    ("11001", "2012-06-05", "active-over-objection"),
    ("42101", "2009-07-21", "active-without-agreement"),
    ("36061", "2014-11-20", "program-ended"),
]


@pytest.mark.parametrize(("geoid", "day", "status"), CASES)
def test_the_cases_of_the_rules_hold_in_the_published_edition(
    geoid: str, day: str, status: str
) -> None:
    row = status_of(asked(date=day), geoid)
    assert row is not None
    assert row.status == status


def test_what_came_out_later_is_left_out_of_what_was_known() -> None:
    known = status_of(asked(date="2009-07-21", known="2010-01-01"), "42101")
    assert known is not None
    assert known.status == "active-agreement-not-documented"


def test_what_was_known_long_after_is_what_is_published() -> None:
    published, known = asked(), asked(known="2030-01-01")
    assert list(all_spans(known)) == list(all_spans(published))
    assert timeline_of(known, "06075") == timeline_of(published, "06075")


@pytest.mark.parametrize(
    ("day", "active", "with_active"),
    [("2010-09-28", 659, 32), ("2011-08-05", 1510, 44), ("2013-01-22", 3180, 52)],
)
def test_the_nation_is_counted(day: str, active: int, with_active: int) -> None:
    summary = summary_on(asked(date=day))
    assert (summary.active, summary.states_with_active) == (active, with_active)
    assert (summary.jurisdictions, summary.states) == (3234, 56)
    assert sum(summary.by_status.values()) == 3234


def test_the_headline_of_every_turning_day_is_the_summary_of_that_day() -> None:
    as_of = asked()
    days = headline_days(as_of)
    for day, active, states_active, position in (*days[::25], days[-1]):
        summary = summary_on(replace(as_of, on=day))
        told = (summary.active, summary.states_with_active, summary.position)
        assert told == (active, states_active, position)


def test_the_position_is_dated_from_the_day_it_was_taken() -> None:
    assert summary_on(asked()).position_since == date(2011, 8, 5)
    assert summary_on(asked(date="2010-09-20")).position_since == date(2010, 8, 17)
    before = summary_on(asked(date="2008-01-01"))
    assert (before.position, before.position_since) == (Position.UNSTATED, None)


def test_since_looks_past_spans_in_which_only_a_dimension_changed() -> None:
    row = status_of(asked(date="2010-11-02"), "06075")
    assert row is not None
    assert (row.status, row.since) == (Status.ACTIVE_OVER_OBJECTION, date(2010, 6, 8))


def test_an_address_opens_on_the_programs_day_in_the_newest_edition() -> None:
    as_of = asked()
    assert (as_of.on, as_of.edition.number, as_of.known_on) == (date(2011, 8, 5), 1, None)
    assert asked(date="", known="", edition="", program="") == as_of


def test_a_program_without_a_day_of_its_own_opens_today() -> None:
    from jurisdictions.models import Program

    Program.objects.update(opening_on=None)
    assert asked().on == TODAY


@pytest.mark.parametrize(
    ("told", "parameter"),
    [
        ({"date": "2011-02-29"}, "date"),
        ({"date": "20110805"}, "date"),
        ({"date": "yesterday"}, "date"),
        ({"known": "2010"}, "known"),
        ({"edition": "2"}, "edition"),
        ({"edition": "0"}, "edition"),
        ({"edition": "-1"}, "edition"),
        ({"edition": "9999999999999"}, "edition"),
        ({"edition": "1", "known": "2010-01-01"}, "known"),
        ({"program": "section-9"}, "program"),
        ({"program": "secure\0communities"}, "program"),
        ({"language": "fr"}, "lang"),
    ],
)
def test_what_cannot_be_asked_is_named(told: dict[str, str], parameter: str) -> None:
    with pytest.raises(BadAsk) as bad:
        asked(**told)
    assert bad.value.parameter == parameter


@pytest.mark.usefixtures("empty_record")
def test_nothing_is_published_before_the_first_edition() -> None:
    with pytest.raises(NothingPublished):
        asked()
    assert newest_edition(PROGRAM) is None
    assert all_places("en") == {}


def test_an_older_edition_answers_as_it_was() -> None:
    before = asked(edition="1")
    told: dict[str, Any] = {"program": PROGRAM, "by": "Ana", "reason": "A letter.", "at": LATER}
    cells = {"geoid": "02068", "activated_on": "2009-01-05", "source": "ice_activated_list"}
    correct_fact(name="jurisdiction:02068", cells={"name": "Denali"}, **told)
    correct_fact(name="activation:02068", cells=cells, **told)
    now = asked()
    assert [edition.number for edition in editions(PROGRAM)] == [3, 2, 1]
    assert now.edition.number == 3
    assert status_rows(now, StatusFilter(text="denali"))[0].name == "Denali"
    assert status_rows(before, StatusFilter(text="denali"))[0].name == "Denali Borough"
    assert span_on(replace(now, on=date(2009, 1, 5)), "02068") != span_on(
        replace(before, on=date(2009, 1, 5)), "02068"
    )
    activation = fact_of(before, "activation:02068")
    assert activation is not None
    assert str(activation.on) == "2012-04-10"


def test_a_timeline_names_its_reasons_and_their_sources() -> None:
    span = span_on(asked(date="2010-11-09"), "06085")
    assert span is not None
    refusal = span.reasons[-1]
    assert (refusal.name, refusal.word) == ("opt_out:santa-clara-2010:4", "refused")
    assert refusal.citations[0].source.publisher.startswith("County of Santa Clara")


def test_spans_follow_each_other_without_gap() -> None:
    spans = timeline_of(asked(), "17031")
    assert spans[0].start is None
    assert spans[-1].end is None
    assert all(a.end == b.start for a, b in pairwise(spans))


def test_a_place_that_is_not_on_record_has_no_timeline() -> None:
    assert timeline_of(asked(), "99999") == ()
    assert span_on(asked(), "99999") is None
    assert status_of(asked(), "99999") is None


def test_a_step_is_dated_as_the_rule_counts_it() -> None:
    facts = {fact.name: fact for fact in record_of(asked(), "06075")}
    refused = facts["opt_out:san-francisco-2010-06:2"]
    assert (str(refused.on), refused.effective_on) == ("2010-06", date(2010, 6, 3))


def test_a_place_sees_its_own_facts_and_its_states() -> None:
    names = {fact.name for fact in record_of(asked(), "17031")}
    assert {"activation:17031", "agreement:il:1", "opt_out:illinois-2011:4"} <= names
    assert "local_measure:cook-county-2011-09-detainer-limit" in names
    assert "activation:17097" not in names


def test_a_fact_without_a_date_is_shown_last() -> None:
    told: dict[str, Any] = {"program": PROGRAM, "by": "Ana", "reason": "A letter.", "at": LATER}
    cells = {"agreement": "il-2", "seq": "1", "geoid": "17", "on": "", "step": "revised"}
    record_fact(kind="agreement", cells={**cells, "source": "ilchron"}, **told)
    last = record_of(asked(), "17031")[-1]
    assert (last.name, last.on, last.effective_on) == ("agreement:il-2:1", None, None)


def test_facts_disclosed_later_are_left_out_of_the_record_as_known() -> None:
    memo = "policy_event:mandatory-memo"
    assert memo in {event.name for event in policy_events(asked())}
    known = asked(known="2011-12-31")
    assert memo not in {event.name for event in policy_events(known)}
    names = {fact.name for fact in record_of(asked(known="2010-06-02"), "06075")}
    assert "opt_out:san-francisco-2010-06:2" not in names


def test_texts_come_in_the_language_asked_for() -> None:
    spanish = fact_of(asked(language="es"), "policy_event:announced")
    assert spanish is not None
    assert spanish.title != "Secure Communities announced"
    assert programs("es")[0].name == "Comunidades Seguras"
    assert places_of(asked(language="es"))["36"].name == "Nueva York"


def test_a_published_figure_stands_beside_what_the_record_gives() -> None:
    as_of = asked()
    beside = {
        (figure.word, str(figure.on)): (figure.value, recorded_beside(as_of, figure))
        for figure in national_figures(as_of)
    }
    assert beside["active-jurisdictions", "2011-08-05"] == (1508, 1510)
    assert beside["active-jurisdictions", "2011-02-15"] == (1049, 1051)
    assert beside["states-with-active-jurisdictions", "2010-08-31"] == (30, 30)
    assert beside["agreements-in-force", "2011-08-05"] == (39, None)
    illinois = [f for f in record_of(as_of, "17") if f.word == "active-jurisdictions"]
    assert [(f.value, recorded_beside(as_of, f)) for f in illinois] == [(26, 26)]


def test_a_state_counts_its_activated_places() -> None:
    count = member_count(asked(date="2011-05-04"), "17")
    assert (count.activated, count.total) == (26, 102)


@pytest.mark.parametrize(
    ("chosen", "fits"),
    [
        (StatusFilter(states=("IL",)), lambda row: row.state == "IL"),
        (StatusFilter(kinds=("parish",)), lambda row: row.kind == "parish"),
        (StatusFilter(words={"status": ("opted-out",)}), lambda row: row.geoid == "11001"),
        (StatusFilter(words={"agreement": ("declined",)}), lambda row: row.agreement == "declined"),
        (StatusFilter(words={"objection": ("refused",)}), lambda row: row.objection == "refused"),
        (
            StatusFilter(words={"activation": ("activated",)}),
            lambda row: row.activation == "activated",
        ),
        (
            StatusFilter(words={"local_limits": ("limits-detainers",)}),
            lambda row: row.geoid in {"11001", "06075", "06085", "17031"} or row.state == "NY",
        ),
        (StatusFilter(text="doña ANA"), lambda row: row.geoid == "35013"),
        (StatusFilter(level="state"), lambda row: len(row.geoid) == 2),
        (
            StatusFilter(
                own={f"activated_{bound}": date(2008, 10, 27) for bound in ("after", "before")}
            ),
            lambda row: row.geoid == "48201",
        ),
    ],
)
def test_each_filter_keeps_what_fits_and_only_that(
    chosen: StatusFilter, fits: Callable[[Any], bool]
) -> None:
    rows = status_rows(asked(), chosen)
    assert rows
    assert all(fits(row) for row in rows)


def test_filters_split_the_places_in_two() -> None:
    with_one = status_rows(asked(), StatusFilter(own={"opt_out": True}))
    without = status_rows(asked(), StatusFilter(own={"opt_out": False}))
    assert {row.geoid for row in with_one} == {"37135", "06075", "06085", "51013"}
    assert len(with_one) + len(without) == 3234


def test_rows_are_sorted_as_asked() -> None:
    names = [fold(row.name) for row in status_rows(asked(), order="name")]
    assert names == sorted(names)
    newest = [row.since for row in status_rows(asked(), order="-since") if row.since]
    assert newest == sorted(newest, reverse=True)


def test_facets_count_what_each_choice_would_give() -> None:
    chosen = StatusFilter(states=("IL",), words={"status": ("active-opt-out-pending",)})
    counted = facets(asked(), chosen)
    rows = status_rows(asked(), chosen)
    assert counted["state"]["IL"] == len(rows)
    for status, count in counted["status"].items():
        other = status_rows(asked(), replace(chosen, words={"status": (status,)}))
        assert len(other) == count


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("dona ana", "35013"),
        ("Doña Ana", "35013"),
        ("ILLINOIS", "17"),
        ("cook il", "17031"),
        ("saint louis county mo", "29189"),
        ("48201", "48201"),
        ("prince georges", "24033"),
        ("o'brien", "19141"),
        ("anasco", "72011"),
    ],
)
def test_places_are_found_by_name_or_alias(text: str, first: str) -> None:
    assert find_places(text, "en")[0].geoid == first


@pytest.mark.parametrize(
    ("text", "geoids"),
    [
        ("Chicago, IL", ["17031"]),
        ("60608", ["17031"]),
        ("Oakland", ["06001", "26125"]),
        ("St. Louis, MO", ["29510", "29189"]),
        ("NYC", ["36061", "36047", "36081", "36005", "36085"]),
        ("Cook", ["17031", "13075", "27031"]),
    ],
)
def test_a_list_shows_the_places_that_a_text_means_the_likeliest_first(
    text: str, geoids: list[str]
) -> None:
    rows = status_rows(asked(), StatusFilter(text=text), "best")
    assert [row.geoid for row in rows][: len(geoids)] == geoids
    assert len(rows) <= len(geoids) + 4


def test_a_state_that_a_text_means_brings_its_places() -> None:
    rows = status_rows(asked(), StatusFilter(text="Delaware"), "best")
    assert {"10001", "10003", "10005"} < {row.geoid for row in rows}
    assert rows[0].name == "Delaware County"
    assert len(status_rows(asked(), StatusFilter(text="all counties in Illinois"))) == 102
    assert places_listed(asked(), "zzzz") == {}


def test_no_words_find_nothing() -> None:
    assert find_places("  ", "en") == ()
    assert find_places("zzzz", "en") == ()


def test_states_and_their_places_come_by_name() -> None:
    assert len(states_of(asked())) == 56
    assert states_of(asked())[0].name == "Alabama"
    assert len(members_of(asked(), "17")) == 102


def test_sources_say_how_often_they_are_cited() -> None:
    as_of = asked()
    cited = {row.key: row.cited for row in sources(as_of)}
    assert cited["ice_activated_list"] > 3000
    assert cited["nilc"] == len(facts_citing(as_of, "nilc"))
    assert source_of(as_of, "nobody") is None
    letter = fact_of(as_of, "policy_event:napolitano-lofgren-letter")
    assert letter is not None
    said = [(c.source.key, c.field, c.said) for c in letter.citations if c.contradicts]
    assert said == [("nilc", "on", "2010-09-08")]


def test_a_list_costs_three_queries_however_long(django_assert_max_num_queries: Any) -> None:
    as_of = asked()
    for chosen in (StatusFilter(), StatusFilter(states=("RI",))):
        with django_assert_max_num_queries(3):
            status_rows(as_of, chosen)


def test_a_timeline_costs_twelve_queries_however_long(django_assert_max_num_queries: Any) -> None:
    as_of = asked()
    for geoid in ("06", "48201", "06085"):
        with django_assert_max_num_queries(12):
            timeline_of(as_of, geoid)
