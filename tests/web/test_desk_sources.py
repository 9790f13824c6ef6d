"""Sources in the forms: files attached, twins offered as one, proposed ones used by others."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from jurisdictions.models import Citation, OptOutStep, Proposal, Source, SourceFile, Wish
from tests.people import make_person, sign_in
from tests.record.evidence_files import letter
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

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
DECIDE = "/secure-communities/desk/proposals/{}/decide/"


def signed(role: str, name: str) -> Client:
    return sign_in(Client(), make_person(role, "48", name=name))


@pytest.fixture
def texan() -> Client:
    return signed("contributor", "Tess Contreras")


@pytest.fixture
def reviewer() -> Client:
    return signed("reviewer", "Rita Reyes")


def decide(reviewer: Client, number: int, do: str = "accept", note: str = "No.") -> HttpResponse:
    typed = {"do": do, "note": note, "revision": "1"}
    return reviewer.post(DECIDE.format(number), typed)


def test_a_file_goes_with_the_form_from_page_to_page(texan: Client, reviewer: Client) -> None:
    file = SimpleUploadedFile("letter.pdf", letter())
    look = texan.post(ASK, {**request(), "s-0-file": file, "s-0-public": "1", "do": "preview"})
    held = fields(look)
    waiting = SourceFile.objects.get()
    assert (held["s-0-files"], waiting.source) == (str(waiting.pk), "")
    mine = f"/secure-communities/sources/-/files/{waiting.pk}/"
    assert texan.get(mine).content == letter()
    assert reviewer.get(mine).status_code == 404
    number = proposal_number(sent(texan, ASK, held))
    waiting.refresh_from_db()
    assert (waiting.source, waiting.proposal_id) == ("houston-chronicle-2010", number)
    here = f"/secure-communities/sources/{waiting.source}/files/{waiting.pk}/"
    assert [one.get(here).status_code for one in (texan, reviewer, Client())] == [200, 200, 404]
    page = reviewer.get(f"/secure-communities/desk/proposals/{number}/").text
    assert f'href="{here}"' in page
    assert decide(reviewer, number).status_code == 303
    # Its author let everybody see it, and a reviewer has looked at it.
    assert Client().get(here).status_code == 200
    assert here in Client().get(f"/secure-communities/sources/{waiting.source}/").text


def test_a_file_that_is_not_taken_is_told_and_the_form_stays(texan: Client) -> None:
    file = SimpleUploadedFile("letter.svg", b"<svg/>")
    back = texan.post(ASK, {**request(), "s-0-file": file, "do": "preview"})
    assert any("SVG pictures can hold scripts" in one for one in faults(back))
    assert fields(back)["s-0-title"] == LETTER["s-0-title"]
    unsaid = words(texan.post(ASK, {"reason": "x", "do": "preview"}))
    assert "Choose the source, or describe a new one." in unsaid
    assert "['" not in unsaid
    assert not SourceFile.objects.exists()
    kept = texan.post(
        ASK, {**request(), "s-0-file": SimpleUploadedFile("a.txt", b"hi"), "do": "add-fact"}
    )
    number = SourceFile.objects.get().pk
    assert fields(kept)["s-0-files"] == str(number)
    dropped = texan.post(ASK, {**fields(kept), "do": f"drop-file-0-{number}"})
    assert fields(dropped)["s-0-files"] == ""
    assert not SourceFile.objects.exists()


def test_nobody_sends_the_file_of_another(texan: Client) -> None:
    other = signed("contributor", "Otto")
    other.post(ASK, {**request(), "s-0-file": SimpleUploadedFile("a.txt", b"hi"), "do": "preview"})
    theirs = SourceFile.objects.get()
    number = proposal_number(sent(texan, ASK, {**request(), "s-0-files": str(theirs.pk)}))
    theirs.refresh_from_db()
    assert (theirs.source, theirs.proposal_id, number > 0) == ("", None, True)
    texan.post(ASK, {**request(), "s-0-files": str(theirs.pk), "do": f"drop-file-0-{theirs.pk}"})
    assert SourceFile.objects.filter(pk=theirs.pk).exists()


TWINS = {
    "the address": {"s-0-url": "http://chron.com/letter/?utm_source=x#top", "s-0-title": "Else"},
    "a copy of it": {
        "s-0-url": "https://web.archive.org/web/20110805120000/http://www.chron.com/letter",
        "s-0-title": "Else",
    },
    "title and day": {"s-0-url": "", "s-0-title": "Commissioners ask to leave."},
}


@pytest.mark.parametrize("way", sorted(TWINS))
def test_a_source_that_is_proposed_already_is_offered_instead(
    texan: Client, reviewer: Client, way: str
) -> None:
    first = proposal_number(sent(texan, ASK, request()))
    again = sent(texan, ASK, {**request(), **TWINS[way]})
    assert len(faults(again)) == 1, faults(again)
    page = words(again)
    assert "It is another source" in page
    assert f"only proposed so far, in proposal {first}" in page
    # Who says that it is another one goes on.
    insisting = {**request(), **TWINS[way], "s-0-other": "1"}
    other = proposal_number(sent(texan, ASK, insisting))
    assert Wish.objects.filter(proposal=other, name="source:houston-chronicle-2010-2").exists()
    del reviewer


def resting_on_the_first(texan: Client) -> int:
    """A second proposal that rests on the source that the first one brings."""
    typed = {**step(0, "requested", "2011-02-01", by="The sheriff"), **REASON}
    return proposal_number(
        sent(texan, ASK, {**typed, "s-0-key": "houston-chronicle-2010", "thread": ""})
    )


def standing(key: str = "houston-chronicle-2010") -> int:
    return Source.objects.current().filter(key=key).count()


def test_two_proposals_rest_on_one_new_source_and_the_first_accepted_records_it(
    texan: Client, reviewer: Client
) -> None:
    first = proposal_number(sent(texan, ASK, request()))
    second = resting_on_the_first(texan)
    listed = "/secure-communities/desk/sources.json"
    assert "houston-chronicle-2010" in texan.get(listed).text
    assert "houston-chronicle-2010" not in Client().get(listed).text
    page = reviewer.get(f"/secure-communities/desk/proposals/{second}/").text
    assert "wishes to change the same" not in page
    assert decide(reviewer, second).status_code == 303
    assert standing() == 1
    # The first one records its facts; the source is there, word for word.
    decided = decide(reviewer, first)
    assert decided.status_code == 303, words(decided)
    assert Proposal.objects.get(pk=first).status == "accepted"
    cited = Citation.objects.current().filter(source__key="houston-chronicle-2010")
    assert (standing(), cited.count()) == (1, 3)


def test_a_source_stays_with_the_second_proposal_when_the_first_is_rejected(
    texan: Client, reviewer: Client
) -> None:
    first = proposal_number(sent(texan, ASK, request()))
    second = resting_on_the_first(texan)
    assert decide(reviewer, first, "reject").status_code == 303
    assert standing() == 0
    assert decide(reviewer, second).status_code == 303
    assert standing() == 1
    step_on_record = OptOutStep.objects.current().get(geoid="48201")
    cited = Citation.objects.current().get(fact_id=step_on_record.fact_id)
    assert cited.source.key == "houston-chronicle-2010"


def test_words_and_page_stand_beside_the_fact_in_the_language_of_the_source(
    texan: Client, reviewer: Client
) -> None:
    typed = {
        **request(),
        "f-0-locator": "p. 4",
        "f-0-quote": "Pedimos salir del programa.",
        "s-0-language": "es",
        "s-0-archive_url": "http://web.archive.org/web/20110805120000/http://www.chron.com/letter",
    }
    assert decide(reviewer, proposal_number(sent(texan, ASK, typed))).status_code == 303
    page = Client().get("/places/48201-harris-county-texas/").text
    assert '<q lang="es">Pedimos salir del programa.</q>' in page
    assert "In the source: p. 4." in page
    kept = "https://web.archive.org/web/20110805120000/http://www.chron.com/letter"
    for address in (
        "/places/48201-harris-county-texas/",
        "/secure-communities/sources/",
        "/secure-communities/sources/houston-chronicle-2010/",
        "/secure-communities/sources.csv",
        "/secure-communities/sources/houston-chronicle-2010.json",
        "/api/v1/sources/?page_size=200",
    ):
        assert kept in Client().get(address, follow=True).text, address


def test_an_address_that_is_no_copy_is_refused(texan: Client) -> None:
    typed = {**request(), "s-0-archive_url": "https://archive.example/20110805/x"}
    assert any("web.archive.org/web/" in one for one in faults(sent(texan, ASK, typed)))


def test_a_fact_that_is_there_already_is_said_before_it_is_sent(
    texan: Client, reviewer: Client
) -> None:
    first = proposal_number(sent(texan, ASK, request()))
    same = {**request(), "s-0-key": "houston-chronicle-2010"}
    look = sent(texan, ASK, same, "preview")
    told = words(look)
    assert "All of this is there already" in told
    assert f'href="/secure-communities/desk/proposals/{first}/"' in look.text
    assert 'value="send"' not in look.text
    assert any("an open proposal says the same" in one for one in faults(sent(texan, ASK, same)))
    # Another outcome is another fact, though it looks alike: its author goes on.
    other = {**same, "f-0-step": "resolution", "f-1-by": "DHS"}
    assert "All of this is there already" not in words(sent(texan, ASK, other, "preview"))
    from_elsewhere = {**request(), "s-0-title": "Else", "s-0-url": "https://example.org/else"}
    seen = sent(texan, ASK, from_elsewhere, "preview")
    assert "says the same, from another source" in words(seen)
    assert 'value="send"' in seen.text
    # On record, it is told with the way to the fact.
    decide(reviewer, first)
    again = sent(texan, ASK, same, "preview")
    assert "the record says the same" in words(again)
    assert "/secure-communities/history/opt_out:harris-tx-2010:1/" in again.text


def test_two_sources_become_one_and_nothing_is_lost(texan: Client, reviewer: Client) -> None:
    number = proposal_number(sent(texan, ASK, request()))
    decide(reviewer, number)
    twin = {**request(), "s-0-other": "1", "f-0-on": "2012-02-01", "f-1-on": "2012-03-01"}
    file = SimpleUploadedFile("letter.pdf", letter())
    look = texan.post(ASK, {**twin, "s-0-file": file, "do": "preview"})
    decide(reviewer, proposal_number(sent(texan, ASK, fields(look))))
    gone, stays = "houston-chronicle-2010-2", "houston-chronicle-2010"
    here = f"/secure-communities/desk/sources/{stays}/"
    assert gone in reviewer.get("/secure-communities/desk/sources/").text
    assert f"/secure-communities/desk/sources/{gone}/" in texan.get(here).text
    act = {"act": "unite", "other": gone, "reason": "It is one letter."}
    assert texan.post(here, act).status_code == 403
    assert reviewer.post(here, {**act, "reason": ""}).status_code == 400
    before = Citation.objects.count()
    assert reviewer.post(here, act).status_code == 303
    assert (standing(gone), standing(stays)) == (0, 1)
    assert Citation.objects.current().filter(source__key=stays).count() == 4
    # What was said before is still there, superseded.
    assert Citation.objects.filter(source__key=gone).count() == 2
    assert Citation.objects.count() == before + 2
    assert SourceFile.objects.get().source == stays
    led = Client().get(f"/secure-communities/sources/{gone}/")
    assert (led.status_code, led["Location"]) == (301, f"/secure-communities/sources/{stays}/")
    assert reviewer.post(here, act).status_code == 400
