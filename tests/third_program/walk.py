"""Goes through a tracker that a third program was added to, and tells what it saw as JSON.

Run in a copy of the tracker (see test_third_program): a program is found when its process begins,
so that the tests' own must not know of it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from time import monotonic
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
AT = datetime(2026, 11, 24, tzinfo=UTC)
DEFAULT, SLUG = "secure-communities", "priority-enforcement"
COOK = "/places/17031-cook-county-illinois/"
PAGES = {
    "home": "/",
    "home in Spanish": "/es/",
    "map": f"/{SLUG}/?date=2016-01-01",
    "map in Spanish": f"/es/{SLUG}/?date=2016-01-01",
    "map before": f"/{SLUG}/?date=2014-01-01",
    "map of a state": f"/{SLUG}/?date=2016-01-01&state=IL",
    "map as a picture": f"/{SLUG}/map.svg?date=2016-01-01",
    "list": f"/{SLUG}/jurisdictions/?date=2016-01-01&state=IL",
    "list of a status": f"/{SLUG}/jurisdictions/?date=2016-01-01&status=asked-for-notice&state=IL",
    "place": f"{COOK}?date=2016-01-01",
    "place in Spanish": f"/es{COOK}?date=2016-01-01",
    "place under the program": f"{COOK}?program={SLUG}&date=2016-01-01",
    "state": f"/places/17-illinois/?program={SLUG}&date=2016-01-01",
    "what changed": f"/{SLUG}/changes/?from=2015-01-01&to=2016-01-01",
    "charts": f"/{SLUG}/charts/",
    "two days compared": f"/{SLUG}/compare/?from=2015-01-01&to=2016-01-01",
    "policy": f"/{SLUG}/policy/",
    "sources": f"/{SLUG}/sources/",
    "source": f"/{SLUG}/sources/eo13768/",
    "glossary": f"/{SLUG}/glossary/",
    "methodology": f"/{SLUG}/methodology/",
    "methodology in Spanish": f"/es/{SLUG}/methodology/",
    "data": f"/{SLUG}/data/",
    "about": "/about/",
    "sitemap": "/sitemap.xml",
    "health": "/healthz",
    "history of a fact": f"/{SLUG}/history/policy_event:begins/",
    "list as CSV": f"/{SLUG}/jurisdictions.csv?date=2016-01-01&state=IL",
    "place as CSV": f"/{SLUG}/places/17031.csv",
    "programs in the API": "/api/v1/programs/",
    "summary in the API": f"/api/v1/summary/?program={SLUG}&date=2016-01-01",
    "statuses in the API": f"/api/v1/status/?program={SLUG}&date=2016-01-01&state=IL",
    "place in the API": f"/api/v1/jurisdictions/17031/?program={SLUG}&date=2016-01-01",
    "timeline in the API": f"/api/v1/jurisdictions/17031/timeline/?program={SLUG}",
    "acts in the API": f"/api/v1/facts/policy_event/?program={SLUG}",
    "changes in the API": f"/api/v1/changes/?program={SLUG}&from=2015-01-01&to=2016-01-01",
    "map of the first": f"/{DEFAULT}/?date=2010-12-01",
    "list of the first": f"/{DEFAULT}/jurisdictions/?date=2010-12-01",
    "schema": "/api/v1/schema/",
}


class Links(HTMLParser):
    """The addresses that a page links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a" and (said.get("href") or "").startswith("/"):
            self.found.append(str(said["href"]).partition("#")[0])


def begin(first: Path) -> None:
    """Start Django on a record of its own: a few places, the first program, and the third."""
    django.setup()
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from jurisdictions.management.catalogues import compile_catalogues
    from jurisdictions.publish.editions import publish_edition
    from jurisdictions.record.ingest.folder import load_folder
    from jurisdictions.record.ingest.folder_files import shipped_folders

    setup_test_environment()
    compile_catalogues(Path(settings.CATALOGUE_SOURCES), Path(settings.LOCALE_PATHS[0]))
    # Tables as the models have them now: to go through every migration takes longer than the rest.
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    own = next(one for one in shipped_folders() if one.name == SLUG)
    for folder, program in ((first, DEFAULT), (own, SLUG)):
        load_folder(folder, today=AT.date(), by="the tests", at=AT)
        publish_edition(program=program, by="the tests", reason="", at=AT)


def answers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each page by its name: the status of its answer, and its text."""
    from django.test import Client

    client = Client(raise_request_exception=False)
    for name, path in PAGES.items():
        answer = client.get(path)
        yield name, seen(answer)


def seen(answer: Any) -> dict[str, Any]:
    """What was seen of an answer."""
    streamed = getattr(answer, "streaming", False)
    body = b"".join(answer.streaming_content) if streamed else answer.content
    return {
        "status": answer.status_code,
        "text": body.decode(errors="replace"),
        "location": answer.get("Location", ""),
    }


def proposal() -> dict[str, Any]:
    """A federal act that was proposed, accepted and published, and what the map says after it."""
    from django.test import Client

    from tests.people import make_person, sign_in
    from tests.web.writing import fields, proposal_number

    author = sign_in(Client(), make_person("contributor", "US"))
    reviewer = sign_in(Client(), make_person("reviewer", "US"))
    form = f"/{SLUG}/desk/suggest/US/policy_event/"
    typed = {
        "f-0-title": "The program ends early",
        "f-0-on": "December 1, 2015",
        "f-0-effect": "ends",
        "s-0-key": "eo13768",
        "reason": "It ended before.",
        "do": "send",
    }
    number = proposal_number(author.post(form, typed))
    page = f"/{SLUG}/desk/proposals/{number}/"
    shown = seen(reviewer.get(page))
    decided = seen(
        reviewer.post(
            f"{page}decide/",
            {**fields(reviewer.get(page)), "decision": "accept", "reason": "", "do": "accept"},
        )
    )
    after = seen(reviewer.get(f"/api/v1/summary/?program={SLUG}&date=2016-01-01"))
    return {
        "form": seen(author.get(form)),
        "desk": seen(author.get(f"/{SLUG}/desk/")),
        "shown": shown,
        "decided": decided,
        "after": after,
    }


def main(first: Path, out: Path) -> None:
    """Walk, and write what was seen."""
    began = monotonic()
    begin(first)
    found: dict[str, Any] = dict(answers())
    found["proposal"] = proposal()
    found["seconds"] = monotonic() - began
    out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
