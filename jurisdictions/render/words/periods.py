"""What a stretch of days is called: "In the four weeks to May 18, 2026"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.happened.asked import weeks_before
from jurisdictions.render.words.days import date_text


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last that this has; never before all days."""
    back = day.year * 12 + day.month - 1 - months
    year, month = back // 12, back % 12 + 1
    if year < date.min.year:
        return date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def period_text(first: date, last: date) -> str:
    """Two days and all between them, at the beginning of a sentence."""
    said = {"first": date_text(first), "last": date_text(last)}
    if first == last:
        return _("On %(last)s") % said
    if first == weeks_before(last):
        return _("In the four weeks to %(last)s") % said
    if first == months_before(last, 3):
        return _("In the three months to %(last)s") % said
    if first == months_before(last, 12):
        return _("In the year to %(last)s") % said
    return _("From %(first)s to %(last)s") % said
