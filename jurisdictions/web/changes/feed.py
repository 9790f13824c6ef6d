"""The feeds of what changed: an entry for each day with something new, and each edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from itertools import groupby, islice

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.edition_changes import ChangedFact, changed_since_before
from jurisdictions.read.editions import editions
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.newest_versions import recorded_at
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.package.names import package_name
from jurisdictions.render.programs.happened import happening_text
from jurisdictions.render.words.happened import what_text
from jurisdictions.web.changes.everything import host_of, of_each
from jurisdictions.web.changes.followed import Followed, followed
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import public_page

DAYS = 60
"""Days with an entry, the latest on which something happened."""
EDITIONS = 20
NAMED = 100
"""What an entry names of a day or an edition, and says of the rest how many there are."""
EVERYTHING = "all"
"""What the feed of all programs is called for ever; no program is called so."""
ATOM = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `key` is what its lasting id ends in."""

    key: str
    title: str
    link: str
    told: tuple[str, ...]
    more: int
    updated: datetime


@public_page
def feed(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All of a program, or what `followed` reads from the query."""
    asked = followed(as_of, request.GET)
    title = _("%(program)s: what changed") % {"program": as_of.program.name}
    name = ": ".join(filter(None, (title, asked.name)))
    parts, stands = (as_of.program.slug, *asked.parts), as_of.edition.published_at
    return _answer(request, name, asked.page, parts, _entries(as_of, asked), stands)


@public_page
def all_feeds(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Everything at once: all programs, each entry under the name of its program."""
    entries: list[Entry] = []
    for one, asked in of_each():
        name, slug = one.program.name, one.program.slug
        entries += (
            replace(entry, key=f"{slug}/{entry.key}", title=f"{name}: {entry.title}")
            for entry in _entries(one, asked)
        )
    title = _("Jurisdiction tracker: what changed")
    return _answer(
        request, title, address("feeds", {}), (EVERYTHING,), entries, as_of.edition.published_at
    )


def _entries(as_of: AsOf, asked: Followed) -> Iterator[Entry]:
    yield from _days(as_of, asked)
    yield from _editions(as_of, asked)


class _Feed(Atom1Feed):
    """One without entries stands since its edition: Django would say "now" at each asking."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else self.feed["stands"]


def _answer(
    request: HttpRequest,
    title: str,
    page: str,
    parts: Sequence[str],
    entries: Iterable[Entry],
    stands: datetime,
) -> HttpResponse:
    """The feed, what was recorded last first; `parts` tell it from every other.

    `stands`: since when a feed says what it says that has no entry.
    """
    answer = _Feed(
        stands=stands,
        title=title,
        link=absolute(request, page),
        description=None,
        language=get_language() or "en",
        # RFC 4287 wants one; readers that check refuse a feed without.
        author_name=_("Jurisdiction tracker"),
        author_link=absolute(request, address("home", {})),
        feed_url=absolute(request, request.get_full_path()),
        feed_guid=_id(request, parts, ""),
    )
    for one in sorted(entries, key=lambda one: one.updated, reverse=True):
        answer.add_item(
            title=one.title,
            link=absolute(request, one.link),
            description=_content(one),
            unique_id=_id(request, parts, one.key),
            updateddate=one.updated,
            pubdate=one.updated,
        )
    return HttpResponse(answer.writeString("utf-8"), content_type=ATOM)


def _id(request: HttpRequest, parts: Sequence[str], key: str) -> str:
    """A tag URI (RFC 4151), the same for ever and in every language's feed another."""
    first, *more = parts
    said = (first, get_language() or "en", *more, key)
    return f"tag:{host_of(request)},2026:changes/{'/'.join(filter(None, said))}"


def _days(as_of: AsOf, asked: Followed) -> Iterator[Entry]:
    latest = groupby(reversed(asked.found), lambda one: one.day)
    days = [(day, list(rows)) for day, rows in islice(latest, DAYS)]
    at = recorded_at(as_of, {one.fact for _day, rows in days for one in rows})
    for day, rows in days:
        yield Entry(
            day.isoformat(),
            asked.titled(day, rows),
            asked.on_day(day),
            tuple(_lines(rows[:NAMED])),
            len(rows) - NAMED,
            max(at.get(one.fact, as_of.edition.published_at) for one in rows),
        )


def _lines(rows: Iterable[Happening]) -> Iterator[str]:
    for one in rows:
        who = f"{one.title} ({one.state})" if one.state else one.title
        yield f"{what_text(one.what)}: {who}. {happening_text(one)}".strip()


def _editions(as_of: AsOf, asked: Followed) -> Iterator[Entry]:
    """What each edition after the first changed in the record; of a part that is not told."""
    if not asked.whole:
        return
    for row in islice(editions(as_of.program.slug), EDITIONS):
        if row.number == 1 or row.number > as_of.edition.number:
            continue
        then = replace(as_of, edition=row)
        changed = changed_since_before(then)
        yield Entry(
            f"edition-{row.number}",
            _("Edition %(number)s of the record: %(reason)s")
            % {"number": row.number, "reason": row.reason or _("no reason given")},
            address("data-edition", {}, package=package_name(then)),
            tuple(_named(changed[:NAMED])),
            len(changed) - NAMED,
            row.published_at,
        )


def _named(changed: Sequence[ChangedFact]) -> Iterator[str]:
    words = {"added": _("Added"), "corrected": _("Corrected"), "retracted": _("Retracted")}
    for one in changed:
        yield f"{words[one.change]}: {one.fact}"


def _content(entry: Entry) -> str:
    """As HTML, which Django escapes once more for the feed."""
    told = "".join(f"<li>{escape(line)}</li>" for line in entry.told)
    more = _("and %(number)s more") % {"number": entry.more} if entry.more > 0 else ""
    return f"<ul>{told}</ul>" + (f"<p>{escape(more)}</p>" if more else "")
