"""Which days, states and kinds of change a query asks for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk, day_asked, days_for, refuse_far
from jurisdictions.read.happened.between import Days, all_happenings, words_of
from jurisdictions.read.places import states_of
from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf

FROM, TO, STATE, CHANGE = "from", "to", "state", "change"
TAKES = (FROM, TO, STATE, CHANGE)
"""The parameters of the page and of its files."""
SEVERAL = (STATE, CHANGE)
"""Those that may be given several times."""
FOUR_WEEKS = timedelta(weeks=4)


def days_asked(as_of: AsOf, query: QueryDict, today: date) -> Days:
    """What a query asks for; raise BadAsk for what cannot be read.

    Without `to` the days end on `date`, and without that with the record; without `from` they are
    the four weeks to that day.
    """
    limits = days_for(as_of, today)
    asked = {name: day_asked(name, query.get(name, "")) for name in (FROM, TO)}
    for name, day in asked.items():
        refuse_far(name, day, limits)
    last = asked[TO] or (as_of.on if query.get("date") else record_end(as_of))
    first = asked[FROM] or weeks_before(last)
    if first > last:
        said = {"last": last.isoformat()}
        raise BadAsk(FROM, _("lies after the last of the days, %(last)s") % said)
    return Days(first, last, states_asked(as_of, query), _whats(as_of, query))


def states_asked(as_of: AsOf, query: QueryDict) -> tuple[str, ...]:
    """The two-letter codes of the states that a query names; raise BadAsk for no state's."""
    said = [value.upper() for value in _said(query, STATE)]
    return _known(STATE, said, {place.state for place in states_of(as_of)})


def weeks_before(day: date) -> date:
    """Four weeks earlier; never before all days."""
    return day - FOUR_WEEKS if day - date.min > FOUR_WEEKS else date.min


def record_end(as_of: AsOf) -> date:
    """The last day of which the record tells: that of the last list, or of what happened last."""
    reach = reach_of(as_of).until
    if reach:
        return reach
    found = all_happenings(as_of)
    return found[-1].day if found else as_of.on


def _whats(as_of: AsOf, query: QueryDict) -> tuple[str, ...]:
    known = {word.value for word in words_of(as_of.program.slug)}
    return _known(CHANGE, _said(query, CHANGE), known)


def _said(query: QueryDict, name: str) -> list[str]:
    return [value.strip() for value in query.getlist(name) if value.strip()]


def _known(name: str, said: Collection[str], known: Collection[str]) -> tuple[str, ...]:
    if set(said) - set(known):
        raise BadAsk(name, _("is not one of: %(words)s") % {"words": ", ".join(sorted(known))})
    return tuple(dict.fromkeys(said))
