"""Charts of published numbers: beside the record's line, or as bars where nothing is counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.claims.all import claims
from jurisdictions.read.claims.rows import Claim
from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.headlines import numbers_through_time
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.chart import (
    HEIGHT,
    NARROW_HEIGHT,
    Chart,
    Draw,
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
from jurisdictions.render.pictures.bars import Bar, Group, bars_height, bars_svg
from jurisdictions.render.pictures.through_time import Paint, Step, axes_svg, dots_svg, line_svg
from jurisdictions.render.words.claims import recorded_text
from jurisdictions.render.words.days import number_text, short_date_text
from jurisdictions.render.words.figures import figure_text
from jurisdictions.render.words.labels import unit_label, word_label
from jurisdictions.status.geoids import NATION

CLAIMS, FIGURES = "claims", "figures"
RECORDED, PUBLISHED = "ink", "accent"
"""The tokens of the two colors."""
PERCENT = "percent"
WHOLE = 100


def claims_name(program: str, number: str) -> str:
    """What the chart of one of the program's numbers is called in addresses."""
    return CLAIMS if number == reading_of(program).COUNTED[0] else f"{CLAIMS}-{number}"


def claimed(as_of: AsOf, place: PlaceRow | None) -> list[str]:
    """The numbers of the record of which somebody published some for a place, in their order."""
    program = reading_of(as_of.program.slug)
    counted = program.COUNTED_OF_STATE if place else program.COUNTED
    if place and not place.is_state:
        return []
    return [number for number in counted if claims_of(as_of, place, number)]


def claims_chart(as_of: AsOf, place: PlaceRow | None, number: str) -> Chart:
    """What the record counts in the nation or a state, and what somebody published of the same.

    Raises LookupError where nobody did.
    """
    found = claims_of(as_of, place, number)
    if not found:
        raise LookupError(number)
    geoid, what = _geoid(place), _what(as_of, number)
    steps = numbers_through_time(as_of, number, geoid)
    points = [
        (one.figure.on.last_day, int(one.figure.value))
        for one in found
        if one.figure.on and one.figure.value is not None
    ]
    said = {
        "program": as_of.program.name,
        "what": what,
        "place": place.name if place else _("United States"),
    }
    title = _("%(program)s, said and counted: %(what)s, %(place)s")
    sentence = _(
        "%(what)s: what this record counts on each day, and each number that was published."
    )
    return Chart(
        claims_name(as_of.program.slug, number),
        title % said,
        _("Said and counted: %(what)s") % said,
        and_years(as_of, sentence % said),
        (
            Key(RECORDED, _("Counted from the record"), "line"),
            Key(PUBLISHED, _("Published numbers"), "ring"),
        ),
        _numbers(found),
        _lines(as_of, steps, points),
        wide(HEIGHT),
        narrow(NARROW_HEIGHT),
        marking(as_of, _last(points)),
    )


def _lines(as_of: AsOf, steps: list[Step], points: list[Step]) -> Draw:
    drawn = [step for step in steps if step[0] <= record_end(as_of)]
    most = max(number for _day, number in (*drawn, *points))

    def draw(size: Size, paint: Paint, _name: str) -> str:
        axes = axes_of(as_of, size.box, most, _last(points))
        line = line_svg(steps, axes, paint, RECORDED)
        return f"{axes_svg(axes, paint)}{line}{dots_svg(points, axes, paint)}"

    return draw


def _last(points: list[Step]) -> date:
    """Some numbers were published of days after those on record."""
    return max(day for day, _number in points)


def figures_of(as_of: AsOf, place: PlaceRow | None) -> list[Claim]:
    """The published numbers of a place that stand in no chart beside a line of the record."""
    drawn = {_metric(as_of, number) for number in claimed(as_of, place)}
    geoid = _geoid(place)
    return [
        one
        for one in claims(as_of)
        if one.figure.geoid == geoid
        and one.figure.value is not None
        and one.figure.word not in drawn
    ]


def figures_chart(as_of: AsOf, place: PlaceRow | None) -> Chart:
    """Published numbers as bars, one scale for each unit; raise LookupError where none are."""
    found = figures_of(as_of, place)
    if not found:
        raise LookupError(FIGURES)
    groups = list(_groups(found))
    at_desk, on_phone = (
        Size(size.box, size.width, bars_height(groups, size.box)) for size in (wide(), narrow())
    )

    def draw(size: Size, paint: Paint, _name: str) -> str:
        return bars_svg(groups, size.box, paint, (PUBLISHED, RECORDED))

    said = {"program": as_of.program.name, "place": place.label if place else _("United States")}
    beside = any(one.counted for one in found)
    keys = [Key(PUBLISHED, _("Published numbers"))]
    if beside:
        keys.append(Key(RECORDED, _("Counted from the record")))
    sentence = (
        _(
            "Each number as it was published, with its last day; below it what this record counts."
            " Each unit has a scale of its own."
        )
        if beside
        else _(
            "Each number as it was published, with its last day. This record counts no such thing."
            " Each unit has a scale of its own."
        )
    )
    return Chart(
        FIGURES,
        _("%(program)s: published figures, %(place)s") % said,
        _("Published figures"),
        sentence,
        tuple(keys),
        _numbers(found),
        draw,
        at_desk,
        on_phone,
    )


def _groups(found: list[Claim]) -> Iterator[Group]:
    """The bars of each unit on a scale of their own, in the order in which the record has them."""
    units = dict.fromkeys(one.figure.unit for one in found)
    for unit in units:
        bars = [_bar(one) for one in found if one.figure.unit == unit]
        values = [value for one in bars for value in (one.value, *(one.beside or ())[:1])]
        low, high = min(0, *values), max(0, *values)
        if unit == PERCENT:
            # A share is seen as a part of all.
            low, high = (min(low, -WHOLE) if low else 0), (max(high, WHOLE) if high else 0)
        yield Group(_scaled(unit, low, high), bars, low, high)


def _scaled(unit: str, low: int, high: int) -> str:
    """What the bars count, and to which number they are drawn: "Persons, drawn to 197,302"."""
    what = _("percent") if unit == PERCENT else unit_label(unit)
    said = {
        "what": f"{what[:1].upper()}{what[1:]}",
        "most": number_text(high or low),
        "least": number_text(low),
    }
    if low and high:
        return _("%(what)s: the whole width is %(least)s to %(most)s") % said
    return _("%(what)s: the whole width is %(most)s") % said


def _bar(claim: Claim) -> Bar:
    figure = claim.figure
    beside = (claim.most, recorded_text(claim)) if claim.most is not None else None
    return Bar(_named(claim), int(figure.value or 0), figure_text(figure), beside)


def _named(claim: Claim) -> str:
    figure = claim.figure
    what = word_label(figure.kind, figure.word)
    return f"{what}, {short_date_text(figure.on)}" if figure.on else what


def _numbers(found: list[Claim]) -> Numbers:
    """Every number with the record's beside it."""
    return Numbers(
        _("Figure"),
        (Key("", _("As published")), Key("", _("This record"))),
        tuple(
            Row(_named(one), (figure_text(one.figure), recorded_text(one) or "–")) for one in found
        ),
    )


def claims_of(as_of: AsOf, place: PlaceRow | None, number: str) -> list[Claim]:
    metric, geoid = _metric(as_of, number), _geoid(place)
    return [
        one
        for one in claims(as_of)
        if one.figure.word == metric and one.figure.geoid == geoid and _has_day(one)
    ]


def _metric(as_of: AsOf, number: str) -> str:
    """The first metric of published figures that counts a number of the record; "" for none."""
    counted = reading_of(as_of.program.slug).COUNTED_AS.items()
    return next((metric for metric, member in counted if member == number), "")


def _what(as_of: AsOf, number: str) -> str:
    return word_label("reported_figure", _metric(as_of, number))


def _has_day(claim: Claim) -> bool:
    return claim.figure.on is not None and claim.figure.value is not None


def _geoid(place: PlaceRow | None) -> str:
    return place.geoid if place else NATION
