"""Spans of the edition, or derived afresh for a day as known on another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from threading import Lock
from typing import Any

from django.db.models import Q

from jurisdictions.models import Program
from jurisdictions.models.lying_in import lying_in
from jurisdictions.publish.derive import derive, load_facts
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.kept_spans import (
    Standing,
    already_kept,
    kept_or_following,
    published,
    read,
    sharing,
    standing_of,
)
from jurisdictions.read.raw_spans import RawSpan, derived_span
from jurisdictions.read.rows import AsOf
from jurisdictions.status.geoids import lies_in

__all__ = ["RawSpan", "all_spans", "spans_of_place", "spans_on", "spans_within", "standing"]


def spans_on(as_of: AsOf, geoids: Iterable[str] | None = None) -> Iterable[RawSpan]:
    """The span that holds on the day, of every place or of these, by geoid.

    For every place: one query the first time an edition is read, then none. For some: one query,
    none for a kept edition.
    """
    if as_of.known_on is not None:
        known = _known(as_of)
        wanted = known if geoids is None else [g for g in geoids if g in known]
        return [_at(known[geoid], as_of.on) for geoid in wanted]
    day = as_of.on
    if geoids is None:
        return [spans[bisect_right(starts, day) - 1] for starts, spans in standing(as_of)]
    if kept := already_kept(as_of):
        named = (kept[geoid] for geoid in sorted(geoids) if geoid in kept)
        return [spans[bisect_right(starts, day) - 1] for starts, spans in named]
    held = published(as_of).filter(
        Q(start__isnull=True) | Q(start__lte=day),
        Q(end__isnull=True) | Q(end__gt=day),
        geoid__in=list(geoids),
    )
    return list(read(as_of, held))


def spans_of_place(as_of: AsOf, geoid: str) -> tuple[RawSpan, ...]:
    """Every span of a place, first to last. One query, none for a kept edition."""
    if as_of.known_on is not None:
        return _known(as_of).get(geoid, ())
    if kept := already_kept(as_of):
        return kept[geoid][1] if geoid in kept else ()
    return tuple(read(as_of, published(as_of).filter(geoid=geoid)))


def spans_within(as_of: AsOf, state: str) -> tuple[RawSpan, ...]:
    """Every span of the jurisdictions of a state, by geoid, first to last. One query."""
    if as_of.known_on is not None:
        known = _known(as_of)
        return tuple(s for g in known if lies_in(g, state) and g != state for s in known[g])
    return tuple(read(as_of, published(as_of).filter(lying_in([state])).exclude(geoid=state)))


def all_spans(as_of: AsOf) -> Iterable[RawSpan]:
    """Every span of every place, by geoid, first to last. One query, none for a kept edition."""
    if as_of.known_on is not None:
        return (span for spans in _known(as_of).values() for span in spans)
    if kept := kept_or_following(as_of):
        return (span for _starts, spans in kept.values() for span in spans)
    return read(as_of, published(as_of))


def standing(as_of: AsOf) -> Collection[Standing]:
    """Every place's spans and the days they start on, kept for the latest editions read."""
    return standing_of(as_of).values()


def _known(as_of: AsOf) -> Mapping[str, tuple[RawSpan, ...]]:
    assert as_of.known_on is not None  # noqa: S101 - callers ask only then
    edition = as_of.edition
    # One at a time: each holds every fact while it lasts, and two are no sooner done side by side.
    with _deriving:
        return _derived(as_of.program.slug, edition.last_change, edition.stamp, as_of.known_on)


_deriving = Lock()


@kept_once(maxsize=2)
def _derived(
    program: str, last_change: int, stamp: str, known_on: date
) -> Mapping[str, tuple[RawSpan, ...]]:
    """All spans as known on a day: about a second's work, so the last two are kept."""
    del stamp
    loaded = load_facts(Program.objects.get(slug=program), last_change)
    derived = derive(program, loaded, known_on=known_on)
    once: dict[object, Any] = {}
    spans = {
        geoid: tuple(sharing(derived_span(program, geoid, span), once) for span in found)
        for geoid, found in derived
    }
    return dict(sorted(spans.items()))


def _at(spans: tuple[RawSpan, ...], day: date) -> RawSpan:
    return next(s for s in reversed(spans) if s.start is None or s.start <= day)
