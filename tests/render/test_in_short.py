"""The three lines that a place's section begins with: short, whole, and only what is on record."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils.translation import override

from jurisdictions.read.asking import ask
from jurisdictions.read.place_records import span_at
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.spans import standing
from jurisdictions.read.timelines import timeline_of
from jurisdictions.render.programs.in_short import WORDS, InShort, in_short

pytestmark = [pytest.mark.usefixtures("both_programs"), pytest.mark.django_db]

TODAY = date(2026, 11, 26)
SC, SECTION_287G = "secure-communities", "287g"


def told(program: str, geoid: str, language: str = "en", day: str = "", known: str = "") -> InShort:
    with override(language), in_program(program):
        as_of = ask(program=program, date=day, known=known, language=language, today=TODAY)
        return in_short(as_of, places_of(as_of)[geoid], timeline_of(as_of, geoid))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("program", [SC, SECTION_287G])
def test_every_place_is_answered_in_three_lines_of_sixty_words(program: str, language: str) -> None:
    with override(language), in_program(program):
        day = "2026-05-18" if program == SECTION_287G else ""
        as_of = ask(program=program, date=day, language=language, today=TODAY)
        standing(as_of)
        places = places_of(as_of)
        assert len(places) > 3200
        for geoid, place in places.items():
            lines = in_short(as_of, place, timeline_of(as_of, geoid))
            assert len(lines.text.split()) <= WORDS, lines
            assert all(re.fullmatch(r"[A-ZÁÉÍÓÚ0-9¿].*\.", line) for line in lines), lines
            assert not re.search(r"%\(|None\b(?! had)|  |\.\.| [,;.]", lines.text), lines


def test_a_sheriff_who_asked_three_times_was_told_no() -> None:
    assert told(SC, "06075") == (
        "Yes. Fingerprints taken here were shared with ICE.",
        "From June 8, 2010 to November 20, 2014, and again from January 25, 2017 to January 20,"
        " 2021.",
        "It asked three times not to take part (Sheriff Michael Hennessey, first May 18, 2010);"
        " the last answer was no (ICE, November 9, 2010). A local measure limits ICE's detainers"
        " (June 1, 2011).",
    )
    assert told(SC, "06075", "es") == (
        "Sí. Las huellas tomadas aquí se compartían con ICE.",
        "Del 8 de junio de 2010 al 20 de noviembre de 2014, y otra vez del 25 de enero de 2017 al"
        " 20 de enero de 2021.",
        "Pidió tres veces no participar (el alguacil Michael Hennessey, la primera, 18 may 2010);"
        " la última respuesta fue no (ICE, 9 nov 2010).",
    )


def test_on_a_day_on_which_prints_were_not_shared_the_answer_says_so_and_when_they_were() -> None:
    assert told(SC, "17031", day="2011-08-05")[:2] == (
        "Not yet on August 5, 2011; later yes: from January 22, 2013, fingerprints taken here were"
        " shared with ICE.",
        "Until November 20, 2014, and again from January 25, 2017 to January 20, 2021.",
    )
    assert told(SC, "12035", day="2016-01-01").whether == (
        "Not on January 1, 2016; before and later yes: fingerprints taken here were shared with"
        " ICE."
    )
    assert told(SC, "12035", day="2026-01-01").whether == (
        "Not any more on January 1, 2026; before, yes: fingerprints taken here were shared with"
        " ICE."
    )


def test_in_spanish_such_a_day_is_told_with_the_same_content() -> None:
    assert told(SC, "17031", "es", day="2011-08-05") == (
        "El 5 ago 2011 todavía no; después sí: desde el 22 ene 2013 las huellas tomadas aquí se"
        " compartían con ICE.",
        "Hasta el 20 nov 2014, y otra vez de 2017 a 2021.",
        "Illinois pidió no participar (4 may 2011); la respuesta fue no (el DHS, may 2011), luego"
        " pidió de nuevo, luego el programa siguió adelante (ICE).",
    )
    assert told(SC, "51515", "es", day="2011-01-01").whether.startswith("Sí. ")
    assert told(SC, "51515", "es", day="2009-01-01").whether == (
        "El 1 de enero de 2009 todavía no; después sí: desde el 15 de junio de 2010 las huellas"
        " tomadas aquí se compartían con ICE."
    )
    assert told(SC, "51515", "es", day="2016-01-01").whether.startswith(
        "El 1 de enero de 2016 ya no; antes sí: las huellas"
    )


def test_a_day_that_the_other_lines_name_is_not_said_twice() -> None:
    assert told(SC, "12035", day="2014-11-20").whether.startswith("Not on this day; before and")
    assert told(SC, "12035", "es", day="2021-01-20").whether.startswith("Ese día ya no; antes sí")


DAYS = (
    "2009-01-01",
    "2010-08-01",
    "2011-08-05",
    "2012-06-05",
    "2014-11-20",
    "2018-01-01",
    "2026-01-01",
)
DATES = re.compile(r"[A-Z][a-z]+ \d+, \d{4}|\d+ (?:de )?[a-z]+ (?:de )?\d{4}")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("day", DAYS)
def test_no_answer_contradicts_the_status_of_its_day(day: str, language: str) -> None:
    yes = {"en": "Yes", "es": "Sí"}[language]
    with override(language), in_program(SC):
        as_of = ask(program=SC, date=day, language=language, today=TODAY)
        standing(as_of)
        for geoid, place in places_of(as_of).items():
            spans = timeline_of(as_of, geoid)
            lines = in_short(as_of, place, spans)
            active = str(span_at(spans, as_of.on).status).startswith("active")
            assert lines.whether.startswith(yes) == active, (geoid, lines)
            assert len(lines.text.split()) <= WORDS, (geoid, lines)
            dates = [*DATES.findall(lines.whether), *DATES.findall(lines.when)]
            assert len(dates) == len(set(dates)), (geoid, lines)
            assert language == "en" or not re.search(r"\b(then|the|yes)\b", lines.text), lines


AT_WORK = {"task-force", "jail-enforcement", "model-not-recorded", "warrant-service"}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "day", ["2005-01-01", "2010-06-01", "2020-01-01", "2025-06-01", "2026-05-18"]
)
def test_no_answer_of_287g_contradicts_the_status_of_its_day(day: str, language: str) -> None:
    yes = {"en": "Yes", "es": "Sí"}[language]
    with override(language), in_program(SECTION_287G):
        as_of = ask(program=SECTION_287G, date=day, language=language, today=TODAY)
        standing(as_of)
        for geoid, place in places_of(as_of).items():
            spans = timeline_of(as_of, geoid)
            lines = in_short(as_of, place, spans)
            at_work = str(span_at(spans, as_of.on).status) in AT_WORK
            # A state's own agencies are told as such, and are none of its counties'.
            if at_work or not place.is_state:
                assert lines.whether.startswith(yes) == at_work, (geoid, lines)


def test_what_came_of_asking_is_told_in_turn() -> None:
    assert told(SC, "11").refusal == (
        "It asked not to take part (May 4, 2010); it was let out (District of"
        " Columbia and ICE, July 2010), then the program went ahead anyway (ICE)."
    )
    assert "then the request was withdrawn (Arlington County" in told(SC, "51013").refusal
    assert told(SC, "37135").refusal == (
        "It asked not to take part (Orange County, January 2009); the answer was no (ICE, January"
        " 2009)."
    )


def test_a_states_request_is_told_at_its_county_under_the_states_name() -> None:
    assert told(SC, "17031", "es").refusal.startswith("Illinois pidió no participar (4 may 2011)")
    assert told(SC, "17").refusal.startswith("It asked not to take part")


def test_a_request_after_a_refusal_is_told_after_it() -> None:
    assert told(SC, "17031").refusal == (
        "Illinois asked not to take part (May 4, 2011); the answer was no (DHS, May 2011), then it"
        " asked again, then the program went ahead anyway (ICE)."
    )


def test_a_county_that_chose_to_take_part_borrows_no_request_of_its_state() -> None:
    assert told(SC, "36103").refusal == (
        "It chose to take part (County Executive Steve Levy, June 2, 2011), though New York asked"
        " not to."
    )
    assert told(SC, "09001").refusal.startswith("It chose to take part (Fairfield County")


def test_where_nobody_asked_it_is_said_that_none_is_on_record() -> None:
    assert told(SC, "12035").refusal == (
        "No request not to take part is on record. The federal government said that taking part was"
        " not optional (October 6, 2010)."
    )
    assert "It asked about leaving" in told(SC, "41051").refusal


def test_of_a_state_that_did_not_ask_it_is_said_how_many_of_its_places_did() -> None:
    asked = "The state itself made no request on record; {} of its jurisdictions asked not to take"
    assert told(SC, "06").refusal.startswith(asked.format(2))
    assert told(SC, "51").refusal.startswith(asked.format("one"))
    assert told(SC, "06", language="es").refusal.startswith(
        "No se encontró ninguna solicitud del estado para no participar; la presentaron 2 de sus"
    )
    # Where none asked, and where the state did, it stands as it did.
    assert told(SC, "12").refusal.startswith("No request not to take part is on record.")
    assert told(SC, "17").refusal.startswith("It asked not to take part (May 4, 2011)")


def test_what_came_out_later_is_not_told_as_known_on_an_earlier_day() -> None:
    known = told(SC, "06075", day="2010-06-10", known="2010-06-12")
    assert known.when == "From June 8, 2010 on."
    assert known.whether == "Yes. Fingerprints taken here are shared with ICE."
    assert "asked twice not to take part" in known.refusal


def test_a_place_without_an_activation_is_told_as_far_as_is_on_record() -> None:
    guam = told(SC, "66")
    assert guam.whether.startswith("No, as far as is on record")
    assert guam.when == "Elsewhere the program ran from 2008 to 2014, and again from 2017 to 2021."


def test_a_state_tells_both_ends_and_how_many_shared_on_the_day() -> None:
    assert told(SC, "17", day="2011-08-05")[:2] == (
        "Yes, in 26 of 102 jurisdictions on August 5, 2011: prints were shared with ICE.",
        "The first from November 24, 2009, all 102 from January 22, 2013, until November 20, 2014,"
        " and again from 2017 to 2021.",
    )
    assert told(SC, "17", "es", day="2011-08-05")[:2] == (
        "Sí, el 5 ago 2011 en 26 de 102 jurisdicciones: se compartían huellas con ICE.",
        "La primera desde el 24 nov 2009, las 102 desde el 22 ene 2013, hasta el 20 nov 2014, y"
        " otra vez de 2017 a 2021.",
    )
    asked = "Pidió no participar (4 may 2011); la respuesta fue no, luego pidió de nuevo,"
    assert told(SC, "17", "es", day="2011-08-05").refusal.startswith(asked)
    assert told(SC, "48", day="2008-10-01").whether == (
        "Not yet on October 1, 2008; later yes: in all 254 jurisdictions fingerprints were shared"
        " with ICE."
    )


def test_a_state_tells_how_many_of_its_places() -> None:
    assert told(SC, "48").whether == (
        "Yes, in all 254 jurisdictions: their fingerprints were shared with ICE."
    )


def test_the_agencies_of_a_county_are_told_by_name_the_first_to_sign_first() -> None:
    flagler = told(SECTION_287G, "12035", day="2026-05-18")
    assert flagler == (
        "Yes, 3 agencies work for ICE: Flagler County Sheriff's Office; Bunnell Police Department;"
        " Flagler Beach Police Department.",
        "Task force model since February 26, 2025; warrant service model since September 9, 2019.",
        "State law requires agreements, since February 2025: SB 2-C (chapter 2025-1).",
    )
    assert told(SECTION_287G, "12086", day="2026-05-18").whether.startswith("Yes, ")


def test_one_agency_is_told_by_name_with_its_model_and_since_when() -> None:
    assert told(SECTION_287G, "21041", day="2026-04-01")[:2] == (
        "Yes: Carroll County Sheriff's Office works for ICE.",
        "Task force model since February 23, 2026; warrant service model since February 23, 2026.",
    )


def test_a_county_whose_agreements_are_over_tells_which_was_the_last() -> None:
    assert told(SECTION_287G, "06037", day="2026-05-18")[:2] == (
        "No longer, as far as is on record: the last agreement, of Los Angeles County Sheriff's"
        " Office, ended on April 1, 2015.",
        "3 agreements are on record, the first in force since February 1, 2005.",
    )


def test_only_the_states_agencies_are_told_as_such() -> None:
    sublette = told(SECTION_287G, "56035", day="2026-05-18")
    assert sublette.whether == (
        "No local agency, as far as is on record; one of the state works for ICE: Wyoming State"
        " Highway Patrol."
    )


def test_a_law_of_which_nobody_knows_since_when_it_counts_is_told_as_such() -> None:
    oregon = told(SECTION_287G, "41051", day="2026-05-18")
    assert oregon.refusal == (
        "A state law is on record, but not since when it counts: forbids agreements."
    )
    assert oregon.when == "None had signed an agreement by May 18, 2026."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The first from November 24, 2009, at most 8 of 102 from April 13, 2010."),
        (
            "es",
            "La primera desde el 24 de noviembre de 2009, a lo sumo 8 de 102 desde el 13 de abril"
            " de 2010.",
        ),
    ],
)
def test_of_a_state_that_never_shared_whole_the_most_that_did_are_told(
    language: str, said: str
) -> None:
    assert told(SC, "17", language, day="2010-08-01", known="2010-08-01").when == said


@pytest.mark.parametrize(("language", "all_of"), [("en", "all 102 from"), ("es", "las 102 desde")])
def test_of_a_state_that_once_shared_whole_nothing_is_at_most(language: str, all_of: str) -> None:
    when = told(SC, "17", language).when
    assert all_of in when
    assert "at most" not in when
    assert "a lo sumo" not in when
