"""The map page's day: the slider, the federal acts along it, the days before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.asking import days_for
from jurisdictions.read.map_day import federal_acts
from jurisdictions.read.rows import AsOf
from jurisdictions.read.summary import Headline, headline_days
from jurisdictions.render.pictures.slider import Mark, Slider, slider_of
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.reach import beginning_text, end_text
from jurisdictions.status.programs.secure_communities.vocabulary import Position
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.site.addresses import address

EPOCH = date(1970, 1, 1).toordinal()
"""The scripts count days from here."""
DAY = "0000-00-00"
"""Stands for a day in an address that is written once for all acts."""


@dataclass(frozen=True, slots=True)
class Act:
    """A federal act on the slider: where, what it is, where it leads."""

    mark: Mark
    day: str
    words: str
    jump: str
    href: str


@dataclass(frozen=True, slots=True)
class MapTime:
    """The template's context, and the acts as the scripts need them."""

    context: dict[str, object]
    events: list[dict[str, object]]
    days: dict[str, str]
    record: dict[str, str]


def map_time(as_of: AsOf, asked: MapQuery, kept: dict[str, str]) -> MapTime:
    """The slider of the program around the day that is shown."""
    days = headline_days(as_of)
    slider = _slider(as_of, days)
    query = {**kept, "layer": asked.layer, "state": asked.state}
    policy, jump = address("policy", kept), _jump(query, DAY)
    acts = [_act(mark, jump, policy) for mark in slider.marks]
    past = [act for act in acts if act.mark.on <= as_of.on]
    before, after = _neighbours(days, as_of.on)
    askable = days_for(as_of, localdate())
    return MapTime(
        context={
            "slider": slider,
            "acts": acts,
            "latest": past[-1] if past else None,
            "positions": [p for p in Position if p in {band.position for band in slider.bands}],
            "before": _jump(query, before.isoformat()) if before else "",
            "after": _jump(query, after.isoformat()) if after else "",
            "range": {
                "start": number(slider.start),
                "end": number(slider.end),
                "day": number(min(max(as_of.on, slider.start), slider.end)),
            },
        },
        events=[{"day": number(act.mark.on), "words": act.words, "href": act.href} for act in acts],
        days={"first": askable.first.isoformat(), "last": askable.last.isoformat()},
        record=_record(as_of),
    )


def _record(as_of: AsOf) -> dict[str, str]:
    """From when to when the record goes, and what is said of days beyond."""
    first, last = as_of.edition.record_from, as_of.edition.record_to
    return {
        "from": first.isoformat() if first else "",
        "to": last.isoformat() if last else "",
        "begins": beginning_text(first) if first else "",
        "goes": end_text(last) if last else "",
    }


def number(day: date) -> str:
    """A day as the scripts count it; a text, since templates would group its digits."""
    return str(day.toordinal() - EPOCH)


def _slider(as_of: AsOf, days: Sequence[Headline]) -> Slider:
    turns: list[tuple[date, Position]] = []
    for day, _active, _states, position in days:
        if not turns or turns[-1][1] is not position:
            turns.append((day, position))
    last = days[-1][0] if days else as_of.on
    if as_of.program.opening_on is None:
        last = max(last, localdate())
    return slider_of(turns, federal_acts(as_of), last)


def _neighbours(days: Sequence[Headline], on: date) -> tuple[date | None, date | None]:
    turning = [day for day, *_rest in days]
    before = [day for day in turning if day < on]
    after = [day for day in turning if day > on]
    return (before[-1] if before else None, after[0] if after else None)


def _act(mark: Mark, jump: str, policy: str) -> Act:
    event = mark.fact.name.partition(":")[2]
    when = date_text(mark.fact.on) if mark.fact.on else ""
    return Act(
        mark,
        mark.on.isoformat(),
        _("%(when)s: %(title)s") % {"when": when, "title": mark.fact.title},
        jump.replace(DAY, mark.on.isoformat()),
        f"{policy}#{event}",
    )


def _jump(query: dict[str, str], day: str) -> str:
    return address("map", {**query, "date": day})
