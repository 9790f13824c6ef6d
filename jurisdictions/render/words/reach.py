"""What is to be said of a day that lies beyond what the record tells of."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.days import date_text


def reach_text(as_of: AsOf) -> str:
    """That another day is shown than was asked for, or that the record ends before it; else ""."""
    told = []
    if as_of.far_on:
        far = {"asked": as_of.far_on.isoformat(), "shown": date_text(as_of.on)}
        told.append(_("%(asked)s is too far from this record: %(shown)s is shown.") % far)
    first, last = as_of.edition.record_from, as_of.edition.record_to
    if last and as_of.on > last:
        told.append(end_text(last))
    elif first and as_of.on < first:
        told.append(beginning_text(first))
    return " ".join(told)


def beginning_text(first: date) -> str:
    """Said of days before the record."""
    return _("The record begins on %(day)s.") % {"day": date_text(first)}


def end_text(last: date) -> str:
    """Said of days after it."""
    return _("The record goes to %(day)s.") % {"day": date_text(last)}
