"""Suggesting a new fact: the form, its faults, the look at the effect, and what is sent."""

from __future__ import annotations

import pytest
from django.test import Client

from jurisdictions.models import Proposal, Wish
from jurisdictions.read.keeping.proposals import proposal_row
from tests.people import make_person, sign_in
from tests.web.writing import (
    ASK,
    LETTER,
    REASON,
    faults,
    fields,
    proposal_number,
    request,
    sent,
    step,
    words,
)

pytestmark = pytest.mark.usefixtures("shipped")

ILLINOIS = "/secure-communities/desk/suggest/17/opt_out/"


@pytest.fixture
def texan(client: Client) -> Client:
    """A contributor of Texas, signed in."""
    return sign_in(client, make_person("contributor", "48", name="Tess Contreras"))


def wishes_of(number: int) -> list[dict[str, str]]:
    return [
        {"action": wish.action, "name": wish.name, **wish.cells}
        for wish in Wish.objects.filter(proposal=number).order_by("position")
    ]


def test_the_page_of_a_place_leads_who_works_there_to_the_desk(texan: Client) -> None:
    place, visitor = "/places/48201-harris-county-texas/", Client()
    assert 'href="/secure-communities/desk/suggest/48201/"' in texan.get(place).text
    assert "/secure-communities/desk/" not in visitor.get(place).text
    asked = visitor.get("/secure-communities/desk/suggest/48201/")
    assert asked.status_code == 302
    assert asked["Location"] == "/account/login/?next=/secure-communities/desk/suggest/48201/"


def test_who_is_signed_in_sees_what_can_be_added_and_what_is_on_record(texan: Client) -> None:
    said = texan.get("/secure-communities/desk/suggest/48201/").text
    assert 'href="/secure-communities/desk/suggest/48201/opt_out/"' in said
    assert 'href="/secure-communities/desk/facts/activation:48201/correct/"' in said
    assert 'href="/secure-communities/desk/suggest/48201/activation/"' not in said, (
        "there is one: it is corrected"
    )
    assert 'href="/secure-communities/desk/suggest/48/"' in said
    assert 'href="/secure-communities/desk/suggest/US/"' in said, (
        "federal acts are the nation's, and Texas may say what is wrong with them"
    )


def test_a_place_outside_the_region_says_which_role_is_lacking(texan: Client) -> None:
    answer = texan.get("/secure-communities/desk/suggest/17031/")
    assert answer.status_code == 403
    assert "Contributor: Cook County, Illinois" in words(answer)
    assert "Contributor: Texas" in words(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/desk/suggest/48201/agreement/",
        "/secure-communities/desk/suggest/48/activation/",
        "/secure-communities/desk/suggest/48201/nonsense/",
        "/secure-communities/desk/suggest/99999/",
    ],
)
def test_a_kind_of_fact_that_the_place_has_none_of_is_not_found(
    client: Client, address: str
) -> None:
    sign_in(client, make_person("contributor", "US"))
    assert client.get(address).status_code == 404


def test_another_step_is_added_and_taken_out_without_losing_a_word(texan: Client) -> None:
    more = fields(sent(texan, ASK, request(), "add-fact"))
    assert more["f-2-on"] == ""
    assert more["f-0-on"] == "7/13/2010"
    assert more["f-1-step"] == "refused"
    assert more["s-0-title"] == LETTER["s-0-title"]
    assert more["reason"] == REASON["reason"]
    fewer = fields(sent(texan, ASK, more, "drop-fact-0"))
    assert fewer["f-0-step"] == "refused"
    assert fewer["f-1-on"] == ""
    assert "f-2-on" not in fewer


def test_nothing_typed_is_lost_and_every_fault_is_told_on_top_and_at_its_field(
    texan: Client,
) -> None:
    typed = {**step(0, "", "early 2010", by="The court"), "s-0-find": "zzz"}
    answer = sent(texan, ASK, typed, "preview")
    told = faults(answer)
    assert told[0].startswith("What kind of step was it? Choose one.")
    assert "“early 2010” is a part of a year" in told[1]
    assert "No source on record has all of these words" in told[2]
    assert told[3] == "Why should the record change? Say why, in a sentence."
    for anchor in ("id_f-0-step", "id_f-0-on", "id_s-0-key", "id_reason"):
        assert f'href="#{anchor}"' in answer.text
        assert f'id="{anchor}"' in answer.text
        assert f'id="{anchor}_error"' in answer.text
    assert 'aria-describedby="id_f-0-on_helptext id_f-0-on_error"' in answer.text
    assert fields(answer)["f-0-on"] == "early 2010"
    assert fields(answer)["f-0-by"] == "The court"


def test_the_date_that_was_understood_is_said_in_words(texan: Client) -> None:
    said = sent(texan, ASK, {**step(0, "requested", "7/13/2010")}, "preview").text
    assert "Understood: July 13, 2010" in said
    said = sent(texan, f"/es{ASK}", {**step(0, "requested", "13/7/2010")}, "preview").text
    assert "13 de julio de 2010" in said


def test_a_search_offers_sources_and_waits_for_a_choice(texan: Client) -> None:
    found = sent(texan, ASK, {**request(), "s-0-key": "", "s-0-find": "harris sheriff"}, "preview")
    assert "One source found." in words(found)
    assert 'value="ice_harris"' in found.text
    assert "Choose one of the sources that were found" in faults(found)[0]


def test_a_source_whose_address_is_on_record_is_not_described_twice(texan: Client) -> None:
    twin = "http://www.sfbg.com/politics/2011/05/04/illinois-pulls-out-secure-communities/"
    answer = sent(texan, ASK, request(**{"s-0-url": twin}), "preview")
    assert "is on record as “Illinois pulls out of Secure Communities”" in faults(answer)[0]
    assert 'value="sfbg_il"' in answer.text


def test_the_preview_says_what_would_change_and_sends_nothing(texan: Client) -> None:
    answer = sent(texan, ASK, request(), "preview")
    said = words(answer)
    assert "Opt-out requested, July 13, 2010" in said
    assert "Objection from July 13, 2010 until September 2010 No objection Pending" in said
    assert "1 place would have another status on some days." in said
    assert answer.text.count("tl-bar status-") > 8
    assert not Proposal.objects.exists()
    # The form comes back as it was written.
    again = fields(sent(texan, ASK, fields(answer), "edit"))
    assert again["f-0-on"] == "7/13/2010"
    assert again["s-0-publisher"] == "Houston Chronicle"


def test_what_is_sent_becomes_one_proposal_with_its_new_source(texan: Client) -> None:
    number = proposal_number(sent(texan, ASK, request()))
    row = proposal_row(number)
    assert row is not None
    assert row.line.title == "Record: Opt-out request, 2 steps · Harris County, Texas"
    assert row.line.geoid == "48201"
    assert row.reason == REASON["reason"]
    source, asked, refused = wishes_of(number)
    assert source["name"] == "source:houston-chronicle-2010"
    assert source["url"] == "https://www.chron.com/letter"
    assert asked["name"] == "opt_out:harris-tx-2010:1"
    assert asked["on"] == "2010-07-13"
    assert refused["name"] == "opt_out:harris-tx-2010:2"
    assert refused["on"] == "2010-09"
    assert refused["source"] == "houston-chronicle-2010"
    assert "Sent." in words(texan.get(f"/secure-communities/desk/proposals/{number}/"))


def test_keys_are_made_and_never_given_twice(texan: Client) -> None:
    sent(texan, ASK, request())
    another = {"s-0-url": "chron.com/another", "s-0-other": "1"}
    number = proposal_number(sent(texan, ASK, request(**another)))
    names = [wish["name"] for wish in wishes_of(number)]
    assert names == [
        "source:houston-chronicle-2010-2",
        "opt_out:harris-tx-2010-2:1",
        "opt_out:harris-tx-2010-2:2",
    ]


@pytest.mark.postgresql
def test_what_others_proposed_about_the_place_is_shown_first(texan: Client) -> None:
    number = proposal_number(sent(texan, ASK, request()))
    assert f"Proposal {number}: Record: Opt-out request, 2 steps" in words(
        texan.get("/secure-communities/desk/suggest/48201/")
    )


def test_steps_are_put_in_the_order_of_their_days(texan: Client) -> None:
    typed = {
        **step(0, "refused", "September 2010"),
        **step(1, "requested", "July 13, 2010"),
        **step(2, "lapsed", ""),
        **LETTER,
        **REASON,
    }
    number = proposal_number(sent(texan, ASK, typed))
    told = [(wish.get("seq"), wish.get("step")) for wish in wishes_of(number)[1:]]
    assert told == [("1", "requested"), ("2", "refused"), ("3", "lapsed")]


def test_new_steps_go_on_with_a_request_on_record(client: Client) -> None:
    sign_in(client, make_person("contributor", "17"))
    said = client.get(ILLINOIS, {"thread": "illinois-2011"})
    assert fields(said)["thread"] == "illinois-2011"
    typed = {**step(0, "answered", "2013"), "s-0-key": "ilchron", "thread": "illinois-2011"}
    number = proposal_number(sent(client, ILLINOIS, {**typed, **REASON}))
    assert [wish["name"] for wish in wishes_of(number)] == ["opt_out:illinois-2011:5"]


def test_each_step_may_have_a_source_of_its_own(texan: Client) -> None:
    typed = {**request(), "s-1-key": "ice_harris", "f-1-from": "1"}
    _source, asked, refused = wishes_of(proposal_number(sent(texan, ASK, typed)))
    assert asked["source"] == "houston-chronicle-2010"
    assert refused["source"] == "ice_harris"
    # A step whose source is taken out falls back to the first.
    fewer = fields(sent(texan, ASK, typed, "drop-source-1"))
    assert "f-1-from" not in fewer
    assert fewer["s-0-title"] == LETTER["s-0-title"]


def test_steps_and_sources_that_were_left_empty_are_none(texan: Client) -> None:
    typed = {**request(), "f-2-on": "", "f-2-step": "", "s-1-find": "chron"}
    assert len(wishes_of(proposal_number(sent(texan, ASK, typed)))) == 3


def test_what_is_written_in_spanish_stands_in_the_spanish_column(texan: Client) -> None:
    typed = {
        **step(0, "requested", "13/7/2010", by_es="Corte de Comisionados"),
        "s-0-key": "ice_harris",
        "reason": "Falta la solicitud.",
    }
    number = proposal_number(sent(texan, f"/es{ASK}", typed))
    (asked,) = wishes_of(number)
    assert asked["on"] == "2010-07-13"
    assert asked["by_es"] == "Corte de Comisionados"
    assert "by" not in asked


def test_a_place_with_an_activation_is_led_to_correct_it(texan: Client) -> None:
    answer = texan.get("/secure-communities/desk/suggest/48201/activation/")
    assert answer["Location"] == "/secure-communities/desk/facts/activation:48201/correct/"


def test_a_federal_act_is_recorded_for_the_nation(client: Client) -> None:
    sign_in(client, make_person("contributor", "US"))
    typed = {
        "f-0-title": "Letter to governors",
        "f-0-on": "May 2011",
        "f-0-effect": "context",
        "s-0-key": "ilchron",
        **REASON,
    }
    number = proposal_number(
        sent(client, "/secure-communities/desk/suggest/US/policy_event/", typed)
    )
    assert wishes_of(number)[0]["name"] == "policy_event:letter-to-governors-2011"
    assert Proposal.objects.get(pk=number).geoid == "US"


def test_a_local_measure_is_named_after_who_acted(texan: Client) -> None:
    typed = {
        "f-0-kind": "resolution",
        "f-0-place": "Houston",
        "f-0-on": "June 2011",
        "f-0-outcome": "adopted",
        "s-0-key": "ice_harris",
        **REASON,
    }
    number = proposal_number(
        sent(texan, "/secure-communities/desk/suggest/48201/local_measure/", typed)
    )
    assert wishes_of(number)[0]["name"] == "local_measure:houston-2011-06-resolution"


def test_a_number_may_be_written_with_commas(texan: Client) -> None:
    typed = {
        "f-0-metric": "removals",
        "f-0-value": "1,510",
        "f-0-unit": "persons",
        "f-0-as_of": "2011",
        "s-0-key": "ice_harris",
        **REASON,
    }
    number = proposal_number(
        sent(texan, "/secure-communities/desk/suggest/48201/reported_figure/", typed)
    )
    assert wishes_of(number)[0]["value"] == "1510"


def test_a_source_can_be_recorded_alone(texan: Client) -> None:
    typed = {"f-0-title": "A letter", "f-0-published_on": "2010", **REASON}
    number = proposal_number(sent(texan, "/secure-communities/desk/suggest/48201/source/", typed))
    assert wishes_of(number)[0]["name"] == "source:a-letter-2010"


def test_what_the_record_refuses_is_told_at_its_field(texan: Client) -> None:
    typed = {**request(), "f-0-instrument": "letter", "f-0-locator": "p" * 201}
    answer = sent(texan, ASK, typed, "preview")
    assert any("200" in fault for fault in faults(answer))
    long = "Houston" * 20
    typed = {
        "f-0-kind": "resolution",
        "f-0-place": long,
        "f-0-outcome": "adopted",
        "s-0-key": "ice_harris",
        **REASON,
    }
    answer = sent(texan, "/secure-communities/desk/suggest/48201/local_measure/", typed, "preview")
    assert "Which place acted: Is 140 characters long; 100 are the most." in faults(answer)


def test_the_end_of_a_period_lies_behind_its_beginning(texan: Client) -> None:
    typed = {
        "f-0-activated_on": "2010",
        "f-0-deactivated_on": "2009",
        "s-0-key": "ice_harris",
        **REASON,
    }
    answer = sent(
        texan, "/secure-communities/desk/facts/activation:48201/correct/", typed, "preview"
    )
    assert faults(answer) == ["When it stopped: This lies before “When sharing began”."]


def test_a_program_that_there_is_not_has_no_form(texan: Client) -> None:
    assert texan.get(ASK.replace("/secure-communities/", "/nonsense/")).status_code == 404


@pytest.mark.usefixtures("empty_record")
def test_before_the_first_edition_there_is_nothing_to_change(client: Client) -> None:
    sign_in(client, make_person("contributor", "48"))
    assert client.get(ASK).status_code == 404


def test_another_source_is_added_and_one_can_be_searched_for_each(texan: Client) -> None:
    more = sent(texan, ASK, request(), "add-source")
    assert "Source 1: Commissioners ask to leave" in words(more)
    typed = {**fields(more), "s-1-find": "ice harris"}
    found = sent(texan, ASK, typed, "find-source-1")
    assert 'value="ice_harris"' in found.text
    chosen = {**fields(found), "s-1-key": "ice_harris"}
    again = sent(texan, ASK, chosen, "add-fact")
    assert "Source 2: Harris County Sheriff" in words(again)


def test_an_act_without_its_english_title_takes_the_spanish_one(client: Client) -> None:
    sign_in(client, make_person("contributor", "US"))
    typed = {"f-0-title_es": "Carta", "f-0-effect": "context", "s-0-key": "ilchron", **REASON}
    number = proposal_number(
        sent(client, "/es/secure-communities/desk/suggest/US/policy_event/", typed)
    )
    assert wishes_of(number)[0]["title"] == "Carta"
    nothing = {name: text for name, text in typed.items() if name != "f-0-title_es"}
    answer = sent(
        client, "/es/secure-communities/desk/suggest/US/policy_event/", nothing, "preview"
    )
    assert 'href="#id_f-0-title_es"' in answer.text


def test_a_number_that_is_none_is_told(texan: Client) -> None:
    typed = {"f-0-value": "about 40", **REASON}
    answer = sent(
        texan, "/secure-communities/desk/suggest/48201/reported_figure/", typed, "preview"
    )
    assert "The number: Write a whole number in digits." in faults(answer)


def test_a_web_address_that_is_none_is_told(texan: Client) -> None:
    answer = sent(texan, ASK, request(**{"s-0-url": "the paper of Monday"}), "preview")
    assert faults(answer)[0].startswith("Web address: Write a web address such as")


@pytest.mark.postgresql
def test_a_county_contributor_is_shown_what_lies_in_their_county_only(client: Client) -> None:
    sign_in(client, make_person("contributor", "48201"))
    said = client.get("/secure-communities/desk/suggest/48201/").text
    assert 'href="/secure-communities/desk/suggest/48/"' not in said
    assert "/places/48201-harris-county-texas/" in client.get("/secure-communities/desk/").text
    sign_in(client, make_person("contributor", "US"))
    nation = client.get("/secure-communities/desk/suggest/US/").text
    assert 'href="/secure-communities/desk/suggest/US/policy_event/"' in nation
    assert (
        'href="/secure-communities/desk/suggest/US/"'
        in client.get("/secure-communities/desk/suggest/48201/").text
    )
    assert (
        'href="/secure-communities/jurisdictions/"' in client.get("/secure-communities/desk/").text
    )


@pytest.mark.parametrize(
    "odd",
    [
        {"first": "x", "made": "a b", "thread": "nonsense"},
        {"base": "9" * 30, "over": "\x00", "seen": "²"},
        {"f-0-from": "99", "f-1-from": "-1", "s-0-made": "a b"},
        {"f-00-on": "2010", "f-7-nonsense": "x", "s-9-key": "nonsense"},
        {"do": "drop-source-99"},
    ],
)
def test_what_no_form_of_ours_would_send_breaks_nothing(texan: Client, odd: dict[str, str]) -> None:
    for address in (ASK, "/secure-communities/desk/facts/activation:48201/correct/"):
        for do in ("preview", "send", "add-source"):
            answer = texan.post(address, {**request(), "do": do, **odd})
            assert answer.status_code in {200, 303}
