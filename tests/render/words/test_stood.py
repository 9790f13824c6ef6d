"""Said and done: the sentence that counts the days between what a place did and federal acts."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from jurisdictions.read.agencies.at_a_place import at_a_place
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.asking import ask
from jurisdictions.read.places import places_of
from jurisdictions.read.records import fact_of, facts_of_kinds
from jurisdictions.render.programs.section_287g.told import told_of
from jurisdictions.render.words.stood import rule_text, stood_sentence
from jurisdictions.status.programs.secure_communities.vocabulary import OptOutStepKind

pytestmark = [pytest.mark.usefixtures("both_programs"), pytest.mark.django_db]

TODAY = date(2026, 11, 26)
ARLINGTON = "opt_out:arlington-2010:1"


def said(name: str, language: str = "en", known: str = "") -> str:
    with override(language):
        as_of = ask(program="secure-communities", known=known, language=language, today=TODAY)
        fact = fact_of(as_of, name)
        assert fact
        return stood_sentence(fact)


def signed(key: str, language: str = "en") -> str:
    with override(language):
        as_of = ask(program="287g", language=language, today=TODAY)
        rows = {one.key: one for one in agency_record(as_of).agreements}
        return stood_sentence(rows[key])


def test_arlington_voted_between_the_paper_that_said_how_and_the_secretary() -> None:
    assert said(ARLINGTON) == (
        "Arlington County voted not to take part 42 days after ICE published how to opt out, "
        "8 days before Secretary Janet Napolitano said that there was no opting out."
    )
    assert said(ARLINGTON, "es") == (
        "El condado de Arlington votó por no participar 42 días después de que ICE publicara los "
        "pasos para no participar, 8 días antes de que la secretaria Janet Napolitano dijera que "
        "no había opción de no participar."
    )


def test_the_next_day_there_was_no_way_out_any_more() -> None:
    assert said("opt_out:arlington-2010:2") == (
        "Arlington County asked not to take part 1 day after Secretary Janet Napolitano said that "
        "there was no opting out, 302 days before ICE canceled every state agreement."
    )


def test_what_was_not_known_yet_is_not_told() -> None:
    assert said(ARLINGTON, known="2010-10-01") == (
        "Arlington County voted not to take part 42 days after ICE published how to opt out."
    )


def test_days_are_not_counted_where_the_record_does_not_know_them() -> None:
    assert said("agreement:ma:1") == (
        "Massachusetts said that it would sign an agreement after Secretary Janet Napolitano said "
        "that there was no opting out (October 6, 2010), before ICE canceled every state agreement "
        "(August 5, 2011)."
    )
    assert said("opt_out:washington-2010:1") == ""


def test_the_rule_is_named_with_its_days() -> None:
    as_of = ask(program="secure-communities", today=TODAY)
    fact = fact_of(as_of, ARLINGTON)
    assert fact
    assert fact.stood
    assert rule_text(fact.stood) == (
        "Federal rule then: “Secure Communities: Setting the Record Straight” (August 17, 2010). "
        "What took its place: “Statement that the program is not opt-in/opt-out” (October 6, 2010)."
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_request_of_a_known_day_is_told_and_no_answer_of_the_government_is(
    language: str,
) -> None:
    with override(language):
        as_of = ask(program="secure-communities", language=language, today=TODAY)
        for fact in facts_of_kinds(as_of, ["opt_out"]):
            theirs = fact.word in {OptOutStepKind.REQUESTED, OptOutStepKind.INQUIRED}
            known = bool(fact.on and fact.on.is_day)
            if theirs and known:
                assert stood_sentence(fact).endswith("."), fact.name
            elif fact.word in {OptOutStepKind.REFUSED, OptOutStepKind.OVERRIDDEN}:
                assert stood_sentence(fact) == ""


def test_a_limit_on_detainers_rests_on_no_rule_of_taking_part() -> None:
    assert said("local_measure:cook-county-2011-09-detainer-limit") == ""


def told_at(geoid: str, day: str, key: str) -> str:
    as_of = ask(program="287g", date=day, today=TODAY)
    seen = at_a_place(as_of, places_of(as_of)[geoid])
    return next(one.federal for one in told_of(seen.local, (), as_of) if one.row.key == key)


def test_a_place_tells_of_its_agreements_alike_and_not_what_came_later() -> None:
    key = "ar-benton-county-sheriff-office:jem-tfm:2007-09-26"
    assert told_at("05007", "2013-01-01", key) == (
        "It was signed 4,013 days after Congress allowed such agreements, 1,913 days before ICE "
        "said that it would renew none with a task force."
    )
    assert told_at("05007", "2010-01-01", key) == (
        "It was signed 4,013 days after Congress allowed such agreements."
    )


def test_an_agreement_is_told_against_what_ice_offered() -> None:
    assert signed("al-autauga-county-sheriff-office:tfm:2025-09-22") == (
        "It was signed 245 days after President Trump asked for more agreements and this model was "
        "offered again."
    )
    assert signed("fl-brevard-county-sheriff-office:wso:2019-05-06") == (
        "It was signed on the day of “The warrant service officer model begins”."
    )
    assert signed("al-autauga-county-sheriff-office:jem:2025-09-22") == ""
    assert signed("al-autauga-county-sheriff-office:tfm:2025-09-22", "es").startswith(
        "Se firmó 245 días después de que el presidente Trump pidiera más acuerdos"
    )
