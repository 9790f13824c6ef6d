"""A list that came from a watched address: read at once, proposed where nothing is to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from jurisdictions.models import Person
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.encodings import decoded
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.file_names import read_name
from jurisdictions.record.lists.programs.section_287g.recording import reason_of, title_of
from jurisdictions.record.lists.programs.section_287g.waiting import (
    begin_list,
    delete_list,
    send_list,
    waiting_list,
)
from jurisdictions.record.lists.taken_in import TakenIn
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.status.geoids import NATION

ENDINGS = (".xlsx", ".xls", ".csv")
MOST_LINKS = 6
"""Lists that one page is followed to: it has two, and now and then one of the day before."""
WATCHER = "Watched sources"
"""The person without an account who proposes what was read."""


def take_in(name: str, content: bytes, posted: datetime, at: datetime) -> TakenIn:
    """Read a list and propose it; where something is asked or to be confirmed, let it wait.

    Its day is that of its name; of one whose name tells none, the day on which it was posted.
    """
    by = watcher(at)
    day = None if read_name(name).day else posted.date()
    try:
        upload = begin_list(name=name, content=content, listed_on=day, language="en", by=by, at=at)
    except Refused as wrong:
        return TakenIn(said=wrong.faults[0].reason)
    found = waiting_list(upload, by, at.date())
    if found is None:
        return TakenIn()
    plan = found.plan
    if plan.known or plan.proposed or not (plan.wishes or plan.questions):
        delete_list(upload=upload, by=by)
        return TakenIn()
    if plan.questions or plan.warnings:
        return TakenIn(upload=upload)
    try:
        proposal = send_list(
            upload=upload,
            title=title_of(plan),
            reason=reason_of(plan),
            confirmed=(),
            by=by,
            at=at,
        )
    except (Refused, Conflict):
        return TakenIn(upload=upload)
    return TakenIn(proposal=proposal)


def watcher(at: datetime) -> Actor:
    """Who proposes what nobody uploaded: a person without an account."""
    person, _made = Person.objects.get_or_create(
        name=WATCHER, defaults={"joined_at": at, "wants_mail": False}
    )
    return Actor(person.pk, person.name, frozenset({(CONTRIBUTOR, NATION)}))


def links_in(content: bytes, address: str) -> list[str]:
    """The lists to which a page links, each once, in the page's order."""
    if content.lstrip()[:1] != b"<":
        return []
    try:
        text = decoded(content)[0]
    except Unreadable:
        return []
    reader = _Links()
    reader.feed(text)
    reader.close()
    found = dict.fromkeys(_lists(urljoin(address, link) for link in reader.links))
    return list(found)[:MOST_LINKS]


def _lists(links: Iterator[str]) -> Iterator[str]:
    for link in links:
        name = unquote(PurePosixPath(urlsplit(link).path).name)
        if name.casefold().endswith(ENDINGS) and read_name(name).kind:
            yield link.partition("#")[0]


class _Links(HTMLParser):
    """Collects what a page links to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.links.append(href.strip())
