"""What a place page shows of tips and replies."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from jurisdictions.models import Edition
from jurisdictions.read.asking import ask
from jurisdictions.record.changing.facts import record_fact
from jurisdictions.record.public.replies import (
    decline_reply,
    send_reply,
    verify_reply,
    withdraw_reply,
)
from jurisdictions.record.public.tips import answer_tip, close_tip, discard_tip, send_tip
from jurisdictions.web.bulk.view import order_of
from tests.people import acting, make_person

pytestmark = [pytest.mark.postgresql, pytest.mark.usefixtures("shipped")]

NOW = datetime(2090, 7, 3, 12, tzinfo=UTC)
COOK = "/places/17031-cook-county-illinois/"
ILLINOIS = "/places/17-illinois/"
FACT = "opt_out:illinois-2011:1"


def tip(**changed: Any) -> int:
    told = {"geoid": "17031", "fact": "", "text": "A visitor's own words.", "evidence": ""}
    more = {"program": "secure-communities", "language": "en", "at": NOW}
    return send_tip(**{**told, **more, **changed})


def reply(**changed: Any) -> int:
    told = {"geoid": "17031", "fact": "", "office": "Office of the Sheriff", "contact": "312"}
    words = {"text": "The county's own words.", "text_es": "Las palabras del condado."}
    return send_reply(**{"program": "secure-communities", "at": NOW, **told, **words, **changed})


def verified(**changed: Any) -> int:
    number = reply(**changed)
    verify_reply(reply=number, how="Called.", by=acting(make_person("reviewer", "US")), at=NOW)
    return number


def test_a_page_without_tips_says_only_how_to_send_one(client: Client) -> None:
    said = client.get(COOK).text
    assert "Said about this page" not in said
    assert f'href="/secure-communities{COOK}wrong/"' in said
    assert f'href="/secure-communities{COOK}reply/"' in said


def test_every_fact_has_a_quiet_link_that_names_it(client: Client) -> None:
    said = client.get(COOK).text
    facts = re.findall(r'<li class="fact" id="([^"]+)">', said)
    links = re.findall(rf'href="/secure-communities{COOK}wrong/\?fact=([^"]+)"', said)
    assert facts
    assert [link.replace("%3A", ":") for link in links] == facts


def test_a_waiting_tip_is_not_shown(client: Client) -> None:
    tip()
    said = client.get(COOK).text
    assert "A visitor&#x27;s own words." not in said
    assert "Said about this page" not in said


@pytest.mark.parametrize(("end", "word"), [(answer_tip, "Answered"), (close_tip, "Closed")])
def test_an_ended_tip_is_shown_by_its_note_alone(client: Client, end: Any, word: str) -> None:
    before = client.get(COOK)["ETag"]
    end(
        tip=tip(),
        note="Looked up.",
        note_es="Verificado.",
        by=acting(make_person("reviewer", "US")),
        at=NOW,
    )
    answer = client.get(COOK)
    assert answer["ETag"] != before
    assert answer["Cache-Control"].startswith("public")
    said = answer.text.split('id="said-heading"')[1].split("</section>")[0]
    assert "Looked up." in said
    assert f"July 3, 2090 · {word}" in said
    assert "own words" not in said
    assert "Verificado." in client.get(f"/es{COOK}").text


def test_the_tips_own_words_are_shown_where_an_editor_quotes_them(client: Client) -> None:
    number = tip(language="es")
    answer_tip(
        tip=number, note="So it is.", quoted=True, by=acting(make_person("reviewer", "US")), at=NOW
    )
    said = client.get(COOK).text
    assert re.search(r'<blockquote lang="es"><p>A visitor&#x27;s own words.</p>', said)


def test_nothing_of_a_discarded_tip_is_shown(client: Client) -> None:
    discard_tip(tip=tip(), by=acting(make_person("reviewer", "US")), at=NOW)
    assert "Said about this page" not in client.get(COOK).text


def test_a_note_about_a_fact_leads_to_the_fact(client: Client) -> None:
    answer_tip(
        tip=tip(fact=FACT), note="So it is.", by=acting(make_person("reviewer", "US")), at=NOW
    )
    said = client.get(COOK).text.split('id="said-heading"')[1]
    assert f'href="#{FACT}"' in said


def test_what_a_reader_writes_is_never_markup(client: Client) -> None:
    number = tip(text="<script>alert(1)</script>")
    answer_tip(
        tip=number, note="<b>No</b>", quoted=True, by=acting(make_person("reviewer", "US")), at=NOW
    )
    verified(text="<i>Ours</i>", office="<u>Office</u>")
    said = client.get(COOK).text
    for markup in ("<script>alert", "<b>No", "<i>Ours", "<u>Office"):
        assert markup not in said


def test_a_reply_about_a_fact_stands_beside_it_with_office_and_day(client: Client) -> None:
    before = client.get(ILLINOIS)["ETag"]
    verified(geoid="17", fact=FACT, office="Office of the Governor")
    answer = client.get(ILLINOIS)
    assert answer["ETag"] != before
    entry = answer.text.split(f'<li class="fact" id="{FACT}">')[1].split("</li>")[0]
    assert "The jurisdiction replies." in entry
    assert "Office of the Governor, July 3, 2090" in entry
    assert '<blockquote lang="en"><p>The county&#x27;s own words.</p>' in entry


def test_a_states_reply_stands_beside_its_fact_on_its_counties_pages_too(client: Client) -> None:
    verified(geoid="17", fact=FACT)
    verified(geoid="17")
    said = client.get(COOK).text
    assert said.count("The jurisdiction replies.") == 1
    assert "In the jurisdiction&#x27;s own words" not in said


def test_a_reply_about_the_page_stands_in_a_section_of_its_own(client: Client) -> None:
    verified()
    said = client.get(COOK).text.split('id="replies-heading"')[1].split("</section>")[0]
    assert "The county&#x27;s own words." in said


def test_a_reply_is_shown_in_the_readers_language_where_there_is_one(client: Client) -> None:
    verified()
    assert '<blockquote lang="es"><p>Las palabras del condado.</p>' in client.get(f"/es{COOK}").text


def test_a_reply_in_one_language_is_shown_as_it_was_written(client: Client) -> None:
    verified(text="")
    assert '<blockquote lang="es"><p>Las palabras del condado.</p>' in client.get(COOK).text


@pytest.mark.parametrize("end", ["waiting", "declined", "withdrawn"])
def test_a_reply_that_is_not_verified_is_not_shown(client: Client, end: str) -> None:
    actor = acting(make_person("reviewer", "US"))
    number = reply()
    if end == "declined":
        decline_reply(reply=number, reason="Not theirs.", by=actor, at=NOW)
    if end == "withdrawn":
        verify_reply(reply=number, how="Called.", by=actor, at=NOW)
        withdraw_reply(reply=number, reason="Asked for.", by=actor, at=NOW)
    assert "The county&#x27;s own words." not in client.get(COOK).text


def test_an_earlier_edition_shows_what_stood_beside_it_while_it_was_the_newest(
    client: Client,
) -> None:
    verified()
    later = NOW + timedelta(days=30)
    record_fact(
        program="secure-communities",
        kind="local_measure",
        cells={
            "measure": "a-new-one",
            "geoid": "17031",
            "place": "Cook County",
            "on": "2012-01-01",
            "kind": "statement",
            "by": "",
            "summary": "Said.",
            "outcome": "adopted",
            "source": "nilc",
        },
        by="the tests",
        reason="So that there is a later edition.",
        at=later,
    )
    assert Edition.objects.count() == 2
    answer_tip(
        tip=tip(),
        note="Much later.",
        by=acting(make_person("reviewer", "US")),
        at=later + timedelta(days=1),
    )
    first = client.get(COOK, {"edition": "1"}).text
    assert "The county&#x27;s own words." in first
    assert "Much later." not in first
    assert "Much later." in client.get(COOK).text


def test_a_reply_stands_in_the_report_of_the_place_as_page_and_as_pdf(client: Client) -> None:
    before = len(client.get("/secure-communities/places/17.pdf").content)
    verified(geoid="17", fact=FACT, text="One line.\nAnother line.")
    verified(geoid="17")
    said = client.get(f"/secure-communities{ILLINOIS}report/").text
    entry = said.split("report-reply")[1].split("</div>")[0]
    assert "Office of the Sheriff, July 3, 2090" in entry
    assert "<p>Another line.</p>" in entry
    assert "In the jurisdiction&#x27;s own words" in said
    assert len(client.get("/secure-communities/places/17.pdf").content) > before


def test_what_is_printed_for_one_name_of_the_site_is_not_given_under_another(
    settings: Any,
) -> None:
    as_of, settings.SITE_URL = ask(today=date(2026, 1, 1)), ""
    sites = ("https://x.org", "https://x.org:666")
    assert len({order_of(as_of, "IL", site).key for site in sites}) == 2
    settings.SITE_URL = "https://x.org"
    assert len({order_of(as_of, "IL", site).key for site in (*sites, settings.SITE_URL)}) == 1


def test_reports_in_bulk_are_made_anew_once_a_reply_has_come_or_gone() -> None:
    as_of = ask(today=date(2026, 1, 1))
    keys = [order_of(as_of, "IL", "").key]
    number = verified()
    keys.append(order_of(as_of, "IL", "").key)
    withdraw_reply(
        reply=number, reason="Asked for.", by=acting(make_person("reviewer", "US")), at=NOW
    )
    keys.append(order_of(as_of, "IL", "").key)
    assert len(set(keys)) == 3
