"""What is to be said of a day that lies beyond what the record tells of."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.reach import Reach, reach_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.words.days import date_text, number_text


def reach_text(as_of: AsOf) -> str:
    """That another day is shown than was asked for, or that the record ends before it; else ""."""
    told = []
    if as_of.far_on:
        far = {"asked": as_of.far_on.isoformat(), "shown": date_text(as_of.on)}
        told.append(_("%(asked)s is too far from this record: %(shown)s is shown.") % far)
    first = as_of.edition.record_from
    if first and as_of.on < first:
        told.append(beginning_text(first))
    else:
        told.append(beyond_text(reach_of(as_of), as_of.on))
    return " ".join(filter(None, told))


def list_reach_text(as_of: AsOf) -> str:
    """How far a record that follows lists reaches, for a file of any day; "" for another record."""
    reach = reach_of(as_of)
    if not reach.by_list or reach.until is None:
        return ""
    if as_of.on > reach.until:
        return beyond_text(reach, as_of.on)
    return _("The record is whole to %(day)s, the day of the last list of ICE's in it.") % {
        "day": date_text(reach.until)
    }


def beyond_text(reach: Reach, on: date) -> str:
    """Said of the last day of the record where that is a list's, and of days after it; else ""."""
    last = reach.until
    if last is None or on < last or (on == last and not reach.by_list):
        return ""
    if not reach.by_list:
        return end_text(last)
    if on == last:
        told = _("%(day)s is the day of the last list of ICE's that is on record.")
        return told % {"day": date_text(last)}
    counted = reach.counted_by(on)
    told = after_list_text(last)
    return f"{told} {counted_text(counted)}" if counted else told


def after_list_text(last: date) -> str:
    """Said of days after it."""
    return _(
        "The last list of ICE's on record is of %(day)s. Of later days only agreements whose texts "
        "ICE has posted are known, and no ends: the numbers are too low."
    ) % {"day": date_text(last)}


def counted_text(counted: FactRow) -> str:
    """The number that ICE's own list gave."""
    return _("ICE itself counted %(number)s on %(day)s.") % {
        "number": number_text(counted.value or 0),
        "day": date_text(counted.on) if counted.on else "",
    }


def beginning_text(first: date) -> str:
    """Said of days before the record."""
    return _("The record begins on %(day)s.") % {"day": date_text(first)}


def end_text(last: date) -> str:
    """Said of days after it."""
    return _("The record goes to %(day)s.") % {"day": date_text(last)}
