"""The second day of a briefing."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk, day_asked, days_for, refuse_far
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.programs import reporting_of


def since_asked(request: HttpRequest, as_of: AsOf) -> date:
    """The second day; raise BadAsk for one that is none, or later than the first."""
    since = day_asked("since", request.GET.get("since", ""))
    if since is None:
        return reporting_of(as_of.program.slug).usual_since(as_of)
    refuse_far("since", since, days_for(as_of, localdate()))
    if since > as_of.on:
        raise BadAsk("since", _("is later than the day of the briefing"))
    return since
