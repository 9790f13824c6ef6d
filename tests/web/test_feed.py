"""The feed of a program: what happened day by day, and what each edition changed in the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.ingest.folder import load_folder
from tests.agencies_on_file import with_text, write_agencies

pytestmark = pytest.mark.django_db
FIRST, SECOND = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 25, 9, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
FACT = "agency_agreement:il-zion-police:tfm:2025-04-02"


def record(folder: Path, at: datetime, **changed: str | None) -> None:
    load_folder(write_agencies(folder, **changed), today=at.date(), by="the tests", at=at)
    publish_edition(program="287g", by="the tests", reason="The Paper was read again", at=at)


@pytest.fixture(scope="module", autouse=True)
def published(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """A small record of 287(g), of which one end was corrected after two days."""
    folder = tmp_path_factory.mktemp("agencies") / "287g"
    with django_db_blocker.unblock(), transaction.atomic():
        record(folder, FIRST)
        record(folder, SECOND, **with_text("agency_agreements", "2026-02-18", "2026-02-17"))
        yield
        transaction.set_rollback(True)


def entries(client: Client, address: str) -> list[ET.Element]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    # What RFC 4287 wants of a feed and of each entry.
    for name in ("id", "title", "updated", f"author/{ATOM}name"):
        assert feed.findtext(f"{ATOM}{name}"), name
    for entry in feed.iterfind(f"{ATOM}entry"):
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    return feed.findall(f"{ATOM}entry")


def text(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def test_a_feed_has_an_entry_for_each_day_and_each_new_edition(client: Client) -> None:
    found = entries(client, "/287g/feed.atom")
    titles = [text(one, "title") for one in found]
    assert "On February 17, 2026: none signed; one ended." in titles
    assert "Edition 2 of the record: The Paper was read again" in titles
    ids = [text(one, "id") for one in found]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:testserver,2026:changes/287g/en/[\w-]+", one) for one in ids)
    (edition,) = (one for one in found if "Edition 2" in text(one, "title"))
    assert f"Corrected: {FACT}" in text(edition, "summary")


@pytest.mark.postgresql
def test_what_was_recorded_last_comes_first(client: Client) -> None:
    found = entries(client, "/287g/feed.atom")
    updated = [text(one, "updated") for one in found]
    assert updated == sorted(updated, reverse=True)
    corrected = [one for one in found if text(one, "updated").startswith("2026-11-25")]
    assert {"On February 17, 2026: none signed; one ended."} < {text(o, "title") for o in corrected}


def test_a_feed_of_a_state_tells_of_that_state_alone(client: Client) -> None:
    found = entries(client, "/287g/feed.atom?state=nm")
    assert [text(one, "title") for one in found] == [
        "On June 1, 2025, New Mexico: one application."
    ]
    assert "Nobody Polise" in text(found[0], "summary")
    assert client.get("/287g/feed.atom?state=ZZ").status_code == 400


def test_a_feed_without_entries_stands_since_its_edition(client: Client) -> None:
    found = ET.fromstring(client.get("/287g/feed.atom?state=HI").content)  # noqa: S314 - our own
    assert not found.findall(f"{ATOM}entry")
    assert found.findtext(f"{ATOM}updated") == SECOND.isoformat()


def test_a_feed_of_a_place_tells_what_counts_for_it_alone(client: Client) -> None:
    titles = [text(one, "title") for one in entries(client, "/287g/feed.atom?place=17097")]
    assert "February 17, 2026. Zion Police: Agreement ended" in titles
    assert "May 8, 2025. Illinois State Police: Appeared on ICE's list" in titles
    assert not any("Cook" in one for one in titles)
    beside = [text(one, "title") for one in entries(client, "/287g/feed.atom?place=17031")]
    assert any("Cook County Sheriff" in one for one in beside)
    told = client.get("/287g/feed.atom?place=17").text
    assert "287(g): what changed: Illinois" in told
    assert "Zion" in told


def test_a_feed_of_an_agency_tells_of_its_agreements_alone(client: Client) -> None:
    found = entries(client, "/287g/feed.atom?agency=il-zion-police")
    titles = [text(one, "title") for one in found]
    assert titles[0].startswith("February 17, 2026. Agreement ended.")
    assert titles[-1] == "March 20, 2025. Application on ICE's list. Task force model."
    assert len({text(one, "id") for one in found}) == len(found) == 5
    link = found[0].find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == "http://testserver/agencies/il-zion-police/?date=2026-02-17"


def test_a_place_has_a_feed_under_every_program(client: Client) -> None:
    titles = [
        text(one, "title") for one in entries(client, "/secure-communities/feed.atom?place=06075")
    ]
    assert any(one.startswith("May 18, 2010. ") for one in titles)
    assert all("San Francisco" in one or "California" in one for one in titles)


def test_a_feed_of_nothing_on_record_or_of_two_things_is_refused(client: Client) -> None:
    for query in ("place=99999", "agency=nobody", "place=17097&state=IL", "agency=a&place=17"):
        assert client.get(f"/287g/feed.atom?{query}").status_code == 400, query
    other = "/secure-communities/feed.atom?agency=il-zion-police"
    assert client.get(other).status_code == 400


@pytest.mark.postgresql
@pytest.mark.parametrize("prefix", ["", "/es"])
def test_pages_of_places_and_agencies_name_their_feeds(client: Client, prefix: str) -> None:
    told = client.get(f"{prefix}/places/17097-lake-county-illinois/").text
    for program in ("287g", "secure-communities"):
        feed = f'href="{prefix}/{program}/feed.atom?place=17097"'
        assert told.count(feed) == 2
        assert client.get(f"{prefix}/{program}/feed.atom?place=17097").status_code == 200
    told = client.get(f"{prefix}/agencies/il-zion-police/").text
    assert told.count(f'href="{prefix}/287g/feed.atom?agency=il-zion-police"') == 2


@pytest.mark.postgresql
def test_every_entry_leads_to_a_page_that_is_there(client: Client) -> None:
    for program in ("287g", "secure-communities"):
        for one in entries(client, f"/es/{program}/feed.atom")[:8]:
            link = one.find(f"{ATOM}link")
            assert link is not None
            assert client.get(link.attrib["href"]).status_code == 200


def test_the_page_names_its_feed(client: Client) -> None:
    told = client.get("/287g/changes/?state=NM").text
    assert '<link rel="alternate" type="application/atom+xml"' in told
    assert 'href="/287g/feed.atom?state=NM"' in told


@pytest.mark.postgresql
def test_a_correction_of_the_record_is_told_on_its_day(client: Client) -> None:
    told = " ".join(client.get("/287g/changes/?from=2026-11-24&to=2026-11-26").text.split())
    assert "1 fact was put right or taken back on these days." in told
    assert f'href="/287g/history/{FACT}/"' in told
    csv = b"".join(client.get("/287g/changes.csv?from=2026-02-01&to=2026-03-01")).decode()  # type: ignore[call-overload]
    assert "2026-02-17" in csv
    earlier = client.get("/287g/changes/?from=2026-11-24&to=2026-11-26&edition=1").text
    assert "No fact of the record was put right or taken back on these days." in earlier


@pytest.mark.postgresql
def test_what_was_corrected_says_so_where_it_is_listed(client: Client) -> None:
    told = " ".join(client.get("/287g/changes/?from=2026-02-01&to=2026-03-01").text.split())
    assert "Corrected in the record on November 25, 2026." in told


def test_one_feed_has_everything_each_entry_under_its_program(client: Client) -> None:
    found = entries(client, "/feed.atom")
    titles = [text(one, "title") for one in found]
    assert "287(g): On February 17, 2026: none signed; one ended." in titles
    assert any(one.startswith("Secure Communities: ") for one in titles)
    ids = [text(one, "id") for one in found]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("tag:testserver,2026:changes/all/en/") for one in ids)
    updated = [text(one, "updated") for one in found]
    assert updated == sorted(updated, reverse=True)
    spanish = client.get("/es/feed.atom")
    assert "Comunidades Seguras: " in spanish.text
    assert 'xml:lang="es"' in spanish.text
