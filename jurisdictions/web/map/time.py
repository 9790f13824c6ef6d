"""The map page's day: the slider, the federal acts along it, the days before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.asking import days_for
from jurisdictions.read.headlines import Headline, headlines_of, positions_of
from jurisdictions.read.map_day import federal_acts
from jurisdictions.read.places import places_of
from jurisdictions.read.reach import reach_of
from jurisdictions.read.records import state_laws
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.slider import Mark, Slider, place_of, slider_of
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.reach import beginning_text, beyond_text
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.site.addresses import address

EPOCH = date(1970, 1, 1).toordinal()
"""The scripts count days from here."""
DAY = "0000-00-00"
"""Stands for a day in an address that is written once for all acts."""


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
class MapTime:
    """The template's context, and the acts as the scripts need them."""

    context: dict[str, object]
    events: list[dict[str, object]]
    days: dict[str, str]
    record: dict[str, object]
    played: dict[str, object]


def map_time(as_of: AsOf, asked: MapQuery, kept: dict[str, str]) -> MapTime:
    """The slider of the program around the day that is shown."""
    days = headlines_of(as_of)
    slider = _slider(as_of, days)
    query = {**kept, "layer": asked.layer, "state": asked.state}
    jump, laws = _jump(query, DAY), bool(state_laws(as_of))
    acts = [_act(as_of, mark, jump, kept) for mark in slider.marks]
    past = [act for act in acts if act.mark.on <= as_of.on]
    before, after = _neighbours(days, as_of.on)
    askable = days_for(as_of, localdate())
    return MapTime(
        context={
            "slider": slider,
            "acts": acts,
            "latest": past[-1] if past else None,
            "positions": _positions(as_of, slider),
            "latest_label": _("Latest act or law:") if laws else _("Latest federal act:"),
            "marks_label": (
                _("Federal acts, laws of states, and the federal position")
                if laws
                else _("Federal acts and the federal position")
            ),
            "scale_text": _scale_text(as_of),
            "before": _jump(query, before.isoformat()) if before else "",
            "after": _jump(query, after.isoformat()) if after else "",
            "range": _range(slider, as_of.on),
        },
        events=[{"day": number(act.mark.on), "words": act.words, "href": act.href} for act in acts],
        days={"first": askable.first.isoformat(), "last": askable.last.isoformat()},
        record=_record(as_of),
        played=_played(as_of, slider),
    )


def _positions(as_of: AsOf, slider: Slider) -> list[StrEnum]:
    held = {band.position for band in slider.bands}
    return [one for one in positions_of(as_of.program.slug) if one in held]


def _range(slider: Slider, on: date) -> dict[str, str]:
    """The steps of the slider: days, or where days are not equally far apart, finer ones."""
    if len(slider.knots) == EVEN:
        shown = min(max(on, slider.start), slider.end)
        return {"start": number(slider.start), "end": number(slider.end), "step": number(shown)}
    at = place_of(slider.knots, on)
    return {"start": "0", "end": str(STEPS), "step": str(round(at * STEPS / 100))}


EVEN, STEPS = 2, 100_000
"""How many knots a scale has on which days are equally far apart; the steps of another one."""


def _scale_text(as_of: AsOf) -> str:
    """That years do not stand equally far apart, where they do not."""
    scale = part_of(as_of.program.slug, "map_words").SCALE
    if not scale:
        return ""
    return _("Years are drawn wider from %(first)s on, and wider still from %(second)s on.") % {
        "first": scale[1][0],
        "second": scale[2][0],
    }


def _played(as_of: AsOf, slider: Slider) -> dict[str, object]:
    """How time runs: where days stand on the slider, how fast they are played, from when."""
    words = part_of(as_of.program.slug, "map_words")
    until = reach_of(as_of).until if words.PLAY_FROM else None
    return {
        "knots": [[int(number(day)), round(at, 4)] for day, at in slider.knots],
        "pace": [[int(number(date(max(1, year), 1, 1))), speed] for year, speed in words.PACE],
        "from": int(number(date.fromisoformat(words.PLAY_FROM))) if words.PLAY_FROM else None,
        "until": int(number(until)) if until else None,
    }


def _record(as_of: AsOf) -> dict[str, object]:
    """From when to when the record goes, and what is said of days beyond, from which day on."""
    first, reach = as_of.edition.record_from, reach_of(as_of)
    last = reach.until
    beyond = [last, last + timedelta(days=1)] if last else []
    beyond += [fact.on.last_day for fact in reach.counted if fact.on]
    return {
        "from": first.isoformat() if first else "",
        "begins": beginning_text(first) if first else "",
        "beyond": [[day.isoformat(), beyond_text(reach, day)] for day in sorted(set(beyond))],
    }


def number(day: date) -> str:
    """A day as the scripts count it; a text, since templates would group its digits."""
    return str(day.toordinal() - EPOCH)


def _slider(as_of: AsOf, days: Sequence[Headline]) -> Slider:
    slug = as_of.program.slug
    turns: list[tuple[date, StrEnum]] = [(date.min, next(iter(positions_of(slug))))]
    for day, _numbers, position in days:
        if turns[-1][1] is not position:
            turns.append((day, position))
    last = days[-1].day if days else as_of.on
    if as_of.program.opening_on is None:
        last = max(last, localdate())
    acts = (*federal_acts(as_of), *state_laws(as_of))
    return slider_of(turns, acts, last, part_of(slug, "map_words").SCALE)


def _neighbours(days: Sequence[Headline], on: date) -> tuple[date | None, date | None]:
    before = [one.day for one in days if one.day < on]
    after = [one.day for one in days if one.day > on]
    return (before[-1] if before else None, after[0] if after else None)


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
        jump.replace(DAY, mark.on.isoformat()),
        href,
    )


def _jump(query: dict[str, str], day: str) -> str:
    return address("map", {**query, "date": day})
