"""The days that are often asked for, and the ways to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.compared.asked import TwoDays
from jurisdictions.read.happened.asked import FROM, SEVERAL, STATE, TO, record_end, weeks_before
from jurisdictions.read.happened.between import Days
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.periods import months_before
from jurisdictions.web.site.addresses import address, kept_of


@dataclass(frozen=True, slots=True)
class Preset:
    """Two days: what they are called, and the way to them."""

    label: str
    href: str
    current: bool


def presets(
    as_of: AsOf, query: QueryDict, asked: Days | TwoDays, page: str = "changes"
) -> list[Preset]:
    """The days that are often asked for, with the same states and, of changes, their kinds."""
    kept = {name: said for name, said in kept_of(query).items() if name != "date"}
    takes = SEVERAL if page == "changes" else (STATE,)
    more = {name: query.getlist(name) for name in takes if query.getlist(name)}

    def way(first: date, last: date) -> str:
        return address(page, kept, **more, **{FROM: first.isoformat(), TO: last.isoformat()})

    return [
        Preset(label, way(first, last), (first, last) == (asked.first, asked.last))
        for label, first, last in _often(as_of)
        if first <= last
    ]


def _often(as_of: AsOf) -> Iterator[tuple[str, date, date]]:
    last, today = record_end(as_of), localdate()
    yield _("Last four weeks of the record"), weeks_before(last), last
    yield _("Last three months"), months_before(last, 3), last
    yield _("Last year"), months_before(last, 12), last
    if turn := part_of(as_of.program.slug, "map_words").PLAY_FROM:
        first = date.fromisoformat(turn)
        yield _("Since %(day)s") % {"day": date_text(first)}, first, last
    if as_of.edition.record_from:
        yield _("The whole record"), as_of.edition.record_from, last
    if today > last:
        yield _("Four weeks to today"), weeks_before(today), today
