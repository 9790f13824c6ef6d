"""Calendars of what happened: read back as calendar programs read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from icalendar import Calendar
from pytest_django.plugin import DjangoDbBlocker

from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.render.files.calendar_file import Event, Head, calendar_bytes
from jurisdictions.status.dates import PartialDate
from tests.agencies_on_file import write_agencies

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 8, 30, 1, 999, tzinfo=UTC)
HEAD = Head("tracker.test", "What happened", "Told", "https://tracker.test/", "https://x/", "en")


@pytest.fixture(scope="module", autouse=True)
def published(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """A small record of 287(g) beside Secure Communities."""
    folder = tmp_path_factory.mktemp("agencies") / "287g"
    with django_db_blocker.unblock(), transaction.atomic():
        load_folder(write_agencies(folder), today=AT.date(), by="the tests", at=AT)
        publish_edition(program="287g", by="the tests", reason="The first", at=AT)
        yield
        transaction.set_rollback(True)


def calendar(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    said = answer.content
    assert said.endswith(b"END:VCALENDAR\r\n")
    for line in said.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode()  # a fold never parts the octets of a letter
    return Calendar.from_ical(said)


def events(client: Client, address: str) -> list[Any]:
    return list(calendar(client, address).walk("VEVENT"))


def summaries(client: Client, address: str) -> list[str]:
    return [str(one["SUMMARY"]) for one in events(client, address)]


def event(**changed: Any) -> Event:
    plain = {
        "uid": "sc/fact@tracker.test",
        "title": "Title",
        "told": "Told",
        "kind": "Kind",
        "on": PartialDate(2010, 7, 13),
        "by": False,
        "link": "https://tracker.test/a?b=c,d;e",
        "recorded": AT,
    }
    return Event(**{**plain, **changed})


def read_back(*made: Event) -> list[Any]:
    found: Any = Calendar.from_ical(calendar_bytes(HEAD, made))
    return list(found.walk("VEVENT"))


@pytest.mark.parametrize(
    "text",
    [
        "Commas, semicolons; and \\ backslashes",
        "Two\nlines",
        "Añasco, Peñuelas y Doña Ana: " * 9,
        "縣 🗺 " * 40,
        "BEGIN:VEVENT",
        "a\\nb",
    ],
)
def test_whatever_a_text_says_is_read_back_as_it_was(text: str) -> None:
    (one,) = read_back(event(title=text, told=text))
    assert str(one["SUMMARY"]) == text
    assert str(one["DESCRIPTION"]).startswith(text)


def test_no_line_is_longer_than_75_octets() -> None:
    said = calendar_bytes(
        HEAD, [event(title="ñ" * 200, told="🗺" * 200, link=f"https://x/{'a' * 300}")]
    )
    assert max(map(len, said.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("on", "first", "after", "said"),
    [
        ("2010-07-13", date(2010, 7, 13), date(2010, 7, 14), "Title"),
        ("2010-07", date(2010, 7, 1), date(2010, 8, 1), "Title (July 2010)"),
        ("2010", date(2010, 1, 1), date(2011, 1, 1), "Title (2010)"),
        (
            "2026-05-14/2026-05-18",
            date(2026, 5, 14),
            date(2026, 5, 19),
            "Title (between May 14 and May 18, 2026)",
        ),
        ("9999-12-31", date(9999, 12, 31), None, "Title"),
    ],
)
def test_a_day_that_is_not_known_is_all_that_it_may_be_and_says_so(
    on: str, first: date, after: date | None, said: str
) -> None:
    (one,) = read_back(event(on=PartialDate.parse(on)))
    assert one["DTSTART"].params["VALUE"] == "DATE"
    assert one.decoded("DTSTART") == first
    assert one.decoded("DTEND", None) == after
    assert str(one["SUMMARY"]) == said
    assert ("The day itself is not on record" in one["DESCRIPTION"]) is (said != "Title")
    assert str(one["X-EDTF-DATE"]) == on


def test_a_day_by_which_it_had_happened_is_no_more_than_that() -> None:
    (one,) = read_back(event(on=PartialDate(2014, 6, 24), by=True))
    assert one.decoded("DTSTART") == date(2014, 6, 24)
    assert str(one["SUMMARY"]) == "Title (by June 24, 2014)"
    assert "it was this day or an earlier one" in one["DESCRIPTION"]
    assert str(one["X-EDTF-DATE"]) == "../2014-06-24"


def test_the_same_events_are_the_same_bytes_with_no_clock_in_them() -> None:
    made = calendar_bytes(HEAD, [event()])
    assert made == calendar_bytes(HEAD, [event()])
    (one,) = read_back(event())
    assert one.decoded("DTSTAMP") == one.decoded("LAST-MODIFIED") == AT.replace(microsecond=0)
    assert b"DTSTAMP:20261123T083001Z" in made


@pytest.mark.parametrize("prefix", ["", "/es"])
@pytest.mark.parametrize(
    "query", ["", "?state=CA", "?place=06075", "?place=06", "?state=IL&state=CA"]
)
def test_every_event_has_an_id_of_its_own_and_a_page(
    client: Client, prefix: str, query: str
) -> None:
    found = events(client, f"{prefix}/secure-communities/calendar.ics{query}")
    ids = [str(one["UID"]) for one in found]
    assert len(set(ids)) == len(ids) > 5
    assert all(one.endswith("@testserver") for one in ids)
    assert all(one.decoded("DTSTART") < one.decoded("DTEND") for one in found)
    days = [one.decoded("DTSTART") for one in found]
    assert days == sorted(days)
    link = str(found[-1]["URL"])
    assert link.startswith(f"http://testserver{prefix}/")
    assert client.get(link).status_code == 200


def test_ids_are_the_same_in_both_languages_and_in_every_calendar(client: Client) -> None:
    def ids(address: str) -> set[str]:
        return {str(one["UID"]) for one in events(client, address)}

    place = ids("/secure-communities/calendar.ics?place=06075")
    assert place == ids("/es/secure-communities/calendar.ics?place=06075")
    assert place <= ids("/secure-communities/calendar.ics?state=CA")
    assert "secure-communities/activation:06075/activation@testserver" in place


def test_a_place_has_what_happened_there_on_its_days(client: Client) -> None:
    found = {
        str(one["SUMMARY"]): one
        for one in events(client, "/secure-communities/calendar.ics?place=06075")
    }
    (active,) = (one for name, one in found.items() if name.endswith(": Activation"))
    assert active.decoded("DTSTART") == date(2010, 6, 8)
    assert active.decoded("DTEND") == date(2010, 6, 9)
    assert str(active["TRANSP"]) == "TRANSPARENT"
    assert any("San Francisco" in name for name in found)


def test_an_agency_has_its_agreements(client: Client) -> None:
    said = summaries(client, "/287g/calendar.ics?agency=il-zion-police")
    assert "Zion Police (IL): Agreement ended" in said
    assert len(said) == 5


def test_a_program_has_its_federal_acts_alone_and_the_rest_day_by_day(client: Client) -> None:
    found = events(client, "/secure-communities/calendar.ics")
    ids = [str(one["UID"]) for one in found]
    acts = [one for one in ids if "/policy_event:" in one]
    assert len(acts) > 10
    days = [one for one in found if "/day/" in str(one["UID"])]
    assert len(acts) + len(days) == len(found)
    (launch,) = (
        one for one in days if str(one["UID"]).startswith("secure-communities/day/2008-10-27@")
    )
    assert str(launch["SUMMARY"]).startswith("On October 27, 2008: ")
    assert "Harris County" in launch["DESCRIPTION"]


def test_everything_has_all_programs_under_their_names(client: Client) -> None:
    one, other, both = (
        summaries(client, f"{path}calendar.ics") for path in ("/287g/", "/secure-communities/", "/")
    )
    assert len(both) == len(one) + len(other)
    assert {said.partition(": ")[0] for said in both} == {"287(g)", "Secure Communities"}


def test_a_calendar_says_whose_it_is_and_how_often_to_look(client: Client) -> None:
    found = calendar(client, "/es/287g/calendar.ics?state=IL")
    assert str(found["VERSION"]) == "2.0"
    assert str(found["X-WR-CALNAME"]) == str(found["NAME"]) == "287(g): lo que pasó: Illinois"
    assert found["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert "CC0" in found["DESCRIPTION"]
    assert "METHOD" not in found
    assert str(found["SOURCE"]) == "http://testserver/es/287g/calendar.ics?state=IL"


def test_a_calendar_is_kept_as_a_page_is(client: Client) -> None:
    answer = client.get("/287g/calendar.ics?place=17097")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert 'filename="287g-place-17097.ics"' in answer["Content-Disposition"]
    again = client.get("/287g/calendar.ics?place=17097", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_a_calendar_of_nothing_on_record_or_of_two_things_is_refused(client: Client) -> None:
    for query in ("place=99999", "agency=nobody", "place=17097&state=IL", "state=ZZ"):
        assert client.get(f"/287g/calendar.ics?{query}").status_code == 400, query


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("/287g/changes/?state=IL", "?state=IL"),
        ("/places/17097-lake-county-illinois/", "?place=17097"),
        ("/agencies/il-zion-police/", "?agency=il-zion-police"),
    ],
)
def test_pages_name_their_calendar_beside_their_feed(client: Client, page: str, query: str) -> None:
    told = client.get(page).text
    assert told.count(f'href="/287g/calendar.ics{query}"') == 2
    assert '<link rel="alternate" type="text/calendar"' in told


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_the_page_of_feeds_leads_to_all_that_can_be_followed(client: Client, prefix: str) -> None:
    told = client.get(f"{prefix}/feeds/?text=lake+county,+illinois").text
    for path in ("/", "/287g/", "/secure-communities/"):
        for query in ("", *(("?state=TX", "?place=17097") if path != "/" else ())):
            for name in ("feed.atom", "calendar.ics"):
                way = f"{prefix}{path}{name}{query}"
                assert f'href="{way}"' in told
                assert client.get(way).status_code == 200
    assert f'href="webcal://testserver{prefix}/287g/calendar.ics?place=17097"' in told
    mails = f"{prefix}/follow/?program=287g&amp;place=17097"
    assert f'href="{mails}"' in told
    assert client.get(mails.replace("&amp;", "&")).status_code == 200
    assert f'href="{prefix}/287g/agencies/"' in told
    assert f'href="{prefix}/feeds/"' in client.get(f"{prefix}/about/").text


def test_a_place_that_is_none_is_said_so(client: Client) -> None:
    assert "No place of that name." in client.get("/feeds/?text=qqqqq").text
