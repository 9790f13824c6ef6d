"""What is new for a follower, in words: from which status to which and why, and what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.news.rows import MOST_TOLD, Followed, News, Told, Turn
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf, PlaceRow, SourceRow
from jurisdictions.render.files.package.names import package_name
from jurisdictions.render.mails.parts import Item, Link, Part
from jurisdictions.render.programs.happened import happening_text
from jurisdictions.render.programs.why import why_line
from jurisdictions.render.words.days import date_text, since_text, until_text
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.happened import what_text
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.periods import period_text

DAY = timedelta(days=1)


def followed_text(followed: Followed, *, spoken: bool = False) -> str:
    """A place or an agency, as subjects name it, or sentences; "" where it is everything."""
    if followed.place:
        return followed.place.spoken if spoken else followed.place.label
    return f"{followed.agency.title} ({followed.agency.state})" if followed.agency else ""


def subject(news: Sequence[News], name: str) -> str:
    """What a list of mails shows: the status since when, where one place has another today."""
    turns = [turn for one in news for turn in one.turns if turn.end is None]
    number = sum(one.number for one in news)
    if len(turns) == 1 and turns[0].place == news[0].followed.place and turns[0].start:
        said = {"place": name, "status": label(turns[0].now.status), "since": _since(turns[0])}
        return _("%(place)s: “%(status)s” %(since)s") % said
    told = ngettext("%(name)s: one change", "%(name)s: %(number)s changes", number)
    return told % {"name": name, "number": number}


def news_parts(news: News, site: str) -> Iterator[Part]:
    """One program's news; `site` is the scheme and host of its links."""
    as_of = news.as_of
    said = {
        "program": as_of.program.name,
        "edition": as_of.edition.number,
        "day": date_text(as_of.edition.published_at.date()),
        "since": news.since,
    }
    told = _(
        "The record of %(program)s has changed: edition %(edition)s, published on %(day)s. Below is"
        " what it has otherwise than edition %(since)s, the last of which you were told."
    )
    yield Part(as_of.program.name, (told % said,))
    if news.turns:
        yield _turns(news, site)
    kinds = (
        (_("New in the record"), news.added),
        (_("Corrected"), news.corrected),
        (_("Taken back: the record does not say this any more"), news.taken_back),
    )
    for heading, rows in kinds:
        if rows:
            items = tuple(_told_item(as_of, one, site) for one in rows[:MOST_TOLD])
            yield Part(heading, _more(len(rows) - len(items)), items)
    links = [_changes(news, site)] if news.added or news.corrected or news.taken_back else []
    way = f"{site}{path_of(as_of.program.slug, 'data-edition', package=package_name(as_of))}"
    yield Part(links=(*links, Link(_("This edition, with all its data"), way)))


def _turns(news: News, site: str) -> Part:
    many = not (news.followed.place and not news.followed.place.is_state)
    items = tuple(_turn(news.as_of, turn, many, site) for turn in news.turns)
    more = news.turned - len({turn.place.geoid for turn in news.turns})
    lines: tuple[str, ...] = ()
    if more > 0:
        told = ngettext(
            "The status of one more place differs.",
            "The status of %(number)s more places differs.",
            more,
        )
        lines = (told % {"number": more},)
    return Part(_("From which status to which"), lines, items)


def _turn(as_of: AsOf, turn: Turn, named: bool, site: str) -> Item:
    said = {
        "place": turn.place.label,
        "days": beginning_a_line(_days(turn)),
        "now": label(turn.now.status),
        "was": label(turn.was) if turn.was else "",
    }
    text = _("%(days)s: “%(now)s”.") % said
    if named:
        text = _("%(place)s. %(days)s: “%(now)s”.") % said
    if turn.was:
        before = _("Before, the record said “%(was)s”.") % said
        text = f"{text} {before}"
    on = max(filter(None, (turn.start, min(as_of.on, turn.end - DAY) if turn.end else as_of.on)))
    why = why_line(turn.now, turn.place, replace(as_of, on=on))
    link = Link(_("The page of this place"), _place_way(as_of, turn.place, site))
    return Item(text, (_("Why: %(why)s") % {"why": why},), (link,))


def _days(turn: Turn) -> str:
    last = turn.end - DAY if turn.end else None
    if turn.start and last:
        return period_text(turn.start, last)
    if last:
        return until_text(last)
    return _since(turn) if turn.start else _("on every day")


def _since(turn: Turn) -> str:
    """Since when a status holds, as exactly as it is known."""
    known = turn.now.start_on if turn.now.start == turn.start else None
    return since_text(known or turn.start or date.min)


def _told_item(as_of: AsOf, told: Told, site: str) -> Item:
    one = told.happening
    who = f"{one.title} ({one.state})" if one.state and one.agency else one.title
    said = {"day": date_text(one.on), "what": what_text(one.what), "who": who}
    more = [happening_text(one)]
    if told.before:
        more.append(_("Before, the record said %(day)s.") % {"day": date_text(told.before)})
    if told.reason:
        more.append(_("Reason given: %(reason)s") % {"reason": told.reason})
    history = f"{site}{path_of(as_of.program.slug, 'fact-history', name=one.fact)}"
    links = (
        *(_source(as_of, source, site) for source in told.sources),
        Link(_("History of this fact"), history),
    )
    return Item(_("%(day)s. %(what)s: %(who)s.") % said, tuple(filter(None, more)), links)


def _source(as_of: AsOf, source: SourceRow, site: str) -> Link:
    """Where it can be looked up; without an address of its own, our page of it."""
    publisher = f", {source.publisher}" if source.publisher else ""
    own = f"{site}{path_of(as_of.program.slug, 'source', key=source.key)}"
    return Link(
        _("Source: %(source)s") % {"source": f"{source.title}{publisher}"}, source.url or own
    )


def _more(number: int) -> tuple[str, ...]:
    """That there is more of it than is told."""
    told = ngettext("One more is not listed here.", "%(number)s more are not listed here.", number)
    return (told % {"number": number},) if number > 0 else ()


def _changes(news: News, site: str) -> Link:
    """Where all of it stands on the site."""
    rows = (*news.added, *news.corrected, *news.taken_back)
    days = [one.happening.day for one in rows]
    asked = {"from": min(days).isoformat(), "to": max(days).isoformat()}
    if news.followed.place:
        asked["state"] = news.followed.place.state
    way = f"{site}{path_of(news.as_of.program.slug, 'changes')}?{urlencode(asked)}"
    return Link(_("All that happened on these days, on the site"), way)


def _place_way(as_of: AsOf, place: PlaceRow, site: str) -> str:
    path = reverse("place", kwargs={"geoid": place.geoid, "slug": place.slug})
    return f"{site}{path}?{urlencode({'program': as_of.program.slug})}"
