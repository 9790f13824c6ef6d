"""Sentences: why a place stands where it stands, what a fact says, what a day looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from jurisdictions.read.rows import FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs.secure_communities.headline import position_clause
from jurisdictions.render.programs.why import known_later_line, why_line
from jurisdictions.render.words.fact_days import fact_day_and_basis, short_fact_day
from jurisdictions.render.words.sentences import reason_text
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)
from jurisdictions.status.vocabulary import PlaceKind

COUNTY = PlaceRow(
    geoid="48201",
    kind=PlaceKind.COUNTY,
    name="Harris County",
    label="Harris County, Texas",
    slug="harris-county-texas",
    state="TX",
    state_geoid="48",
    state_name="Texas",
    parent="48",
    ocd_id="",
    population_2010=1,
    aliases=(),
    note="",
)
STATE = replace(COUNTY, geoid="48", kind=PlaceKind.STATE, name="Texas", label="Texas", parent=None)


def fact(kind: str, on: str | None, word: str = "", **more: str) -> FactRow:
    """A fact with as little as a sentence needs."""
    when = PartialDate.parse(on) if on else None
    return FactRow(
        name=f"{kind}:x:{word}",
        kind=kind,
        geoid="48201",
        on=when,
        effective_on=when.first_day if when else None,
        disclosed_on=None,
        word=word,
        **more,  # type: ignore[arg-type]
    )


BEGAN = fact("activation", "2010-06-08")
ASKED = fact("opt_out", "2010-05-18", "requested")
REFUSED = fact("opt_out", "2010-06", "refused")


def span(status: Status, *reasons: FactRow, **dimensions: object) -> SpanRow:
    """A span with that status, those reasons and the usual dimensions."""
    plain = SpanRow(
        program="secure-communities",
        start=date(2010, 6, 8),
        end=None,
        status=status,
        since=date(2010, 6, 8),
        reasons=reasons,
        own={
            "position": Position.VOLUNTARY,
            "agreement": AgreementStanding.NOT_DOCUMENTED,
            "activation": ActivationStanding.ACTIVATED,
            "objection": Objection.NONE,
            "local_limits": LocalLimits.NONE_RECORDED,
        },
    )
    own = {name: word for name, word in dimensions.items() if name in plain.own}
    rest = {name: value for name, value in dimensions.items() if name not in own}
    return replace(plain, own={**plain.own, **own}, **rest)  # type: ignore[arg-type]


def test_a_county_activated_over_its_objection_says_so() -> None:
    held = span(Status.ACTIVE_OVER_OBJECTION, ASKED, BEGAN, objection=Objection.PENDING)
    assert why_line(held, COUNTY) == (
        "Activated on June 8, 2010; a request not to take part had been made on May 18, 2010."
    )


def test_a_refusal_known_to_the_month_is_said_to_the_month() -> None:
    held = span(Status.ACTIVE_OVER_OBJECTION, ASKED, BEGAN, REFUSED, objection=Objection.REFUSED)
    assert why_line(held, COUNTY) == (
        "Activated on June 8, 2010; the request not to take part was refused in June 2010."
    )


def test_a_place_that_was_activated_regardless_is_said_to_be_overridden() -> None:
    overridden = fact("opt_out", "2012-06-05", "overridden")
    held = span(Status.ACTIVE_OVER_OBJECTION, ASKED, BEGAN, overridden, objection=Objection.REFUSED)
    assert "was overridden on June 5, 2012" in why_line(held, COUNTY)


def test_a_request_without_an_answer_is_said_to_have_none() -> None:
    asked = fact("opt_out", "2010-09-28", "requested")
    held = span(Status.ACTIVE_OPT_OUT_PENDING, BEGAN, asked, objection=Objection.PENDING)
    assert why_line(held, COUNTY).endswith("made on September 28, 2010, had no answer yet.")


GOVERNOR = replace(fact("opt_out", "2011-05-04", "requested", by="Governor Pat Quinn"), geoid="17")
COUNSEL = replace(
    fact("opt_out", "2011-08-18", "requested", by="Governor's counsel John Schomberg"), geoid="17"
)


def test_who_asked_is_named_and_the_first_day_is_that_of_the_status() -> None:
    held = span(Status.OPT_OUT_SOUGHT, GOVERNOR, COUNSEL, objection=Objection.PENDING)
    assert why_line(held, COUNTY) == (
        "The state's request not to take part, made on May 4, 2011 by Governor Pat Quinn and again "
        "on August 18, 2011, had no answer yet."
    )
    with translation.override("es"):
        assert why_line(held, COUNTY).startswith(
            "La solicitud del estado para no participar, presentada el 4 de mayo de 2011 por Gover"
        )


def test_a_place_that_asked_itself_is_said_to_have_asked() -> None:
    sheriff = fact("opt_out", "2010-05-18", "requested", by="Sheriff Michael Hennessey")
    held = span(Status.ACTIVE_OPT_OUT_PENDING, BEGAN, sheriff, objection=Objection.PENDING)
    said = why_line(held, COUNTY)
    assert "a request not to take part, made on May 18, 2010 by Sheriff Michael Hennessey," in said
    assert "state's" not in said


def test_a_refusal_tells_when_the_status_began_where_nobody_was_activated() -> None:
    held = span(Status.OPT_OUT_SOUGHT, GOVERNOR, REFUSED, objection=Objection.REFUSED)
    assert why_line(held, COUNTY) == (
        "The state's request not to take part, made on May 4, 2011 by Governor Pat Quinn, was "
        "refused in June 2010."
    )


def test_an_objection_of_the_state_that_came_first_is_the_states() -> None:
    held = span(Status.ACTIVE_OVER_OBJECTION, GOVERNOR, BEGAN, objection=Objection.PENDING)
    assert why_line(held, COUNTY) == (
        "Activated on June 8, 2010; the state's request not to take part had been made on May 4, "
        "2011 by Governor Pat Quinn."
    )


def test_a_granted_request_says_when() -> None:
    granted = fact("opt_out", "2010-07", "granted")
    held = span(Status.OPTED_OUT, ASKED, granted, objection=Objection.HONOURED)
    assert why_line(held, COUNTY) == "The request not to take part was granted in July 2010."


def test_a_state_is_said_to_be_activated_with_its_first_jurisdiction() -> None:
    held = span(Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED, BEGAN)
    assert why_line(held, STATE) == (
        "Its first jurisdiction was activated on June 8, 2010; no agreement of the state with ICE "
        "is documented."
    )


@pytest.mark.parametrize("standing", AgreementStanding)
def test_every_standing_of_an_agreement_is_said_with_its_date(standing: AgreementStanding) -> None:
    step = fact("agreement", "2009-01-23", "signed")
    said = why_line(span(Status.ACTIVE_WITHOUT_AGREEMENT, BEGAN, step, agreement=standing), COUNTY)
    dated = "on January 23, 2009" in said
    assert dated is (standing is not AgreementStanding.NOT_DOCUMENTED)
    assert "%(" not in said


def test_without_a_step_of_the_state_it_is_the_federal_end_of_agreements() -> None:
    ended = fact("policy_event", "2011-08-05", "agreements-ended")
    none = span(Status.ACTIVE_WITHOUT_AGREEMENT, BEGAN, ended, agreement=AgreementStanding.NONE)
    assert "ICE declared on August 5, 2011 that it needed no agreement" in why_line(none, COUNTY)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("place", [COUNTY, STATE], ids=["county", "state"])
def test_every_status_has_one_line_that_ends_with_a_full_stop(
    status: Status, place: PlaceRow
) -> None:
    said = why_line(span(status, ASKED, BEGAN, objection=Objection.PENDING), place)
    assert said.endswith(".")
    assert "\n" not in said


def test_a_reason_begins_with_its_date_as_precise_as_it_is() -> None:
    told = fact("opt_out", "2010-07", "granted", summary="The request was granted.")
    assert reason_text(told) == "July 2010: The request was granted."


def test_a_fact_without_a_date_says_so() -> None:
    told = fact("local_measure", None, "resolution", summary="A resolution was adopted.")
    assert reason_text(told) == "Date unknown: A resolution was adopted."


def test_an_activation_that_ended_says_both_days() -> None:
    told = replace(
        fact("activation", "2009-01-02"), ended_on=PartialDate(2010, 3), place="Harris County"
    )
    assert reason_text(told) == (
        "January 2, 2009: Fingerprint sharing began in Harris County. It stopped in March 2010."
    )


@pytest.mark.parametrize("position", Position)
def test_every_position_finishes_the_sentence_about_the_day(position: Position) -> None:
    said = position_clause(position)
    assert said.endswith(".")
    assert said[0].islower()


def test_a_day_without_an_active_jurisdiction_says_that_there_was_none() -> None:
    from jurisdictions.render.programs.secure_communities.headline import _active_sentence

    assert _active_sentence(active=0, states=0, total=3234) == "No jurisdiction was active."


def test_dates_follow_the_language_of_the_reader() -> None:
    with translation.override("es"):
        assert "13 de julio de 2010" in reason_text(fact("opt_out", "2010-07-13", "granted"))


BY_A_LIST = fact("local_measure", "2014-06-24", "detainer-limit", basis="reported-by")


@pytest.mark.parametrize(
    ("kind", "basis", "said"),
    [
        ("local_measure", "reported-by", "By June 24, 2014, as a list reported"),
        ("local_measure", "reported", "June 24, 2014, as reported"),
        ("local_measure", "announced", "June 24, 2014, as announced"),
        ("local_measure", "enacted", "June 24, 2014"),
        ("agreement", "announced", "June 24, 2014, as announced"),
        ("agreement", "signed", "June 24, 2014"),
        ("agreement", "in-force-by", "By June 24, 2014"),
        ("local_measure", "", "June 24, 2014"),
    ],
)
def test_a_day_says_what_it_rests_on(kind: str, basis: str, said: str) -> None:
    assert fact_day_and_basis(replace(BY_A_LIST, kind=kind, word="signed", basis=basis)) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [("2014-06", "By the end of June 2014"), ("2014", "By the end of 2014")],
)
def test_a_list_of_a_month_or_a_year_proves_it_by_the_end_of_that_time(on: str, said: str) -> None:
    listed = replace(BY_A_LIST, on=PartialDate.parse(on))
    assert fact_day_and_basis(listed) == f"{said}, as a list reported"


def test_a_day_known_from_a_list_is_never_shown_as_the_day_itself() -> None:
    told = replace(BY_A_LIST, summary="The jail no longer holds people for ICE.")
    assert reason_text(told) == (
        "By June 24, 2014, as a list reported: The jail no longer holds people for ICE."
    )
    assert short_fact_day(told) == "by Jun 24, 2014"
    with translation.override("es"):
        assert short_fact_day(told) == "a más tardar el 24 jun 2014"
        assert fact_day_and_basis(told) == "A más tardar el 24 de junio de 2014, según una lista"


STOOD = fact("agreement", "2010-11-05", "in-force-by", basis="in-force-by")


def test_an_agreement_known_only_by_a_day_is_not_said_to_be_signed_then() -> None:
    on_record = span(
        Status.ACTIVE_UNDER_AGREEMENT, BEGAN, STOOD, agreement=AgreementStanding.IN_FORCE
    )
    assert why_line(on_record, COUNTY) == (
        "Activated on June 8, 2010; an agreement of the state with ICE was in force by November 5, "
        "2010; when it began is not known."
    )


def test_before_that_day_the_page_says_by_when_an_agreement_stood() -> None:
    before = span(Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED, BEGAN)
    assert known_later_line(before, [BEGAN, STOOD]) == (
        "An agreement of the state was in force by November 5, 2010; when it began is not known."
    )
    assert known_later_line(before, [BEGAN]) == ""
    assert (
        known_later_line(
            replace(before, own={**before.own, "agreement": AgreementStanding.IN_FORCE}), [STOOD]
        )
        == ""
    )
