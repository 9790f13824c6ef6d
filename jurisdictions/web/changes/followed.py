"""What a feed follows: a program, some of its states, one place, or one agency."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.around import agency_of
from jurisdictions.read.agencies.rows import AgencyRow
from jurisdictions.read.asking import BadAsk
from jurisdictions.read.happened.asked import STATE, states_asked
from jurisdictions.read.happened.between import Days, all_happenings
from jurisdictions.read.happened.followed import happened_at, happened_to_agency, has_agencies
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.programs.happened import happening_text, sentence
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.happened import what_text
from jurisdictions.web.site.addresses import address

PLACE, AGENCY = "place", "agency"
NAMED = 3
"""What happened to one place or agency on a day that an entry's title names."""


@dataclass(frozen=True, slots=True)
class Followed:
    """`parts` tell a feed from every other, for ever; `name` is whose it is, "" for all.

    `page` is where a reader sees it, `on_day` the page of one day; `titled` says what happened on
    a day. `whole`: the feed tells of the record's editions as well.
    """

    parts: tuple[str, ...]
    name: str
    page: str
    found: Sequence[Happening]
    on_day: Callable[[date], str]
    titled: Callable[[date, list[Happening]], str]
    whole: bool = False


def followed(as_of: AsOf, query: QueryDict) -> Followed:
    """What a query asks to follow; raise BadAsk for what is not on record, and for two at once."""
    states = states_asked(as_of, query)
    geoid, key = query.get(PLACE, "").strip(), query.get(AGENCY, "").strip()
    if sum(map(bool, (states, geoid, key))) > 1:
        name = AGENCY if key else PLACE
        raise BadAsk(
            name, _("stands beside another: a feed is of states, of a place or of an agency")
        )
    if geoid:
        return _of_place(as_of, _place(as_of, geoid))
    if key:
        return _of_agency(as_of, _agency(as_of, key))
    return _of_states(as_of, states)


def _place(as_of: AsOf, geoid: str) -> PlaceRow:
    place = places_of(as_of).get(geoid)
    if place is None:
        raise BadAsk(PLACE, _("is not the Census code of a place on record: two or five digits"))
    return place


def _agency(as_of: AsOf, key: str) -> AgencyRow:
    found = agency_of(as_of, key) if has_agencies(as_of) else None
    if found is None:
        raise BadAsk(AGENCY, _("is not the id of an agency on record in this program"))
    return found


def _of_states(as_of: AsOf, states: tuple[str, ...]) -> Followed:
    named = [place.name for place in states_of(as_of) if place.state in states]
    found = [one for one in all_happenings(as_of) if not states or one.state in states]
    kept = {STATE: list(states)}

    def on_day(day: date) -> str:
        return address("changes", {}, **{"from": day.isoformat(), "to": day.isoformat(), **kept})

    return Followed(
        parts=tuple(sorted(states)),
        name=", ".join(named),
        page=address("changes", {}, **kept),
        found=found,
        on_day=on_day,
        titled=lambda day, rows: sentence(as_of, Days(day, day, states), rows),
        whole=not states,
    )


def _of_place(as_of: AsOf, place: PlaceRow) -> Followed:
    def on_day(day: date | None) -> str:
        said = {"date": day.isoformat()} if day else {}
        return address("place", {}, geoid=place.geoid, slug=place.slug, **said)

    return Followed(
        parts=(PLACE, place.geoid),
        name=place.label,
        page=on_day(None),
        found=happened_at(as_of, place),
        on_day=on_day,
        titled=lambda day, rows: _titled(day, [_with_whom(one) for one in rows]),
    )


def _of_agency(as_of: AsOf, agency: AgencyRow) -> Followed:
    def on_day(day: date | None) -> str:
        said = {"date": day.isoformat()} if day else {}
        return address("agency", {}, agency=agency.key, **said)

    return Followed(
        parts=(AGENCY, agency.key),
        name=f"{agency.title} ({agency.state})",
        page=on_day(None),
        found=happened_to_agency(as_of, agency),
        on_day=on_day,
        titled=lambda day, rows: _titled(day, [_alone(one) for one in rows]),
    )


def _with_whom(one: Happening) -> str:
    return f"{one.title}: {what_text(one.what)}"


def _alone(one: Happening) -> str:
    return f"{what_text(one.what)}. {happening_text(one)}".strip()


def _titled(day: date, told: Sequence[str]) -> str:
    """The day and the first of what happened; of the rest, how many there are."""
    first = list(dict.fromkeys(told))
    more = len(first) - NAMED
    rest = [_("and %(number)s more") % {"number": more}] if more > 0 else []
    return f"{date_text(day)}. {'; '.join([*first[:NAMED], *rest])}"
