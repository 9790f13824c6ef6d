"""Agencies at the desk: who may write of them where, and what becomes of what is proposed."""

from __future__ import annotations

import re

import pytest
from django.core import signing
from django.test import Client

from jurisdictions.models import Change, Proposal, Reply, Tip, Wish
from tests.people import make_person, sign_in
from tests.web.writing import faults, fields, proposal_number, sent, words

pytestmark = pytest.mark.usefixtures("few_agencies", "shipped")
COOK, LAKE = "17031", "17097"
AT_COOK = f"/287g/desk/suggest/{COOK}"
SOURCE = {"s-0-key": "lists", "reason": "It is missing."}
AGENCY = {
    "f-0-name": "Evanston Police Department",
    "f-0-level": "municipal",
    "f-0-kind": "police",
    "f-0-reach": "part-of-county",
    "f-0-geoids": "Cook County",
    "f-0-matched": "by-hand",
    "f-0-sure": "high",
    **SOURCE,
}
SIGNED = {
    "f-0-agency": "il-cook-sheriff",
    "f-0-model": "task-force",
    "f-0-signed_on": "5/14/2026",
    "f-0-basis": "list",
    **SOURCE,
}


@pytest.fixture
def advocate() -> Client:
    """Somebody who writes in Cook County alone."""
    return sign_in(Client(), make_person("contributor", COOK, name="Ana Advocate"))


@pytest.fixture
def reviewer() -> Client:
    """Somebody who decides in Cook County alone."""
    return sign_in(Client(), make_person("reviewer", COOK, name="Rita Reviewer"))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moment by which the tokens of public forms are dated; a test moves it on."""
    moment = [1_800_000_000.0]
    monkeypatch.setattr(signing.time, "time", lambda: moment[0])
    return moment


def accept(reviewer: Client, number: int) -> None:
    """The reviewer accepts what the page of the proposal shows."""
    page = reviewer.get(f"/287g/desk/proposals/{number}/")
    assert page.status_code == 200
    typed = {**fields(page), "do": "accept"}
    done = reviewer.post(f"/287g/desk/proposals/{number}/decide/", typed)
    assert done.status_code == 303, faults(done) or words(done)[:2000]


def standing(client: Client) -> dict[str, object]:
    """How Cook County stands, as the API tells it."""
    return dict(
        client.get(f"/api/v1/jurisdictions/{COOK}/?program=287g&date=2026-05-18").json()["row"]
    )


def test_a_county_offers_its_own_agencies_and_leads_to_those_of_several(advocate: Client) -> None:
    page = advocate.get(f"{AT_COOK}/")
    said = words(page)
    assert "Cook County Sheriff: Jail enforcement model, March 1, 2025" in said
    assert "Zion" not in said
    assert f'href="{AT_COOK}/agency/"' in page.text
    assert "/287g/desk/facts/agency:il-cook-sheriff/correct/" in page.text
    form = advocate.get(f"{AT_COOK}/agency_agreement/").text
    assert '<option value="il-cook-sheriff">' in form
    assert '<option value="il-zion-police">' not in form


@pytest.mark.postgresql
def test_an_agreement_goes_its_way_from_proposal_to_public_and_back(
    advocate: Client, reviewer: Client, client: Client
) -> None:
    assert standing(client)["status"] == "jail-enforcement"
    look = sent(advocate, f"{AT_COOK}/agency_agreement/", SIGNED, do="preview")
    assert "Task force" in words(look)
    number = proposal_number(sent(advocate, f"{AT_COOK}/agency_agreement/", SIGNED))
    assert Proposal.objects.get(pk=number).geoid == COOK
    accept(reviewer, number)
    assert standing(client)["status"] == "task-force"
    name = "agency_agreement:il-cook-sheriff:tfm:2026-05-14"
    place = f"/places/{COOK}-cook-county-illinois/?program=287g&date=2026-05-18"
    assert "Task force model" in words(client.get(place))
    assert "2 agreements" in words(client.get("/agencies/il-cook-sheriff/?date=2026-05-18"))
    for history in (
        f"/287g/history/{name}/",
        f"/287g/places/{COOK}-cook-county-illinois/history/",
    ):
        assert "Ana Advocate" in words(client.get(history)), history
    change = Change.objects.latest("pk").pk
    undone = reviewer.post(
        f"/287g/desk/changes/{change}/revert/", {"reason": "It was another.", "do": "revert"}
    )
    assert undone.status_code in {302, 303}, words(undone)
    assert standing(client)["status"] == "jail-enforcement"


def test_an_agency_is_recorded_with_the_places_that_it_serves_by_name(
    advocate: Client, reviewer: Client, client: Client
) -> None:
    empty = fields(advocate.get(f"{AT_COOK}/agency/"))
    assert (empty["f-0-geoids"], empty["f-0-matched"]) == ("Cook County", "by-hand")
    wrong = sent(advocate, f"{AT_COOK}/agency/", {**AGENCY, "f-0-geoids": "Cook\nNowhere County"})
    assert "“Nowhere County” is no place of Illinois on record." in words(wrong)
    number = proposal_number(sent(advocate, f"{AT_COOK}/agency/", AGENCY))
    wish = Wish.objects.get(proposal=number)
    assert wish.name == "agency:il-evanston-police-department"
    assert (wish.cells["geoid"], wish.cells["geoids"], wish.geoid) == ("17", COOK, COOK)
    accept(reviewer, number)
    assert client.get("/agencies/il-evanston-police-department/").status_code == 200
    assert '<option value="il-evanston-police-department">' in (
        advocate.get(f"{AT_COOK}/agency_agreement/").text
    )


def test_an_agency_of_several_counties_is_the_states_to_write_of(advocate: Client) -> None:
    both = {**AGENCY, "f-0-geoids": "Cook\nLake County"}
    assert sent(advocate, f"{AT_COOK}/agency/", both).status_code == 403
    assert advocate.get("/287g/desk/facts/agency:il-zion-police/correct/").status_code == 403
    assert not Proposal.objects.exists()


@pytest.mark.postgresql
def test_a_corrected_agency_shows_its_places_by_name_and_moves_what_it_signed(
    client: Client,
) -> None:
    writer = sign_in(Client(), make_person("contributor", "17"))
    decider = sign_in(Client(), make_person("reviewer", "17"))
    address = "/287g/desk/facts/agency:il-cook-sheriff/correct/"
    form = fields(writer.get(address))
    assert form["f-0-geoids"] == "Cook County"
    typed = {**form, "f-0-geoids": "Cook County\nLake County", **SOURCE}
    look = sent(writer, address, typed, do="preview")
    assert "Lake County" in words(look)
    accept(decider, proposal_number(sent(writer, address, typed)))
    lake = client.get(f"/api/v1/jurisdictions/{LAKE}/?program=287g&date=2026-05-18").json()["row"]
    assert lake["status"] == "jail-enforcement"


@pytest.mark.postgresql
def test_an_end_is_proposed_with_its_way_and_refused_without(
    advocate: Client, reviewer: Client, client: Client
) -> None:
    name = "agency_agreement:il-cook-sheriff:jem:2025-03-01"
    address = f"/287g/desk/facts/{name}/correct/"
    typed = {**fields(advocate.get(address)), "f-0-ended_on": "May 1, 2026", **SOURCE}
    without = sent(advocate, address, typed)
    assert faults(without)
    typed["f-0-ending"] = "ended-by-agency"
    accept(reviewer, proposal_number(sent(advocate, address, typed)))
    assert standing(client)["status"] != "jail-enforcement"


@pytest.mark.parametrize("kind", ["agency_agreement", "application", "agency"])
def test_every_question_of_an_agencys_forms_is_asked_in_spanish(kind: str) -> None:
    writer = sign_in(Client(), make_person("contributor", COOK, language="es"))
    page = writer.get(f"/es{AT_COOK}/{kind}/")
    assert page.status_code == 200
    for english in ("Which agency", "Which model?", "How sure", "Which places does it serve?"):
        assert english not in words(page)


def test_a_tip_from_an_agencys_page_arrives_about_that_agency(
    advocate: Client, client: Client, clock: list[float]
) -> None:
    editor = sign_in(Client(), make_person("editor", COOK))
    page = client.get("/agencies/il-cook-sheriff/").text
    way = f"/287g/places/{COOK}-cook-county-illinois/wrong/?fact=agency%3Ail-cook-sheriff"
    assert f'href="{way}"' in page
    form = fields(client.get(way))
    assert form["fact"] == "agency:il-cook-sheriff"
    clock[0] += 60
    done = client.post(way, {**form, "text": "It also serves Lake County."})
    assert done.status_code == 303, words(done)
    tip = Tip.objects.get()
    assert (tip.geoid, tip.fact) == (COOK, "agency:il-cook-sheriff")
    told = editor.get(f"/287g/desk/tips/{tip.pk}/")
    assert "Cook County Sheriff. The agency itself" in words(told)
    assert "/287g/desk/facts/agency:il-cook-sheriff/correct/?reason=" in told.text
    note = {**fields(told), "note": "Looked up: it does not.", "act": "answer"}
    editor.post(f"/287g/desk/tips/{tip.pk}/", note)
    assert "Looked up: it does not." in words(client.get("/agencies/il-cook-sheriff/"))
    assert "Say what is wrong" in words(advocate.get("/agencies/il-cook-sheriff/"))
    assert f'href="/287g/desk/suggest/{COOK}/"' in (advocate.get("/agencies/il-cook-sheriff/").text)


def test_a_verified_reply_of_an_agency_stands_on_its_page(
    reviewer: Client, client: Client, clock: list[float]
) -> None:
    way = f"/287g/places/{COOK}-cook-county-illinois/reply/?fact=agency:il-cook-sheriff"
    said = {"office": "The Sheriff", "text": "We left.", "contact": "sheriff@example.org"}
    form = fields(client.get(way))
    clock[0] += 60
    done = client.post(way, {**form, **said})
    assert done.status_code == 303, words(done)
    reply = Reply.objects.get()
    address = f"/287g/desk/replies/{reply.pk}/"
    page = reviewer.get(address)
    assert "Cook County Sheriff" in words(page)
    reviewer.post(address, {**fields(page), "reason": "Called them.", "act": "verify"})
    assert "We left." in words(client.get("/agencies/il-cook-sheriff/"))


def test_a_tip_may_name_what_any_agency_of_the_place_signed_and_the_states_laws(
    client: Client,
) -> None:
    form = client.get(f"/287g/places/{COOK}-cook-county-illinois/wrong/").text
    for name in (
        "agency_agreement:il-cook-sheriff:jem:2025-03-01",
        "agency:il-zion-police",
        "state_law:il-way-forward",
    ):
        assert f'value="{name}"' in form, name


@pytest.mark.parametrize("form", ["wrong", "reply"])
def test_a_form_offers_each_fact_of_the_place_once_and_none_of_elsewhere(
    client: Client, form: str
) -> None:
    there = "agency_agreement:il-cook-sheriff:jem:2025-03-01"
    for place in ("17031-cook-county-illinois", "17097-lake-county-illinois", "17-illinois"):
        told = client.get(f"/287g/places/{place}/{form}/").text
        options = re.findall(r'<option value="([^"]+)"', told)
        assert len(options) == len(set(options)) > 2
        assert any(one.startswith("policy_event:") for one in options)
        assert "agency:il-state-police" in options
        assert (there in options) is place.startswith("17031")
        assert not any(one.startswith(("list:", "application:nm-")) for one in options)
