"""A frozen site stands alone: no server, no way that leads nowhere, signed, whole after a kill."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from jurisdictions.freezing import addresses, making
from jurisdictions.freezing.checking import faults_of
from jurisdictions.freezing.hosting import write_hosting
from jurisdictions.freezing.making import FreezeRefused, freeze
from jurisdictions.freezing.minisign import write_key
from jurisdictions.freezing.pages import Copy, frozen_page, word_of
from jurisdictions.freezing.sums import faults_of_sums
from jurisdictions.freezing.writing import Written, write_file
from tests.databases import FEW_AGENCIES, OwnDatabase, connected_to

AT = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
DELAWARE = frozenset({"10"})
# The sorts of which there are hundreds: one sort stands for all of them in a test of seconds.
FEWER = r"|^/[^/]+/(?:sources|claims|requests|flags|charts|data|compare|known-later)\b|^/story/"
PAGED = re.compile(r"^/287g/(?:agencies|agreements)/$")


@pytest.fixture
def tracker(
    tmp_path: Path,
    settings: Any,
    own_database: OwnDatabase,
    django_db_blocker: DjangoDbBlocker,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Path]:
    """A tracker with few agencies, of whose site a small part is frozen."""
    folder = tmp_path / "data"
    folder.mkdir()
    fewer = re.compile(addresses._SERVER.pattern + FEWER)
    monkeypatch.setattr(addresses, "_SERVER", fewer)
    monkeypatch.setattr(addresses, "_LIST", PAGED)
    settings.STATIC_ROOT = folder / "static"
    (folder / "static" / "css").mkdir(parents=True)
    before, settings.DATA_DIR = settings.DATA_DIR, folder
    with own_database(folder, holding=FEW_AGENCIES) as address:
        own = str(folder / "tracker.sqlite3")
        database = own if connection.vendor == "sqlite" else address.rpartition("/")[2]
        with django_db_blocker.unblock(), connected_to(database):
            yield folder
    settings.DATA_DIR = before


def frozen(to: Path, **how: Any) -> making.Made:
    asked = {"at": AT, "key": None, "told": lambda _done, _known: None, "states": DELAWARE, **how}
    return freeze("newest", to, **asked)


def ways_that_lead_nowhere(folder: Path) -> list[str]:
    """But for static files, which a test's tracker has not collected."""
    return [one for one in faults_of(folder) if "/static/" not in one]


def test_every_sort_of_page_stands_in_both_languages_and_a_kill_costs_nothing_that_stood(
    tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "site"
    written = making._in_parallel

    def cut_short(*asked: Any) -> Iterator[Written]:
        for number, one in enumerate(written(*asked)):
            yield one
            if number == 20:
                raise KeyboardInterrupt

    monkeypatch.setattr(making, "_in_parallel", cut_short)
    with pytest.raises(KeyboardInterrupt):
        frozen(to)
    assert not to.exists()
    noted = len((tmp_path / ".site.half.journal").read_text().splitlines()) - 1
    assert noted >= 20
    asked_again: list[str] = []

    def counted(*asked: Any) -> Iterator[Written]:
        for one in written(*asked):
            asked_again.append(one.question)
            yield one

    monkeypatch.setattr(making, "_in_parallel", counted)
    made = frozen(to, key=write_key(tmp_path / "key"))
    answers = json.loads((to / making.STANDS).read_text())["answers"]
    assert len(asked_again) == len(answers) - noted
    for start in ("", "es/"):
        for page in (
            *("", "about/", "feeds/", "not-here/", "secure-communities/", "287g/"),
            *("287g/agencies/", "287g/agreements/", "secure-communities/jurisdictions/"),
            *("secure-communities/policy/", "secure-communities/methodology/"),
            *("secure-communities/glossary/", "secure-communities/changes/", "places/10001/"),
            *("embed/287g/map/", "287g/agreements/--state-IL/"),
        ):
            assert (to / start / page / "index.html").is_file(), start + page
    assert (to / "map/secure-communities/1/status.json").is_file()
    assert ways_that_lead_nowhere(to) == []
    # Its searches read the files of names and ask for nothing that is not there.
    for page in ("", "es/", "secure-communities/", "287g/"):
        text = (to / page / "index.html").read_text()
        assert "places/search.json" not in text, page
        # Which they do without a server: only who has no script is told of it.
        said = "Sin JavaScript, la búsqueda" if page == "es/" else "Without JavaScript, searching"
        assert text.count(said) == 1, page
        assert "Choosing and searching here" not in text, page
    english, spanish = ((to / name / "index.html").read_text() for name in ("about", "es/about"))
    assert "needs no server" in english
    assert "no necesita servidor" in spanish

    # Nothing has changed: nothing is asked for.
    asked_again.clear()
    again = frozen(to)
    assert (again.changed, asked_again) == (0, [])
    assert (again.files, again.size) == (made.files, made.size)
    # Another version of what is published: what says the same stays the same file.
    about = to / "about/index.html"
    inode = about.stat().st_ino
    monkeypatch.setattr(making, "_word", lambda _states: "another edition")
    (to / making.STANDS).write_text(
        (to / making.STANDS).read_text().replace(answers["287g/index.html"], "0" * 64)
    )
    assert frozen(to).changed == 1
    assert about.stat().st_ino == inode

    # What was damaged, removed or put there is found.
    about.write_text("nothing of the kind")
    (to / "287g/index.html").unlink()
    (to / "more.txt").write_text("more")
    found = "\n".join(faults_of_sums(to))
    assert "Damaged: about/index.html" in found
    assert "Missing: 287g/index.html" in found
    assert "Not listed: more.txt" in found
    with pytest.raises(FreezeRefused, match="not the newest"):
        freeze("7", to, at=AT, key=None, told=lambda _done, _known: None)


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("/about/?program=287g", "/about/"),
        ("/secure-communities/?date=2011-08-05&amp;layer=status", "/secure-communities/"),
        ("/secure-communities/?known=2011-08-05", None),
        ("/es/287g/agreements/?state=CA&page=2", "/es/287g/agreements/?page=2&state=CA"),
        ("/287g/agreements/?sort=name", None),
        ("/287g/places/06-california/wrong/?fact=a", None),
        ("/api/v1/status", None),
        ("/287g/desk/", None),
        ("/secure-communities/places/06.csv", "/secure-communities/places/06.csv"),
        ("/secure-communities/places/06037.csv", None),
        ("/secure-communities/map.png?date=2011-08-05", None),
    ],
)
def test_an_address_is_frozen_by_one_rule(link: str, asked: str | None) -> None:
    assert addresses.asked(link) == asked


def test_a_picture_on_a_page_has_a_file_for_each_way_it_is_asked_for() -> None:
    link = "/287g/map.png?size=small&date=2026-05-18"
    question = addresses.asked(link, shown=True)
    assert question == "/287g/map.png?date=2026-05-18&size=small"
    assert addresses.address_in_copy(link, question) == (
        "/287g/map--date-2026_05_18--size-small.png"
    )


def test_a_checker_finds_ways_that_lead_nowhere_and_what_is_loaded_from_elsewhere(
    tmp_path: Path,
) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="/none/">a</a><a href="https://example.org/">b</a>'
        '<img src="https://example.org/a.png"><script src="/there.js"></script>'
    )
    (tmp_path / "there.js").write_text('import "./gone.js";')
    found = faults_of(tmp_path)
    assert "index.html leads nowhere: /none/" in found
    assert "index.html loads from elsewhere: https://example.org/a.png" in found
    assert "there.js leads nowhere: ./gone.js" in found
    assert not any("https://example.org/'" in one or "there.js'" in one for one in found)


def test_all_that_is_left_out_is_listed_in_both_languages_one_step_from_each_page(
    tmp_path: Path,
) -> None:
    copy = Copy({"en": "edition 1", "es": "edición 1"}, "", "", frozenset())
    write_hosting(tmp_path, copy)
    for language, start, told in (
        ("en", "/", ("reports as PDF", "GeoJSON", "a single county", "histories", "the API")),
        ("es", "/es/", ("informes en PDF", "GeoJSON", "un solo condado", "historiales", "la API")),
    ):
        listed = (tmp_path / f"{start}not-here/index.html".lstrip("/")).read_text()
        assert [one for one in told if one not in listed] == []
        assert f'href="{start}not-here/"' in word_of(copy, f"{start}about/", language)


@pytest.mark.parametrize(
    "link",
    [
        "/287g/agencies/?model=task-force",
        "/287g/places/06-california/?date=2011-08-05&known=2011-08-05",
        "/287g/briefing.pdf",
        "/287g/jurisdictions.geojson",
        "/287g/places/06037.json",
        "/embed/287g/place/06037/",
        "/embed/287g/timeline/06037/",
        "/cite.bib?page=/about/",
        "/287g/history/agency:a/",
        "/287g/sources/rr_lists/files/1/",
        "/api/v1/status/",
        "/follow/",
        "/account/login/",
    ],
)
def test_what_is_listed_as_left_out_is_left_out(link: str) -> None:
    assert addresses.asked(link) is None
    assert addresses.asked(f"/es{link}") is None


def test_a_copy_of_which_an_answer_is_missing_takes_no_whole_ones_place(
    tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to, fails, asked = tmp_path / "site", {"/feeds/"}, list[str]()

    def answered(waiting: deque[str], half: Path, _copy: Copy) -> Iterator[Written]:
        while waiting:
            question = waiting.popleft()
            asked.append(question)
            file = f"{question.strip('/')}.html"
            failed = 500 if question in fails else 0
            yield Written(
                question, file, "" if failed else write_file(half / file, b"x"), failed=failed
            )

    monkeypatch.setattr(making, "_in_parallel", answered)
    monkeypatch.setattr(making, "seeds", lambda _programs, _copy: ["/about/", "/feeds/"])
    with pytest.raises(FreezeRefused, match=r"1 address was not answered: /feeds/ \(500\)\."):
        frozen(to)
    assert not to.exists()
    asked.clear()
    fails.clear()
    frozen(to)
    assert asked == ["/feeds/"]
    assert (to / "about.html").is_file()
    assert (to / "about.html").samefile(to / "feeds.html"), "what is the same is one file"
    # Another edition, of which an answer fails: the earlier copy stays as it is.
    before = {one: one.stat().st_ino for one in to.rglob("*")}
    monkeypatch.setattr(making, "_word", lambda _states: "another edition")
    fails.add("/about/")
    with pytest.raises(FreezeRefused, match="/about/"):
        frozen(to)
    assert {one: one.stat().st_ino for one in to.rglob("*")} == before


def test_a_name_that_the_tracker_does_not_answer_to_is_refused_before_anything_is_asked(
    tracker: Path, tmp_path: Path, settings: Any
) -> None:
    settings.MAIL_SITE_URL = "https://tracker.example.org:8443"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    with pytest.raises(FreezeRefused, match=r"ALLOWED_HOSTS lacks tracker\.example\.org"):
        frozen(tmp_path / "site")
    assert list(tmp_path.glob("*site*")) == []


def test_a_page_is_the_same_whatever_the_order_of_its_policy() -> None:
    """Each process says the parts of the policy in an order of its own."""
    copy = Copy({"en": "287(g), edition 1"}, site="", own="http://localhost", states=frozenset())
    orders = (
        "script-src 'self'; frame-ancestors 'none'; default-src 'none'",
        ("default-src 'none'; script-src 'self'; frame-ancestors 'none'"),
    )
    text = '<head><meta charset="utf-8"></head><main></main>'
    one, other = (frozen_page(text, "/about/", copy, order).text for order in orders)
    assert one == other
    assert 'default-src &#x27;none&#x27;; script-src &#x27;self&#x27;"' in one
