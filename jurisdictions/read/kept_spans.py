"""Every place's spans, kept for the latest editions; one that follows is read by its changes.

Most publications change a few places, or none: to read 60,000 spans for each took seconds, in
every process, before the first page of the edition was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import groupby
from threading import Lock
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet

from jurisdictions.models import Edition
from jurisdictions.models import Span as StoredSpan
from jurisdictions.publish.spans import READ
from jurisdictions.read.raw_spans import RawSpan, raw_spans
from jurisdictions.read.rows import AsOf

EDITIONS_KEPT = 3
"""Some 9 MB each; those that follow one another share what did not change."""
MOST_CHANGED = 500
"""Places; where more changed, all are read."""

Standing = tuple[tuple[date, ...], tuple[RawSpan, ...]]
"""A place's spans, first to last, and the days they start on."""


class _Kept(NamedTuple):
    program: str
    number: int
    spans: Mapping[str, Standing]


_kept: dict[str, _Kept] = {}
"""By the edition's stamp, the latest asked for last."""
_turn = Lock()


def standing_of(as_of: AsOf) -> Mapping[str, Standing]:
    """Every place's spans by geoid, in its order. One query the first time an edition is read."""
    with _turn:
        return _found(as_of) or _keep(as_of, dict(_grouped(read(as_of, published(as_of)))))


def already_kept(as_of: AsOf) -> Mapping[str, Standing] | None:
    """The same where it is kept; None where the database is to be asked."""
    kept = _kept.get(as_of.edition.stamp)
    return kept.spans if kept else None


def kept_or_following(as_of: AsOf) -> Mapping[str, Standing] | None:
    """The same where it is kept or follows one that is; None where all would have to be read."""
    with _turn:
        return _found(as_of)


def forget() -> None:
    """Keep nothing of what was read."""
    with _turn:
        _kept.clear()


def published(as_of: AsOf) -> QuerySet[StoredSpan]:
    """The stored spans that stand in the edition."""
    number = as_of.edition.number
    return StoredSpan.objects.filter(
        Q(last_edition__isnull=True) | Q(last_edition__gte=number),
        program__slug=as_of.program.slug,
        first_edition__lte=number,
    )


def _found(as_of: AsOf) -> Mapping[str, Standing] | None:
    own = _kept.get(as_of.edition.stamp)
    spans = own.spans if own else _following(as_of)
    return None if spans is None else _keep(as_of, spans)


def _keep(as_of: AsOf, spans: Mapping[str, Standing]) -> Mapping[str, Standing]:
    stamp = as_of.edition.stamp
    _kept.pop(stamp, None)
    while len(_kept) >= EDITIONS_KEPT:
        del _kept[next(iter(_kept))]
    _kept[stamp] = _Kept(as_of.program.slug, as_of.edition.number, spans)
    return spans


def _following(as_of: AsOf) -> Mapping[str, Standing] | None:
    """What the nearest kept edition before it has, with the places that changed since read anew."""
    slug, number = as_of.program.slug, as_of.edition.number
    earlier = [
        (one.number, stamp, one.spans)
        for stamp, one in _kept.items()
        if one.program == slug and one.number < number
    ]
    if not earlier:
        return None
    before, stamp, spans = max(earlier, key=lambda one: one[0])
    # Another database, or one that was restored, has other editions of the same numbers.
    if not Edition.objects.filter(token=stamp, program__slug=slug, number=before).exists():
        return None
    changed = _changed(slug, before, number)
    if len(changed) > MOST_CHANGED:
        return None
    if not changed:
        return spans
    now = dict(_grouped(read(as_of, published(as_of).filter(geoid__in=changed))))
    left = {geoid: one for geoid, one in spans.items() if geoid not in changed}
    return dict(sorted({**left, **now}.items()))


def _changed(slug: str, before: int, number: int) -> set[str]:
    """The places of which one edition has a span that the other has not."""
    came = Q(first_edition__gt=before, first_edition__lte=number)
    went = Q(last_edition__gte=before, last_edition__lt=number)
    spans = StoredSpan.objects.filter(came | went, program__slug=slug)
    return set(spans.order_by().values_list("geoid", flat=True).distinct())


def read(as_of: AsOf, spans: QuerySet[StoredSpan]) -> Iterator[RawSpan]:
    """Stored spans as they are told, by geoid, first to last. One query."""
    rows = spans.order_by("geoid", F("start").asc(nulls_first=True))
    return raw_spans(as_of, rows.values_list("geoid", *READ).iterator(chunk_size=4000))


def _grouped(spans: Iterable[RawSpan]) -> Iterator[tuple[str, Standing]]:
    once: dict[object, Any] = {}
    for geoid, group in groupby(spans, key=lambda span: span.geoid):
        of_place = tuple(sharing(span, once) for span in group)
        yield geoid, (tuple(span.start or date.min for span in of_place), of_place)


def sharing(span: RawSpan, once: dict[object, Any]) -> RawSpan:
    """The same span of values that are there once: equal texts and days are one object."""
    values: Any = span
    # A word equals the same word of another vocabulary, and is there once already.
    shared: RawSpan = type(values)(
        *[v if isinstance(v, StrEnum) else once.setdefault(v, v) for v in values]
    )
    return shared
