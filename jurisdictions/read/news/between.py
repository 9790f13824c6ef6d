"""What an edition has new of what is followed, from the same rows as `changes/` and the feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from jurisdictions.read.agencies.around import agency_of
from jurisdictions.read.asking import ask
from jurisdictions.read.corrections import corrections
from jurisdictions.read.happened.between import all_happenings
from jurisdictions.read.happened.followed import happened_at, happened_to_agency, has_agencies
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.news.rows import MOST_TOLD, Followed, News, Told
from jurisdictions.read.news.turns import turns_since
from jurisdictions.read.places import places_of
from jurisdictions.read.records import facts_named
from jurisdictions.read.rows import AsOf, FactRow, SourceRow

KEPT = 64
"""Hundreds follow the same state: what is new of it is put together once."""
Key = tuple[str, str, bool]
"""A fact, what happened by it, and whether that was its end."""


@lru_cache(maxsize=KEPT)
def news(
    *,
    program: str,
    since: int,
    until: int,
    geoid: str,
    agency: str,
    language: str,
    today: date,
) -> News | None:
    """What edition `until` of a program tells that `since` did not; kept, as editions are for good.

    None where nothing of what is followed is new, or it is not on record there.
    """
    if since >= until:
        return None
    then, now = (
        ask(program=program, edition=str(number), language=language, today=today)
        for number in (since, until)
    )
    then, now = (replace(one, on=today) for one in (then, now))
    found = _news(then, now, geoid, agency)
    return found if found and found.number else None


def followed(as_of: AsOf, geoid: str, agency: str) -> Followed | None:
    """What is followed, as an edition has it; None for what is not on record in it."""
    if geoid:
        place = places_of(as_of).get(geoid)
        return Followed(place=place) if place else None
    if agency:
        found = agency_of(as_of, agency) if has_agencies(as_of) else None
        return Followed(agency=found) if found else None
    return Followed()


def _news(then: AsOf, now: AsOf, geoid: str, agency: str) -> News | None:
    what = followed(now, geoid, agency)
    if what is None:
        return None
    before, after = _by_key(_happened(then, geoid, agency)), _by_key(_happened(now, geoid, agency))
    added = _latest(one for key, one in after.items() if key not in before)
    moved = _latest(o for key, o in after.items() if key in before and before[key].on != o.on)
    gone = _latest(one for key, one in before.items() if key not in after)
    reasons = _reasons(then, now) if moved or gone else {}
    cited = facts_named(now, {one.fact for rows in (added, moved) for one in rows[:MOST_TOLD]})
    turns, turned = ((), 0) if agency else turns_since(then, now, geoid)
    return News(
        as_of=now,
        since=then.edition.number,
        followed=what,
        turns=turns,
        turned=turned,
        added=_told(added, cited),
        corrected=_told(moved, cited, before, reasons),
        taken_back=_told(gone, {}, {}, reasons),
    )


def _happened(as_of: AsOf, geoid: str, agency: str) -> Sequence[Happening]:
    what = followed(as_of, geoid, agency)
    if what is None:
        return ()
    if what.place:
        return happened_at(as_of, what.place)
    return happened_to_agency(as_of, what.agency) if what.agency else all_happenings(as_of)


def _latest(found: Iterable[Happening]) -> list[Happening]:
    """The latest day first; those of one day stay in their order."""
    return sorted(found, key=lambda one: one.day, reverse=True)


def _by_key(found: Iterable[Happening]) -> dict[Key, Happening]:
    return {(one.fact, one.what.value, one.ended): one for one in found}


def _reasons(then: AsOf, now: AsOf) -> Mapping[str, str]:
    """Why the record was changed, by the fact; the latest reason of each."""
    first, last = (one.edition.published_at for one in (then, now))
    # A clock that was ahead for the first edition may have been set right before the last.
    found = corrections(now, first.date(), max(first, last).date())
    return {one.fact: one.reason for one in reversed(found) if one.at >= first}


def _told(
    found: Iterable[Happening],
    cited: Mapping[str, FactRow],
    before: Mapping[Key, Happening] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> tuple[Told, ...]:
    told = []
    for one in found:
        earlier = (before or {}).get((one.fact, one.what.value, one.ended))
        told.append(
            Told(
                one,
                _sources(cited.get(one.fact)),
                earlier.on if earlier else None,
                (reasons or {}).get(one.fact, ""),
            )
        )
    return tuple(told)


def _sources(fact: FactRow | None) -> tuple[SourceRow, ...]:
    """What supports it."""
    cited = fact.citations if fact else ()
    return tuple(dict.fromkeys(one.source for one in cited if not one.contradicts))
