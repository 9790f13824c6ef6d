"""What reports are made of: parts, pictures, PDFs."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from jurisdictions.read.asking import ask
from jurisdictions.read.place_records import PlaceRecord, place_record
from jurisdictions.read.programs.secure_communities.requests import (
    days_between,
    dossier_of,
    requests_made,
)
from jurisdictions.read.programs.secure_communities.state_records import (
    ActDays,
    active_over_time,
    state_record,
    telling_days,
)
from jurisdictions.read.raw_spans import RawSpan, raw_span_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.reports.area_map import area_map, boundaries_of
from jurisdictions.render.reports.colours import text_on, textures_of
from jurisdictions.render.reports.frame import qr_svg
from jurisdictions.render.reports.nation_map import nation_map
from jurisdictions.render.reports.pdf import place_report_pdf
from jurisdictions.render.reports.place import PlaceReport, place_report
from jurisdictions.render.reports.programs.secure_communities.dossier import dossier_report
from jurisdictions.render.reports.state import state_report
from jurisdictions.status.dates import PartialDate

pytestmark = pytest.mark.usefixtures("shipped")

SITE = "https://tracker.example"
SAN_FRANCISCO, ILLINOIS = "06075", "17"


def as_of(day: str = "2011-08-05", language: str = "en", known: str = "") -> AsOf:
    return ask(date=day, known=known, language=language, today=date(2020, 1, 1))


def record(geoid: str = SAN_FRANCISCO, **asked: str) -> PlaceRecord:
    found = place_record(as_of(**asked), geoid)
    assert found is not None
    return found


def report(geoid: str = SAN_FRANCISCO, **asked: str) -> PlaceReport:
    return place_report(as_of(**asked), record(geoid, **asked), SITE)


def entries(told: PlaceReport) -> list[object]:
    return [entry for story in told.stories for entry in story.entries]


def test_a_place_report_says_the_status_on_its_day_and_why() -> None:
    standing = report(day="2010-06-08").standing
    assert standing.status == "Active over objection"
    assert standing.day == "June 8, 2010"
    assert standing.why.startswith("Activated on June 8, 2010;")


def test_a_place_report_tells_every_step_of_every_objection() -> None:
    told = report()
    requests = [story for story in told.stories if story.title.startswith("Request not to")]
    assert [len(story.entries) for story in requests] == [2, 2, 2]
    assert requests[0].entries[1].word == "Request refused"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("geoid", [SAN_FRANCISCO, ILLINOIS, "17031"])
def test_no_two_stories_of_a_report_have_one_heading(geoid: str, language: str) -> None:
    with translation.override(language):
        titles = [story.title for story in report(geoid, language=language).stories]
    assert len(titles) == len(set(titles))


def test_each_entry_has_a_number_of_its_own_and_its_mark_stands_on_the_timeline() -> None:
    told = report()
    numbers = [entry.number for story in told.stories for entry in story.entries]
    assert numbers == list(range(1, len(numbers) + 1))
    marked = {int(n) for n in re.findall(r'font-weight="600"[^>]*>(\d+)</text>', told.timeline.svg)}
    assert marked == set(numbers)


def test_every_mark_leads_to_a_numbered_source_and_every_source_is_cited() -> None:
    told = report()
    cited = {m.number for story in told.stories for e in story.entries for m in e.marks}
    cited |= {mark.number for g in told.figures for f in g.figures for mark in f.marks}
    assert cited == {source.number for source in told.sources}


def test_a_source_that_contradicts_the_record_is_marked_and_quoted() -> None:
    disputed = [entry for story in report().stories for entry in story.entries if entry.disputes]
    assert disputed
    assert all(any(mark.contradicts for mark in entry.marks) for entry in disputed)
    assert disputed[0].disputes[0].startswith("For the date the record has September 7, 2010")


def test_the_rules_are_told_period_by_period_and_the_day_lies_in_exactly_one() -> None:
    periods = report().periods
    assert [period.start for period in periods if period.current] == ["Aug 5, 2011"]
    assert periods[0].start == "beginning"
    assert "Not optional" in {period.cells[0] for period in periods}


def test_what_was_not_yet_public_is_left_out_and_the_report_says_so() -> None:
    told = report("42101", day="2009-07-21", known="2010-01-01")
    assert told.standing.status == "Active, agreement not documented"
    assert told.frame.known.startswith("As known on January 1, 2010")
    assert "known=2010-01-01" in told.frame.permalink
    assert "edition=" not in told.frame.permalink


def test_the_permalink_names_day_and_edition_and_stands_in_the_citation() -> None:
    frame = report().frame
    assert frame.permalink == (
        f"{SITE}/places/06075-san-francisco-county-california/"
        "?program=secure-communities&date=2011-08-05&edition=1"
    )
    assert frame.permalink in frame.cite
    assert "Edition 1" in frame.cite


def test_a_spanish_report_is_spanish_throughout() -> None:
    with translation.override("es"):
        told = report(language="es")
    assert told.frame.language == "es"
    assert "/es/places/06075-san-francisco-county-california/" in told.frame.permalink
    assert told.standing.day == "5 de agosto de 2011"


def test_a_state_report_draws_the_days_that_its_record_tells() -> None:
    found = state_record(as_of(), ILLINOIS)
    assert found
    told = state_report(as_of(), found, SITE)
    assert [day.day for day in told.days] == [
        "November 23, 2009",
        "November 24, 2009",
        "August 5, 2011",
        "January 22, 2013",
    ]
    assert [day.active for day in told.days][:1] == ["0 of 102 active"]
    assert told.days[2].active == "26 of 102 active"
    assert len(told.members) == 102


def test_a_county_is_no_state() -> None:
    assert state_record(as_of(), SAN_FRANCISCO) is None
    assert state_record(as_of(), "99") is None


def span(geoid: str, start: str, end: str, status: str) -> RawSpan:
    begin = date.fromisoformat(start) if start else None
    stop = date.fromisoformat(end) if end else None
    active = "activated" if status.startswith("active") else "not-activated"
    made: RawSpan = raw_span_of("secure-communities")(
        geoid, begin, stop, status, "", "", active, "", "", begin, ""
    )
    return made


def test_the_number_of_active_jurisdictions_goes_up_and_down() -> None:
    spans = [
        span("01001", "2010-01-01", "2012-01-01", "active-without-agreement"),
        span("01003", "2011-01-01", "", "active-without-agreement"),
    ]
    assert active_over_time(spans) == (
        (date(2010, 1, 1), 1),
        (date(2011, 1, 1), 2),
        (date(2012, 1, 1), 1),
    )


def test_a_state_without_an_activation_still_has_the_day_on_which_agreements_ended() -> None:
    ended = date(2011, 8, 5)
    spans = [span("60010", "", "", "not-activated")]
    assert telling_days(spans, ActDays(ended, None)) == [(ended, "agreements-ended")]


def test_a_change_after_the_programs_end_is_no_telling_day() -> None:
    spans = [
        span("01001", "", "2010-01-01", "not-activated"),
        span("01001", "2010-01-01", "2014-11-20", "active-without-agreement"),
        span("01001", "2014-11-20", "", "program-ended"),
    ]
    days = telling_days(spans, ActDays(None, date(2014, 11, 20)))
    assert [day for day, _why in days] == [date(2009, 12, 31), date(2010, 1, 1)]


def test_a_dossier_counts_the_days_that_were_waited() -> None:
    dossier = dossier_of(as_of(), "arlington-2010")
    assert dossier
    told = dossier_report(as_of(), dossier, SITE)
    assert [step.waited for step in told.steps] == [
        "",
        "9 days after the step before",
        "29 days after the step before",
        "3 days after the step before",
    ]
    assert "38 days" in told.lead


def test_a_dossier_says_the_federal_position_on_the_day_of_each_step() -> None:
    dossier = dossier_of(as_of(), "arlington-2010")
    assert dossier
    told = dossier_report(as_of(), dossier, SITE)
    assert [step.position for step in told.steps] == [
        "Opt-out procedure published",
        "Not optional",
        "Not optional",
        "Not optional",
    ]
    assert [entry.word for entry in told.meanwhile.entries] == ["Declared not optional"]


def test_days_are_not_counted_where_a_date_is_not_known_to_the_day() -> None:
    def step(on: str) -> FactRow:
        when = PartialDate.parse(on)
        return FactRow("opt_out:x:1", "opt_out", "06", when, when.first_day, None, "requested")

    assert days_between(step("2010-05-18"), step("2010-06")) is None
    assert days_between(step("2010-05-18"), step("2010-05-18")) == 0
    dossier = dossier_of(as_of(), "san-francisco-2010-06")
    assert dossier
    assert "not known" in dossier_report(as_of(), dossier, SITE).steps[1].waited


def test_every_request_has_a_dossier() -> None:
    made = requests_made(as_of())
    assert len(made) == 12
    assert all(dossier_of(as_of(), request.thread) for request in made)


@pytest.mark.parametrize("geoid", [SAN_FRANCISCO, "11", "60010", "02016"])
def test_a_report_is_a_tagged_pdf_with_title_and_language(geoid: str) -> None:
    made = place_report_pdf(as_of(), geoid, SITE)
    assert made.startswith(b"%PDF-1.7")
    assert b"/Marked true" in made
    assert b"/DisplayDocTitle true" in made
    assert b"/Lang(en-US)" in made
    assert b"/StructTreeRoot" in made
    assert made.count(b"/Alt") >= 3


def test_the_same_edition_and_day_give_the_same_bytes() -> None:
    assert place_report_pdf(as_of(), "51013", SITE) == place_report_pdf(as_of(), "51013", SITE)


def test_a_spanish_pdf_says_so() -> None:
    assert b"/Lang(es-US)" in place_report_pdf(as_of(language="es"), "51013", SITE)


@pytest.mark.parametrize("geoid", ["99", "99999"])
def test_a_place_that_is_not_on_record_has_no_report(geoid: str) -> None:
    with pytest.raises(LookupError):
        place_report_pdf(as_of(), geoid, SITE)


def test_a_small_place_is_ringed_on_its_states_map_and_a_large_one_is_not() -> None:
    boundaries = boundaries_of(as_of())
    california = {g: "not-activated" for g in boundaries.places if g[:2] == "06"}
    assert "<circle" in area_map(boundaries, california, chosen=SAN_FRANCISCO)
    assert "<circle" not in area_map(boundaries, california, chosen="06071")


def test_places_with_limits_are_hatched() -> None:
    boundaries = boundaries_of(as_of())
    own = {SAN_FRANCISCO: "not-activated"}
    for drawn in (nation_map, area_map):
        assert 'url(#h)"' in drawn(boundaries, own, limited={SAN_FRANCISCO})
        assert 'url(#hm)"' in drawn(boundaries, own, limited={SAN_FRANCISCO}, hatch="missing")
        assert "url(#h" not in drawn(boundaries, own)


def test_who_said_no_is_dotted_on_the_maps_of_reports_as_on_the_page() -> None:
    boundaries = boundaries_of(as_of())
    own = {SAN_FRANCISCO: "opted-out", "06071": "not-activated"}
    for drawn in (nation_map, area_map):
        assert 'fill="url(#map-opted-out)"' in drawn(boundaries, own)
        assert "url(#map-not-activated)" not in drawn(boundaries, own)


def test_the_insets_of_a_printed_map_say_what_they_show() -> None:
    drawn = nation_map(boundaries_of(as_of()), {})
    for inset in ("Alaska", "Hawaii", "Puerto Rico", "Guam", "American Samoa", "Northern"):
        assert f">{inset}" in drawn


def test_a_swatch_in_a_report_has_the_texture_of_its_program() -> None:
    told = textures_of("secure-communities")
    assert told["#5cc1a0"] == ("dot", "#257f60")
    assert told["#f6cd66"] == ("dot", "#b98a26")
    assert textures_of("287g")["#f6cd66"] == ("rule", "#b98a26")
    assert "#509ce3" not in told


def test_text_on_a_fill_is_light_on_dark_and_dark_on_light() -> None:
    assert text_on("#1b1447") == "#ffffff"
    assert text_on("#fbca4b") != "#ffffff"


def test_the_qr_code_is_square_and_says_more_for_a_longer_text() -> None:
    short, long = qr_svg("https://a.example/"), qr_svg("https://a.example/" + "x" * 120)
    assert re.search(r'viewBox="0 0 (\d+) \1"', short)
    assert len(long) > len(short)


def test_the_pdf_is_dated_by_its_edition() -> None:
    asked = as_of()
    made = place_report_pdf(asked, "51013", SITE)
    published = asked.edition.published_at.astimezone(UTC)
    assert isinstance(published, datetime)
    assert published.strftime("D:%Y%m%d").encode() in made
