"""What a change would do to a place: a picture of now and then, and the periods that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext as _

from jurisdictions.publish.preview import PlaceSpan
from jurisdictions.read.rows import SpanRow
from jurisdictions.record.proposing.preview import PlaceEffect
from jurisdictions.render.pictures.timeline_svg import (
    AXIS,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Lane,
    Picture,
    bars,
)
from jurisdictions.render.pictures.timescale import timescale
from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.render.words.days import from_text, until_text
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.shown import STATUS
from jurisdictions.status.dates import PartialDate, read_edtf

ROW, GAP = 24, 12
Days = Mapping[date, PartialDate]


@dataclass(frozen=True, slots=True)
class Turn:
    """A period in which something would read otherwise; None where the place is not on record."""

    dimension: str
    period: str
    before: StrEnum | None
    after: StrEnum | None
    css: str

    @property
    def said(self) -> tuple[str, str]:
        """How it reads now, and how it would."""
        nothing = _("not on record")
        return (
            label(self.before) if self.before else nothing,
            label(self.after) if self.after else nothing,
        )


def effect_picture(effect: PlaceEffect, on: date) -> Picture | None:
    """Each line that changes, as it stands and below it as it would; None for a new place."""
    before, after = _rows(effect.before), _rows(effect.after)
    days = [span.start for span in (*before, *after) if span.start]
    if not (before and after and days):
        return None
    scale = timescale(days, LEFT, WIDTH - LEFT - RIGHT, on)
    lanes: list[Lane] = []
    top = TOP
    for title, name, css in _dimensions(effect):
        if not _differs(effect, name):
            continue
        for spans, said in ((before, _(title)), (after, _("proposed"))):
            drawn = bars(spans, scale, css, lambda span, name=name: getattr(span, name))  # type: ignore[misc]
            lanes.append(Lane(said, top, ROW, drawn, ()))
            top += ROW
        top += GAP
    if not lanes:
        return None
    bend = scale.x(scale.bend) if scale.bend < scale.end else None
    return Picture(
        WIDTH, top + AXIS, LEFT, WIDTH - RIGHT, tuple(lanes), scale.years(), bend, scale.x(on)
    )


def _dimensions(effect: PlaceEffect) -> list[tuple[str, str, str]]:
    """Title, member of the span and class of the bars: the status, then the program's own."""
    told = next(iter((*effect.before, *effect.after)), None)
    shown = (STATUS, *(shown_of(told.program) if told else ()))
    return [(one.title, one.member, one.css) for one in shown]


def turns_of(effect: PlaceEffect) -> list[Turn]:
    """Every period in which the status or a dimension would read otherwise."""
    said = days_said((*effect.before, *effect.after))
    return [
        turn
        for title, name, css in _dimensions(effect)
        for turn in _turns(effect, _(title), name, css, said)
    ]


def days_said(spans: Iterable[PlaceSpan]) -> Days:
    """The days on which spans begin, each as it is known; where they differ, most precisely."""
    known = [(span.start, read_edtf(span.start_edtf)) for span in spans]
    dated = [(start, on) for start, on in known if start and on]
    return dict(sorted(dated, key=lambda pair: -pair[1].days))


def _turns(
    effect: PlaceEffect, title: str, name: str, css: str, said: Days = MappingProxyType({})
) -> Iterator[Turn]:
    """Neighbouring days that read alike, before and after, are one period."""
    starts = {span.start or date.min for span in (*effect.before, *effect.after)}
    pairs = [(day, _at(effect.before, name, day), _at(effect.after, name, day)) for day in starts]
    pairs.sort(key=lambda pair: pair[0])
    merged: list[tuple[date, StrEnum | None, StrEnum | None]] = []
    for pair in pairs:
        if not merged or merged[-1][1:] != pair[1:]:
            merged.append(pair)
    ends = [day for day, _before, _after in merged[1:]]
    for (day, before, after), end in zip(merged, [*ends, None], strict=True):
        if before is not after:
            yield Turn(title, _period(day, end, said), before, after, css)


def _period(start: date, end: date | None, said: Days) -> str:
    words = {
        "start": from_text(said.get(start, start)) if start > date.min else _("from the beginning"),
        "end": until_text(said.get(end, end)) if end else "",
    }
    return _("%(start)s %(end)s") % words if end else _("%(start)s on") % words


def _differs(effect: PlaceEffect, name: str) -> bool:
    return any(_turns(effect, "", name, ""))


def _at(spans: Sequence[PlaceSpan], name: str, day: date) -> StrEnum | None:
    holding = (span for span in reversed(spans) if span.start is None or span.start <= day)
    span = next(holding, None)
    return getattr(span, name) if span else None


def _rows(spans: Sequence[PlaceSpan]) -> list[SpanRow]:
    """The spans as a picture draws them, without their facts."""
    return [
        SpanRow(
            program=span.program,
            start=span.start,
            end=span.end,
            status=span.status,
            since=span.since,
            reasons=(),
            own={name: getattr(span, name) for name in span.dimensions},
            start_on=read_edtf(span.start_edtf),
        )
        for span in spans
    ]
