"""Watched sources: what is kept, what becomes a proposal, what vanished, when one looks again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings as SettingsWrapper

from jurisdictions.models import Citation, Job, Look, Person, Proposal, Source, Upload, Watch
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.watching.comparing import compared_look
from jurisdictions.record.watching.looking import look
from jurisdictions.record.watching.looks_asked import sweep_watches
from jurisdictions.record.watching.store import COPIES, copy_of
from jurisdictions.record.watching.tending import (
    begin_watch,
    look_now,
    resume_watch,
    stop_watch,
    take_list,
)
from tests.a_site import Page, Site, a_site
from tests.people import acting, make_person
from tests.record.lists.list_files import COOK, POLICE, TASK_FORCE, ZION, row, write_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_agencies")]
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOWHERE = row("Nowhere Police Department", TASK_FORCE, date(2026, 5, 22), county="")


@pytest.fixture
def site(settings: SettingsWrapper, tmp_path: Path) -> Iterator[Site]:
    with a_site() as one:
        settings.FETCH_TRIED_ORIGINS = [one.origin]
        settings.WATCHING = True
        settings.DATA_DIR = tmp_path / "data"
        settings.UPLOADS_ROOT = tmp_path / "uploads"
        yield one


@pytest.fixture
def ada() -> Any:
    return acting(make_person("editor", "US", name="Ada"))


def watching(by: Any, address: str, kind: str = "page", **said: Any) -> Watch:
    told = {"program": "287g", "hours": 24, "title": "", **said}
    made = begin_watch(address=address, kind=kind, by=by, at=NOON, **told)
    return Watch.objects.get(pk=made)


def looked(watch: Watch, at: datetime = NOON) -> list[str]:
    """Look, and answer the outcomes so far."""
    look(watch.pk, at=at)
    watch.refresh_from_db()
    return list(watch.looks.order_by("pk").values_list("outcome", flat=True))


def a_list(folder: Path, rows: list[Any]) -> bytes:
    return write_list(folder / "list.xlsx", rows).read_bytes()


def test_a_page_is_kept_whenever_its_words_change(site: Site, ada: Any) -> None:
    watch = watching(ada, site.says("/law", "<p>One.<p>Two."))
    assert looked(watch) == ["first"]
    assert looked(watch, NOON + DAY) == ["first"]
    site.says("/law", "<p>One.<p>Two.<script>now()</script>")
    assert looked(watch, NOON + 2 * DAY) == ["first"]
    site.says("/law", "<p>One.<p>Three.")
    assert looked(watch, NOON + 3 * DAY) == ["first", "changed"]
    found = compared_look(watch.pk, Look.objects.latest("pk").pk)
    assert found is not None
    assert found.passages is not None
    assert [(p.before[0].text, p.after[0].text) for p in found.passages] == [("Two.", "Three.")]
    assert compared_look(watch.pk, Look.objects.earliest("pk").pk) is None
    assert watch.next_look_at == NOON + 4 * DAY
    assert copy_of(watch.checksum).read_bytes() == b"<p>One.<p>Three."


def test_what_is_no_text_is_kept_when_its_bytes_change(site: Site, ada: Any) -> None:
    watch = watching(ada, site.says("/memo.pdf", b"%PDF-1", "application/pdf"))
    looked(watch)
    site.says("/memo.pdf", b"%PDF-2", "application/pdf")
    assert looked(watch, NOON + DAY) == ["first", "changed"]
    found = compared_look(watch.pk, Look.objects.latest("pk").pk)
    assert found is not None
    assert found.passages is None


def test_a_server_is_told_what_is_known(site: Site, ada: Any) -> None:
    site.pages["/law"] = Page(b"<p>One.", headers={"ETag": '"1"', "Content-Type": "text/html"})
    watch = watching(ada, f"{site.origin}/law")
    looked(watch)
    looked(watch, NOON + DAY)
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert (watch.failures, watch.looks.count()) == (0, 1)


def test_a_list_becomes_a_proposal_at_once(site: Site, ada: Any, tmp_path: Path) -> None:
    address = site.says(
        "/doclib/participatingAgencies06012026am.xlsx",
        a_list(tmp_path, [COOK, POLICE, ZION]),
        SHEET,
    )
    watch = watching(ada, address, "list")
    assert looked(watch) == ["proposed"]
    proposal = Proposal.objects.get()
    assert proposal.title == "ICE's list of participating agencies of 2026-06-01"
    assert proposal.made_by.account is None
    assert watch.looks.get().proposal == proposal
    assert looked(watch, NOON + DAY) == ["proposed"]


def test_a_page_that_links_to_lists_is_followed(site: Site, ada: Any, tmp_path: Path) -> None:
    site.says("/lists/participatingAgencies06012026am.xlsx", a_list(tmp_path, [COOK, POLICE]))
    site.says("/lists/participatingAgencies06022026am.xlsx", a_list(tmp_path, [COOK, POLICE, ZION]))
    site.says("/other.xlsx", b"PK no list of agencies")
    links = [*("participatingAgencies06012026am.xlsx", "../other.xlsx", "mailto:a@b.gov")]
    page = "".join(f'<a href="{link}">Link</a>' for link in links)
    watch = watching(ada, site.says("/lists/287g", page), "list")
    assert looked(watch) == ["proposed"]
    site.says("/lists/287g", page.replace("06012026", "06022026"))
    assert looked(watch, NOON + DAY) == ["proposed", "proposed"]
    assert "/other.xlsx" not in site.paths
    site.says("/lists/287g", page.replace("06012026", "06032026"))
    assert looked(watch, NOON + 2 * DAY) == ["proposed", "proposed"]
    assert (watch.why, watch.status, watch.gone_since) == ("gone", 404, None)


def test_a_list_whose_name_tells_no_day_is_of_the_day_it_was_posted(
    site: Site, ada: Any, tmp_path: Path
) -> None:
    posted = {"Last-Modified": "Mon, 01 Jun 2026 10:00:00 GMT", "Content-Type": SHEET}
    site.pages["/participating.xlsx"] = Page(a_list(tmp_path, [COOK, POLICE, ZION]), headers=posted)
    watch = watching(ada, f"{site.origin}/participating.xlsx", "list")
    assert looked(watch) == ["proposed"]
    assert "2026-06-01" in Proposal.objects.get().title


def test_the_questions_of_a_list_wait_for_who_takes_it(
    site: Site, ada: Any, tmp_path: Path
) -> None:
    address = site.says(
        "/participatingAgencies06012026am.xlsx", a_list(tmp_path, [COOK, POLICE, NOWHERE])
    )
    watch = watching(ada, address, "list")
    assert looked(watch) == ["asks"]
    assert not Proposal.objects.exists()
    upload = take_list(watch=watch.pk, look=watch.looks.get().pk, by=ada)
    assert Upload.objects.get(pk=upload).made_by_id == ada.person_id
    Upload.objects.all().delete()
    with pytest.raises(Refused):
        take_list(watch=watch.pk, look=watch.looks.get().pk, by=ada)


def test_what_speaks_against_a_list_waits_as_well(site: Site, ada: Any, tmp_path: Path) -> None:
    address = site.says("/participatingAgencies06012026am.xlsx", a_list(tmp_path, [COOK]))
    assert looked(watching(ada, address, "list")) == ["asks"]


def test_what_is_no_list_is_told_and_not_read(site: Site, ada: Any) -> None:
    watch = watching(ada, site.says("/participating.xlsx", "<h1>Sorry, an error"), "list")
    assert looked(watch) == ["unread"]
    assert "web page without a table" in watch.looks.get().said
    assert not Upload.objects.exists()


def test_a_page_vanished_once_a_second_look_confirms_it(site: Site, ada: Any) -> None:
    watch = watching(ada, site.says("/law", "<p>One."))
    looked(watch)
    del site.pages["/law"]
    assert looked(watch, NOON + DAY) == ["first"]
    assert (watch.gone_since, watch.vanished_at) == (NOON + DAY, None)
    assert looked(watch, NOON + DAY + timedelta(minutes=10)) == ["first"]
    assert looked(watch, NOON + DAY + 2 * HOUR) == ["first", "vanished"]
    assert looked(watch, NOON + 2 * DAY) == ["first", "vanished"]
    site.says("/law", "<p>One.")
    assert looked(watch, NOON + 3 * DAY) == ["first", "vanished", "returned"]
    assert (watch.gone_since, watch.vanished_at, watch.failures) == (None, None, 0)


def test_a_server_that_fails_for_a_while_has_lost_nothing(site: Site, ada: Any) -> None:
    watch = watching(ada, site.says("/law", "<p>One."))
    looked(watch)
    pauses = []
    for day in range(1, 6):
        site.pages["/law"] = Page(status=500)
        looked(watch, NOON + day * DAY)
        assert watch.next_look_at is not None
        pauses.append(watch.next_look_at - NOON - day * DAY)
    assert pauses == [timedelta(minutes=10 * 2**n) for n in range(5)]
    assert (watch.why, watch.status, watch.gone_since) == ("failing", 500, None)
    site.pages["/law"] = Page(status=503, headers={"Retry-After": "172800"})
    looked(watch, NOON + 6 * DAY)
    assert watch.next_look_at == NOON + 8 * DAY


def test_what_leads_inside_is_asked_no_oftener_than_usual(site: Site, ada: Any) -> None:
    site.pages["/law"] = Page(status=302, headers={"Location": "https://127.0.0.1/"})
    watch = watching(ada, f"{site.origin}/law")
    assert looked(watch) == []
    assert (watch.why, watch.next_look_at) == ("inside", NOON + DAY)


def test_nothing_is_asked_for_unless_the_operator_lets_sources_be_watched(
    site: Site, ada: Any, settings: SettingsWrapper
) -> None:
    watching(ada, site.says("/law", "<p>One."))
    settings.WATCHING = False
    assert sweep_watches(at=NOON) == 0
    settings.WATCHING = True
    assert sweep_watches(at=NOON) == 1
    assert sweep_watches(at=NOON) == 0
    job = Job.objects.get(kind="look")
    assert job.arguments["host"] == "127.0.0.1"
    assert not site.paths


def test_one_look_is_under_way_at_a_time(site: Site, ada: Any, settings: SettingsWrapper) -> None:
    watch = watching(ada, site.says("/law", "<p>One."))
    look_now(watch=watch.pk, by=ada, at=NOON)
    look_now(watch=watch.pk, by=ada, at=NOON)
    assert Job.objects.filter(kind="look").count() == 1
    looked(watch)
    with pytest.raises(Refused, match="a moment ago"):
        look_now(watch=watch.pk, by=ada, at=NOON + timedelta(seconds=5))
    settings.WATCHING = False
    with pytest.raises(Refused, match="has not turned"):
        look_now(watch=watch.pk, by=ada, at=NOON + HOUR)


def test_who_stopped_a_watch_is_not_overruled_by_a_look_under_way(site: Site, ada: Any) -> None:
    watch = watching(ada, site.says("/law", "<p>One."))
    stop_watch(watch=watch.pk, by=ada)
    looked(watch)
    assert watch.next_look_at is None
    resume_watch(watch=watch.pk, hours=6, by=ada, at=NOON + HOUR)
    watch.refresh_from_db()
    assert (watch.hours, watch.next_look_at) == (6, NOON + 6 * HOUR)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://www.ice.gov/", "https://"),
        ("https://user:word@www.ice.gov/", "no address"),
        ("www.ice.gov", "no address"),
    ],
)
def test_an_address_that_is_not_fetched_is_not_watched(ada: Any, address: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        watching(ada, address)


def test_an_address_is_watched_once(site: Site, ada: Any) -> None:
    watching(ada, site.says("/law", "<p>One."))
    with pytest.raises(Refused, match="watched already"):
        watching(ada, f" {site.origin}/law ")


def test_a_source_is_watched_by_who_edits_where_its_facts_are(ada: Any) -> None:
    source = Source.objects.current().exclude(url="").order_by("pk").first()
    assert source is not None
    texan = acting(make_person("editor", "48"))
    plain = acting(make_person("contributor", "US"))
    for who in (texan, plain):
        with pytest.raises(NotAllowed):
            watching(who, source.url)
    watch = watching(ada, source.url)
    assert (watch.source, watch.title) == (source.key, source.title[:200])
    assert watching(texan, "https://example.org/").geoid == "48"
    with pytest.raises(NotAllowed):
        watching(texan, "https://example.org/lists", "list")
    with pytest.raises(NotAllowed):
        stop_watch(watch=watch.pk, by=texan)


def test_only_the_newest_copies_are_kept(site: Site, ada: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("jurisdictions.record.watching.store.COPIES", 2)
    assert COPIES > 2
    watch = watching(ada, f"{site.origin}/law")
    for number in range(4):
        site.says("/law", f"<p>{number}.")
        looked(watch, NOON + number * DAY)
    kept = [copy_of(one.checksum).is_file() for one in watch.looks.order_by("pk")]
    assert kept == [False, False, True, True]
    assert Person.objects.filter(name="Ada").exists()


def test_what_rests_on_a_source_that_vanished_is_flagged(
    site: Site, ada: Any, client: Client
) -> None:
    """A page answers 404 twice: its facts are flagged, on a new edition; there again, not."""
    key = next(
        key
        for key, facts in Counter(
            Citation.objects.current()
            .filter(fact__program__slug="287g", contradicts=False)
            .values_list("source__key", flat=True)
        ).items()
        if facts
    )
    address = site.says("/law", "<p>One.")
    correct_fact(
        program="287g",
        name=f"source:{key}",
        cells={"url": address.replace("http://", "https://")},
        by="Ada",
        reason="Moved",
        at=NOON - DAY,
    )
    Source.objects.current().filter(key=key).update(url=address)
    watch = watching(ada, address)
    assert watch.source == key
    looked(watch)
    assert f"source-vanished-{key}" not in client.get("/287g/flags.csv").text
    del site.pages["/law"]
    looked(watch, NOON + DAY)
    assert Source.objects.current().get(key=key).vanished_on is None
    looked(watch, NOON + 2 * DAY)
    vanished = Source.objects.current().get(key=key)
    assert str(vanished.vanished_on) == "2026-11-27"
    assert vanished.change.made_by == "Watched sources"
    flags = client.get("/287g/flags/source-vanished.csv").text
    assert f"source-vanished-{key.replace('_', '-')}" in flags
    page = client.get("/287g/flags/source-vanished/").content.decode()
    assert "nothing is at its address any more since November 27, 2026" in page
    there = client.get(f"/287g/sources/{key}/").content.decode()
    assert "Nothing is found there any more since November 27, 2026" in there
    site.says("/law", "<p>One.")
    looked(watch, NOON + 3 * DAY)
    assert Source.objects.current().get(key=key).vanished_on is None
    assert "source-vanished-" not in client.get("/287g/flags/source-vanished.csv").text
