"""What the record of Secure Communities shows: how far it reached, and over whose objection."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.read.headlines import headlines_of
from jurisdictions.read.heights import height_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.status.programs.secure_communities.vocabulary import Status


def finding(as_of: AsOf, total: int) -> str:
    """The most that were ever active, and the most that were so over their objection."""
    most = max(headlines_of(as_of), key=lambda one: one.numbers[0], default=None)
    if most is None or not most.numbers[0]:
        return _("No jurisdiction was ever active.")
    over = height_of(as_of, {Status.ACTIVE_OVER_OBJECTION})
    active = _(
        "From %(day)s on, fingerprints taken in %(number)s of %(total)s jurisdictions were shared "
        "with ICE, the most there ever were."
    ) % {
        "day": date_text(most.day),
        "number": number_text(most.numbers[0]),
        "total": number_text(total),
    }
    if over.day is None:
        return active
    refused = _("In as many as %(number)s that was over their own objection or their state's.")
    return f"{active} {refused % {'number': number_text(over.number)}}"
