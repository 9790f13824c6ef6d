"""The timeline of a place as a chart: a lane for its status and for each dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from django.utils.translation import gettext as _

from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.read.timelines import timeline_of
from jurisdictions.render.charts.chart import (
    NARROW_WIDTH,
    Chart,
    Key,
    Numbers,
    Row,
    Size,
    and_years,
    axes_of,
    marking,
    narrow,
    wide,
)
from jurisdictions.render.pictures.textures import has_texture, texture_svg
from jurisdictions.render.pictures.through_time import Axes, Box, Paint, years_svg
from jurisdictions.render.programs.color_tokens import STRONG
from jurisdictions.render.programs.colors import program_colors
from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.render.words.days import date_text, short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.shown import STATUS, Shown

TIMELINE = "timeline"
NEUTRAL = "paper-shade"
BAR, LEFT, NARROW_LEFT = 14, 24, 16
LETTER = 0.56
"""A letter's width as a share of its height, on the wide side."""


@dataclass(frozen=True, slots=True)
class Held:
    """What stood from a day on, None for ever, to another, None for still; its color's token.

    `meaning` is what the color means, where its label says something else.
    """

    start: date | None
    end: date | None
    label: str
    token: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """What stood after what under one title."""

    title: str
    held: tuple[Held, ...]


def timeline_chart(as_of: AsOf, place: PlaceRow) -> Chart:
    """How a place stood on every day, by each dimension."""
    spans = timeline_of(as_of, place.geoid)
    lanes = [_lane(spans, one) for one in (STATUS, *shown_of(as_of.program.slug))]
    said = {"day": date_text(record_end(as_of))}
    sentence = _("How it stood on each day, to %(day)s: the status, and below it what decided.")
    told = timeline_title(as_of, place), _("Timeline"), sentence % said
    return lanes_chart(as_of, TIMELINE, told, (lanes, _numbers(spans, as_of)))


def lanes_chart(
    as_of: AsOf,
    name: str,
    told: tuple[str, str, str],
    shown: tuple[Sequence[Lane], Numbers],
) -> Chart:
    """Lanes with their table; `told` are the title, the short one, and what the chart shows."""
    (title, short, sentence), (lanes, numbers) = told, shown
    return Chart(
        name,
        title,
        short,
        and_years(as_of, sentence),
        tuple(_keys(lanes)),
        numbers,
        lambda size, paint, name: _drawn(as_of, lanes, size, (paint, name)),
        _high(wide(), lanes),
        _high(narrow(), lanes),
        marking(as_of),
    )


def timeline_title(as_of: AsOf, place: PlaceRow) -> str:
    """What it is called."""
    said = {"program": as_of.program.name, "place": place.label}
    return _("%(program)s: timeline, %(place)s") % said


def _lane(spans: Sequence[SpanRow], one: Shown) -> Lane:
    firsts = [next(group) for _word, group in groupby(spans, one.standing)]
    ends = [*(span.start for span in firsts[1:]), None]
    return Lane(
        _(one.lane or one.title),
        tuple(
            Held(span.start, end, label(one.standing(span)), _token(one, span))
            for span, end in zip(firsts, ends, strict=True)
        ),
    )


def _token(one: Shown, span: SpanRow) -> str:
    """The color of a bar, as on the page of the place."""
    name = f"{one.css}-{one.standing(span)}"
    return name if name in program_colors() else STRONG.get(name, NEUTRAL)


def _keys(lanes: Sequence[Lane]) -> Iterator[Key]:
    """What each color means, once; the bars that have none of their own say it below.

    A word that two lanes have in two colors says of which lane it is.
    """
    colors = program_colors()
    # Two lanes may have a word in one color.
    found = {
        (one.meaning or one.label, colors[one.token]): (one, lane.title)
        for lane in lanes
        for one in lane.held
        if one.token in colors
    }
    times = Counter(said for said, _color in found)
    for (said, _color), (one, title) in found.items():
        yield Key(one.token, said if times[said] == 1 else f"{title}: {said}")


def _numbers(spans: Sequence[SpanRow], as_of: AsOf) -> Numbers:
    """A row for each day on which anything turned."""
    shown = (STATUS, *shown_of(as_of.program.slug))
    rows = tuple(
        Row(
            short_date_text(span.start_on) if span.start_on else _("beginning"),
            tuple(label(one.standing(span)) for one in shown),
        )
        for span in spans
    )
    return Numbers(_("From"), tuple(Key("", _(one.lane or one.title)) for one in shown), rows)


def _step(letters: float) -> float:
    """From a lane to the next: its title, its bar, the words below it."""
    return letters * 3.4 + BAR


def _high(size: Size, lanes: Sequence[Lane]) -> Size:
    """As high as the lanes are."""
    box = size.box
    bottom = box.top + len(lanes) * _step(box.letters)
    whole = Box(
        LEFT if size.width > NARROW_WIDTH else NARROW_LEFT, box.right, box.top, bottom, box.letters
    )
    return Size(whole, size.width, round(bottom + box.letters * 2))


def _drawn(as_of: AsOf, lanes: Sequence[Lane], size: Size, how: tuple[Paint, str]) -> str:
    paint, name = how
    axes = axes_of(as_of, size.box, 1)
    box, body = size.box, []
    for at, lane in enumerate(lanes):
        y = box.top + at * _step(box.letters)
        title = escape(lane.title)
        body.append(
            f'<text x="{box.left}" y="{y + box.letters:.1f}" font-weight="600" '
            f'fill="{paint["ink"]}">{title}</text>{_bars(lane, y, axes, how)}'
        )
    textures = "".join(
        texture_svg(paint, token, f"{name}-{token}", 1)
        for token in dict.fromkeys(one.token for lane in lanes for one in lane.held)
        if name and has_texture(paint, token)
    )
    return (
        f"<defs>{textures}</defs>{years_svg(axes, paint)}"
        f'<g font-size="{box.letters}">{"".join(body)}</g>'
    )


def _bars(lane: Lane, y: float, axes: Axes, how: tuple[Paint, str]) -> str:
    """The bars of a lane, each with its word below where there is room for it."""
    (paint, name), letters = how, axes.box.letters
    top, found = y + letters * 1.4, []
    for one in lane.held:
        begin = axes.scale.x(one.start or axes.scale.start)
        end = min(axes.scale.x(one.end or axes.scale.end), axes.right)
        if end <= begin:
            continue
        frame = f'x="{begin}" y="{top:.1f}" width="{end - begin:.1f}" height="{BAR}"'
        fill = paint[one.token]
        found.append(
            f'<rect {frame} fill="{fill}" stroke="{paint["ink-soft"]}" stroke-width=".5"/>'
        )
        if name and has_texture(paint, one.token):
            found.append(f'<rect {frame} fill="url(#{name}-{one.token})"/>')
        if len(one.label) * letters * LETTER < end - begin:
            found.append(
                f'<text x="{begin}" y="{top + BAR + letters * 1.1:.1f}" '
                f'fill="{paint["ink-soft"]}">{escape(one.label)}</text>'
            )
    return "".join(found)
