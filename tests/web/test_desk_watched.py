"""Watched sources at the desk: begun, looked at, changes side by side, lists answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings as SettingsWrapper

from jurisdictions.models import Job, Look, Watch
from jurisdictions.record.watching.looking import look
from tests.a_site import Site, a_site
from tests.people import make_person, sign_in
from tests.record.lists.list_files import COOK, write_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_agencies")]
WATCHED = "/287g/desk/watched/"


@pytest.fixture
def site(settings: SettingsWrapper, tmp_path: Path) -> Iterator[Site]:
    with a_site() as one:
        settings.FETCH_TRIED_ORIGINS = [one.origin]
        settings.WATCHING = True
        settings.DATA_DIR = tmp_path / "data"
        settings.UPLOADS_ROOT = tmp_path / "uploads"
        yield one


@pytest.fixture
def ada() -> Client:
    return sign_in(Client(), make_person("editor", "US", name="Ada"))


def begun(client: Client, address: str, **said: str) -> str:
    answer = client.post(WATCHED, {"address": address, "kind": "page", "hours": "24", **said})
    assert answer.status_code == 303, answer.content.decode()
    return str(answer["Location"])


def test_a_page_is_watched_and_what_changed_is_shown_side_by_side(site: Site, ada: Client) -> None:
    here = begun(ada, site.says("/order", "<p>It ends in 2027."), title="The order")
    watch, now = Watch.objects.get(), timezone.now()
    look(watch.pk, at=now - timedelta(hours=2))
    site.says("/order", "<p>It ends in <script>alert(1)</script>2028.&lt;script&gt;")
    look(watch.pk, at=now - timedelta(hours=1))
    page = ada.get(here).content.decode()
    for told in ("The order", "Changed", "First copy", "Look now", "Stop watching"):
        assert told in page
    changed = ada.get(f"{here}{Look.objects.latest('pk').pk}/").content.decode()
    assert "<del>2027.</del>" in changed
    assert "<ins>2028.&lt;script&gt;</ins>" in changed
    assert "alert(1)" not in changed
    copy = ada.get(f"{here}{Look.objects.latest('pk').pk}/copy")
    assert copy["Content-Type"] == "application/octet-stream"
    assert copy["Content-Disposition"].startswith("attachment")
    assert ada.get("/es" + here).status_code == 200
    assert "Fuentes en observación" in ada.get("/es" + WATCHED).content.decode()
    assert ada.get(here.replace("287g", "secure-communities")).status_code == 404


def test_a_look_is_asked_for_and_the_watch_stopped(site: Site, ada: Client) -> None:
    here = begun(ada, site.says("/order", "<p>One."))
    assert ada.post(here, {"act": "look"}).status_code == 303
    assert Job.objects.get(kind="look").arguments["watch"] == Watch.objects.get().pk
    assert ada.post(here, {"act": "stop"}).status_code == 303
    assert "Stopped" in ada.get(WATCHED).content.decode()
    assert ada.post(here, {"act": "resume", "hours": "168"}).status_code == 303
    assert "once a week" in ada.get(WATCHED).content.decode()
    assert ada.post(here, {"act": "resume", "hours": "1"}).status_code == 400
    assert ada.post(here, {"act": "burn"}).status_code == 404


def test_an_address_inside_is_refused_with_words(site: Site, ada: Client) -> None:
    answer = ada.post(WATCHED, {"address": "http://169.254.169.254/", "hours": "24"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Only addresses that begin with https://" in page
    assert 'value="http://169.254.169.254/"' in page


def test_it_is_said_that_nothing_is_looked_at(ada: Client) -> None:
    assert "has not turned watching on" in ada.get(WATCHED).content.decode()


def test_the_questions_of_a_list_are_answered_at_its_page(
    site: Site, ada: Client, tmp_path: Path
) -> None:
    name = "participatingAgencies06012026am.xlsx"
    content = write_list(tmp_path / name, [COOK]).read_bytes()
    here = begun(ada, site.says(f"/{name}", content), kind="list")
    look(Watch.objects.get().pk, at=timezone.now())
    assert "questions wait for an answer" in ada.get(WATCHED).content.decode()
    assert "Answer what this list asks" in ada.get(here).content.decode()
    taken = ada.post(here, {"act": "take", "look": str(Look.objects.get().pk)})
    assert taken.status_code == 303
    assert "more than a tenth" in ada.get(taken["Location"]).content.decode()
    sent = {"act": "send", "title": "A list", "reason": "As posted.", "confirmed": "ends-many"}
    assert ada.post(taken["Location"], sent).status_code == 303
    page = ada.get(here).content.decode()
    assert "Answer what this list asks" not in page
    assert "Proposal " in page
