"""The headings that every report about a place has."""

from __future__ import annotations

from django.utils.translation import gettext as _


def place_words() -> dict[str, str]:
    """The headings of a place's report."""
    return {
        "dimension": _("Dimension"),
        "stands_at": _("Stands at"),
        "decided_by": _("Decided by"),
        "no_fact": _("no fact on record"),
        "timeline": _("Timeline"),
        "red_line": _("The red line is the day of this report."),
        "record": _("What happened"),
        "known_later": _("What became known later"),
        "nothing": _("Nothing is on record."),
        "own_words": _("In the jurisdiction's own words"),
        "periods": _("The federal rules that applied, period by period"),
        "from": _("From"),
        "status": _("Status"),
        "this_day": _("The period of this report's day is marked."),
        "figures": _("Published figures"),
        "figures_help": _(
            "Numbers that others published, as they published them, beside what the record of "
            "this tracker gives where it can count the same thing."
        ),
        "what": _("Figure"),
        "when": _("Date"),
        "published": _("As published"),
        "recorded": _("This record"),
        "note": _("Note"),
        "around": _("Beside the rest of the state"),
        "jurisdictions": _("Jurisdictions"),
    }
