"""The list of places as a report: the rows that a filter gives, one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.render.pictures.map_legend import statuses_of
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.frame import Heading, frame_of
from jurisdictions.render.reports.parts import Count, Frame
from jurisdictions.render.reports.programs import Reporting, reporting_of
from jurisdictions.render.words.days import date_text, number_text, short_date_text
from jurisdictions.render.words.labels import label


@dataclass(frozen=True, slots=True)
class Line:
    """A place and how it stands. Empty texts are the usual case and left out."""

    geoid: str
    name: str
    state: str
    status: str
    colour: str
    since: str
    held: str
    first: str
    second: str
    limited: bool


@dataclass(frozen=True, slots=True)
class ListReport:
    """What list.typ shows; `filters` says in words what the list was asked for."""

    frame: Frame
    lead: str
    filters: tuple[str, ...]
    counts: tuple[Count, ...]
    lines: tuple[Line, ...]


def list_report(
    as_of: AsOf, rows: Sequence[StatusRow], filters: tuple[str, ...], permalink: str
) -> ListReport:
    """The list in the active language, in the order of the rows."""
    reporting = reporting_of(as_of.program.slug)
    said = {"day": date_text(as_of.on), "program": as_of.program.name}
    heading = Heading(
        _("List of jurisdictions"),
        _("Jurisdictions on %(day)s") % said,
        _("Jurisdictions on %(day)s") % said,
        reporting.list_words()["about"] % said,
    )
    hatched = reading_of(as_of.program.slug).hatched
    counted = Counter(row.status for row in rows)
    return ListReport(
        frame=frame_of(as_of, heading, permalink, {**list_words(), **reporting.list_words()}),
        lead=ngettext("%(number)s place.", "%(number)s places.", len(rows))
        % {"number": number_text(len(rows))},
        filters=filters,
        counts=tuple(
            Count(label(one), colour_of("status", one), number_text(counted[one]))
            for one in statuses_of(as_of.program.slug)
            if counted[one]
        ),
        lines=tuple(_line(row, reporting, limited=hatched(row)) for row in rows),
    )


def _line(row: StatusRow, reporting: Reporting, *, limited: bool) -> Line:
    first, second = reporting.listed(row)
    return Line(
        row.geoid,
        row.name,
        row.state,
        label(row.status),
        colour_of("status", row.status),
        short_date_text(row.since_on) if row.since_on else "",
        reporting.held(row),
        first,
        second,
        limited,
    )


def list_words() -> dict[str, str]:
    """The headings of a list."""
    return {
        "jurisdiction": _("Jurisdiction"),
        "jurisdictions": _("Jurisdictions"),
        "state": _("State"),
        "status": _("Status"),
        "since": _("Since"),
        "code": _("Code"),
        "counts": _("By status"),
        "list": _("The list"),
        "filters": _("Asked for"),
        "none": _("No place fits."),
    }
