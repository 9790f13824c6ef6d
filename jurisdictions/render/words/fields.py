"""Fields of facts and their values, as a contradiction names them."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.words.days import date_text
from jurisdictions.status.dates import NotADate, PartialDate

FIELDS: dict[str, str] = {
    "on": _("the date"),
    "activated_on": _("the date of activation"),
    "deactivated_on": _("the end of activation"),
    "disclosed_on": _("the date of publication"),
    "as_of": _("the date"),
    "signed_on": _("the day of signing"),
    "listed_from": _("the first list with it"),
    "listed_until": _("the last list with it"),
    "missing_from": _("the first list without it"),
    "ended_on": _("the day of its end"),
    "adopted_on": _("the day of adoption"),
    "in_force_on": _("the day from which it is in force"),
    "pending_from": _("the first list of the waiting with it"),
    "pending_until": _("the last list of the waiting with it"),
    "period_start": _("the beginning of the period"),
    "step": _("the kind of step"),
    "effect": _("the effect"),
    "kind": _("the kind"),
    "outcome": _("the outcome"),
    "basis": _("the basis of the date"),
    "date_basis": _("the basis of the date"),
    "value": _("the figure"),
    "by": _("the author"),
    "to": _("the addressee"),
}


def field_label(field: str) -> str:
    """A field of a fact in a sentence: "the date"; an unlisted one by its own name."""
    return gettext(FIELDS[field]) if field in FIELDS else field


def value_text(value: str) -> str:
    """A value as people read it: a date as a date, everything else as it is recorded."""
    try:
        return date_text(PartialDate.parse(value))
    except NotADate:
        return value
