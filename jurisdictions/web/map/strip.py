"""What stands along the slider whatever the day: drawn once for an edition and what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.headlines import Headline, headlines_of, positions_of
from jurisdictions.read.map_day import federal_acts
from jurisdictions.read.places import places_of
from jurisdictions.read.records import state_laws
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.slider import Mark, Slider, slider_of
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.days import date_text
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.site.addresses import address

DAY = "0000-00-00"
"""Stands for a day in what is written once for all days."""


@dataclass(frozen=True, slots=True)
class Act:
    """A federal act or a state's law on the slider: where, what it is, where it leads."""

    mark: Mark
    day: str
    words: str
    jump: str
    href: str

    @property
    def is_law(self) -> bool:
        """Whether it is a state's: those have smaller marks."""
        return self.mark.fact.kind == "state_law"


@dataclass(frozen=True, slots=True)
class Strip:
    """The slider, the acts along it, and their picture; DAY stands where links name the day."""

    slider: Slider
    acts: tuple[Act, ...]
    positions: tuple[StrEnum, ...]
    has_laws: bool
    marks: SafeString

    def marks_on(self, on: date) -> SafeString:
        """The picture, with links that keep the day."""
        return mark_safe(self.marks.replace(DAY, on.isoformat()))  # noqa: S308 - a day

    def latest(self, on: date) -> dict[str, str] | None:
        """The last act up to a day: its words and where it leads; None before the first."""
        past = [act for act in self.acts if act.mark.on <= on]
        return {"words": past[-1].words, "href": _on(past[-1].href, on)} if past else None


def strip_of(as_of: AsOf, asked: MapQuery, kept: Mapping[str, str]) -> Strip:
    """What stands along the slider of the edition; kept for what was last asked for."""
    said = {name: DAY if name == "date" else value for name, value in kept.items()}
    query = {**said, "layer": asked.layer, "state": asked.state}
    always = replace(as_of, on=date.max, far_on=None)
    return _strip(always, _last_day(as_of), tuple(said.items()), tuple(query.items()))


@lru_cache(maxsize=64)
def _strip(
    as_of: AsOf, last: date, kept: tuple[tuple[str, str], ...], query: tuple[tuple[str, str], ...]
) -> Strip:
    slider = _slider(as_of, last)
    jump, has_laws = jump_to(dict(query), DAY), bool(state_laws(as_of))
    acts = tuple(_act(as_of, mark, jump, dict(kept)) for mark in slider.marks)
    label = (
        _("Federal acts, laws of states, and the federal position")
        if has_laws
        else _("Federal acts and the federal position")
    )
    drawn = {"slider": slider, "acts": acts, "marks_label": label}
    held = {band.position for band in slider.bands}
    positions = tuple(one for one in positions_of(as_of.program.slug) if one in held)
    return Strip(slider, acts, positions, has_laws, render_to_string("map/marks.html", drawn))


def jump_to(query: Mapping[str, str], day: str) -> str:
    """The address of the map on another day."""
    return address("map", {**query, "date": day})


def _on(href: str, on: date) -> str:
    return href.replace(DAY, on.isoformat())


def _last_day(as_of: AsOf) -> date:
    """The last day of the slider: of the record, and today where the program goes on."""
    days = headlines_of(as_of)
    last = days[-1].day if days else as_of.on
    return max(last, localdate()) if as_of.program.opening_on is None else last


def _slider(as_of: AsOf, last: date) -> Slider:
    slug = as_of.program.slug
    turns = _turns(slug, headlines_of(as_of))
    acts = (*federal_acts(as_of), *state_laws(as_of))
    return slider_of(turns, acts, last, part_of(slug, "map_words").SCALE)


def _turns(slug: str, days: Sequence[Headline]) -> list[tuple[date, StrEnum]]:
    turns: list[tuple[date, StrEnum]] = [(date.min, next(iter(positions_of(slug))))]
    for day, _numbers, position in days:
        if turns[-1][1] is not position:
            turns.append((day, position))
    return turns


def _act(as_of: AsOf, mark: Mark, jump: str, kept: dict[str, str]) -> Act:
    fact, title = mark.fact, mark.fact.title
    if fact.kind == "state_law":
        state = places_of(as_of)[fact.geoid]
        title = _("%(state)s: %(title)s") % {"state": state.name, "title": title}
        href = address("place", kept, geoid=state.geoid, slug=state.slug)
    else:
        href = f"{address('policy', kept)}#{fact.name.partition(':')[2]}"
    return Act(
        mark,
        mark.on.isoformat(),
        _("%(when)s: %(title)s") % {"when": date_text(fact.on) if fact.on else "", "title": title},
        _on(jump, mark.on),
        href,
    )
