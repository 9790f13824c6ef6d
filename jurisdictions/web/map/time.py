"""The map page's day: the slider, the federal acts along it, the days before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.asking import days_for
from jurisdictions.read.headlines import Headline, headlines_of
from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.slider import Slider, place_of
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.reach import beginning_text, beyond_text
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.map.strip import jump_to, strip_of

EPOCH = date(1970, 1, 1).toordinal()
"""The scripts count days from here."""


@dataclass(frozen=True, slots=True)
class MapTime:
    """The template's context, and what of time the scripts need."""

    context: dict[str, object]
    days: dict[str, str]
    record: dict[str, object]
    played: dict[str, object]


def map_time(as_of: AsOf, asked: MapQuery, kept: dict[str, str]) -> MapTime:
    """The slider of the program around the day that is shown."""
    strip = strip_of(as_of, asked, kept)
    query = {**kept, "layer": asked.layer, "state": asked.state}
    before, after = _neighbours(headlines_of(as_of), as_of.on)
    askable = days_for(as_of, localdate())
    return MapTime(
        context={
            "marks": strip.marks_on(as_of.on),
            "latest": strip.latest(as_of.on),
            "positions": strip.positions,
            "latest_label": (
                _("Latest act or law:") if strip.has_laws else _("Latest federal act:")
            ),
            "scale_text": _scale_text(as_of),
            "before": jump_to(query, before.isoformat()) if before else "",
            "after": jump_to(query, after.isoformat()) if after else "",
            "range": _range(strip.slider, as_of.on),
        },
        days={"first": askable.first.isoformat(), "last": askable.last.isoformat()},
        record=_record(as_of),
        played=_played(as_of, strip.slider),
    )


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


def _neighbours(days: Sequence[Headline], on: date) -> tuple[date | None, date | None]:
    before = [one.day for one in days if one.day < on]
    after = [one.day for one in days if one.day > on]
    return (before[-1] if before else None, after[0] if after else None)
