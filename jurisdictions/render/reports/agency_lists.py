"""The lists of agencies and of agreements as reports: the rows that a filter gives, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.lines import AgencyLine, AgreementLine
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.frame import Heading, frame_of
from jurisdictions.render.reports.parts import Frame
from jurisdictions.render.words.days import date_text, number_text, short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class RowsReport:
    """What rows.typ shows: a heading for each column, its width as typst has it, and the cells.

    `filters` says in words what the list was asked for.
    """

    frame: Frame
    lead: str
    filters: tuple[str, ...]
    headings: tuple[str, ...]
    widths: tuple[float, ...]
    lines: tuple[tuple[str, ...], ...]


def agencies_report(
    as_of: AsOf, lines: Sequence[AgencyLine], filters: tuple[str, ...], permalink: str
) -> RowsReport:
    """The list of agencies in the active language, in the order of the lines."""
    day = {"day": date_text(as_of.on)}
    return RowsReport(
        frame=_frame(as_of, _("List of agencies"), _("Agencies on %(day)s") % day, permalink),
        lead=ngettext(
            "%(number)s law enforcement agency.", "%(number)s law enforcement agencies.", len(lines)
        )
        % {"number": number_text(len(lines))},
        filters=filters,
        headings=(
            *(_("Agency"), _("State"), _("Kind of agency"), _("Places served")),
            *(_("First agreement"), _("In force on %(day)s") % {"day": short_date_text(as_of.on)}),
        ),
        widths=(1.5, 0.3, 0.7, 1.2, 0.6, 1.1),
        lines=tuple(
            (
                line.agency.title,
                line.agency.state,
                label(line.agency.own.kind),
                ", ".join(line.named),
                _day(line.since_on),
                ", ".join(map(label, line.in_force)),
            )
            for line in lines
        ),
    )


def agreements_report(
    as_of: AsOf, lines: Sequence[AgreementLine], filters: tuple[str, ...], permalink: str
) -> RowsReport:
    """The list of agreements in the active language, in the order of the lines."""
    day = {"day": date_text(as_of.on)}
    return RowsReport(
        frame=_frame(as_of, _("List of agreements"), _("Agreements on %(day)s") % day, permalink),
        lead=ngettext(
            "%(number)s agreement with ICE.", "%(number)s agreements with ICE.", len(lines)
        )
        % {"number": number_text(len(lines))},
        filters=filters,
        headings=(
            *(_("Agency"), _("State"), _("Model"), _("Signed")),
            *(_("On ICE's list from"), _("Last list"), _("Ending")),
        ),
        widths=(1.5, 0.3, 0.9, 0.6, 0.6, 0.6, 1.3),
        lines=tuple(
            (
                line.row.agency.title,
                line.row.agency.state,
                label(line.row.own.model),
                _day(line.row.own.signed_on),
                _day(line.row.own.listed_from),
                short_date_text(line.last_list) if line.last_list else "",
                _ending(line),
            )
            for line in lines
        ),
    )


def _ending(line: AgreementLine) -> str:
    """When and how it ended; empty while it stands."""
    how = line.row.own.ending
    return ": ".join(filter(None, (label(how) if how else "", _day(line.row.until))))


def _day(on: PartialDate | None) -> str:
    return short_date_text(on) if on else ""


def _frame(as_of: AsOf, kicker: str, title: str, permalink: str) -> Frame:
    said = _("%(program)s: what is on record, with its days as they are known.")
    about = said % {"program": as_of.program.name}
    words = {"filters": _("Asked for"), "list": _("The list"), "none": _("Nothing fits.")}
    return frame_of(as_of, Heading(kicker, title, title, about), permalink, words)
