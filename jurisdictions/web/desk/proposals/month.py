"""/desk/proposals/month/: who did what in a month, for who coordinates a team; and its file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import get_current_timezone, localdate, make_aware
from django.utils.translation import get_language, ngettext

from jurisdictions.read.editions import published_programs
from jurisdictions.read.keeping.month import Month, RegionMonth, first_month, month_of
from jurisdictions.read.places import all_places
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.disarm import disarm
from jurisdictions.record.people.permissions import Actor, NotAllowed, coordinates
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.people import person_text
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.forms.tasks import where_text
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.site.addresses import address

DOOR = "team.look"
MOST_MONTHS = 60
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
COLUMNS = (
    *("month", "program", "geoid", "region", "person", "proposed", "accepted", "rejected"),
    *("withdrawn", "waiting", "median_hours", "longest_hours", "remarks"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A month of a team with the names of its programs and regions."""

    name: str
    found: Month
    programs: dict[str, str]
    places: Mapping[str, PlaceRow]

    def region(self, geoid: str) -> str:
        """What a region is called."""
        return where_text(self.places.get(geoid))

    def program(self, slug: str) -> str:
        """What a program is called."""
        return self.programs.get(slug, slug)


@desk_page()
def month(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Two tables: by region and program, and by person in the order of their names."""
    regions, name = _asked(request, actor)
    told = _told(regions, name)
    context = {
        "months": [(one, month_text(one)) for one in _months(regions)],
        "month": name,
        "month_name": month_text(name),
        "regions": [
            (told.region(r.region), told.program(r.program), r, waits_of(r))
            for r in told.found.regions
        ],
        "people": [
            (person_text(p.person), told.region(p.region), told.program(p.program), p)
            for p in told.found.people
        ],
        "file": address("team-month-file", {}, month=name),
    }
    return render_desk(request, actor, "desk/proposals/month.html", context)


@desk_page()
def file(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The same as CSV: a row for each region and program, then one for each person in it."""
    regions, name = _asked(request, actor)
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    rows.writerows([disarm(str(cell)) for cell in row] for row in _rows(_told(regions, name)))
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="team-{name}.csv"'
    return response


def month_text(name: str) -> str:
    """A month in words: "November 2026"."""
    return date_text(PartialDate.parse(name))


def waits_of(row: RegionMonth) -> tuple[str, str]:
    """The median and the longest time to a decision, in words; "" where nothing was decided."""
    return time_text(row.median), time_text(row.longest)


def time_text(took: timedelta | None) -> str:
    """How long something took, in days from two on, else in hours; "" for nothing."""
    if took is None:
        return ""
    if took >= 2 * DAY:
        days = took // DAY
        return ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
    hours = -(-took // HOUR)
    return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}


def _asked(request: HttpRequest, actor: Actor) -> tuple[frozenset[str], str]:
    """The regions of who coordinates, and the month that is asked for: this one unless told."""
    regions = coordinates(actor)
    if not regions:
        region = min((region for _role, region in actor.roles), default=NATION)
        raise NotAllowed(DOOR, region)
    given, known = request.GET.get("month", ""), _months(regions)
    return regions, given if given in known else known[0]


def _months(regions: frozenset[str]) -> list[str]:
    """The months that there is something of, the latest first: "2026-11"."""
    first, today = first_month(regions), localdate()
    begin = first.astimezone(get_current_timezone()).date() if first else today
    last = today.year * 12 + today.month - 1
    early = max(begin.year * 12 + begin.month - 1, last - MOST_MONTHS + 1)
    return [f"{one // 12}-{one % 12 + 1:02}" for one in range(last, early - 1, -1)]


def _told(regions: frozenset[str], name: str) -> Told:
    year, number = (int(part) for part in name.split("-"))
    begin = make_aware(datetime(year, number, 1))  # noqa: DTZ001 - of the site's own time
    end = make_aware(datetime(year + number // 12, number % 12 + 1, 1))  # noqa: DTZ001 - the same
    language = get_language() or "en"
    programs = {one.slug: one.name for one in published_programs(language)}
    return Told(name, month_of(regions, begin, end), programs, all_places(language))


def _rows(told: Told) -> Iterator[tuple[object, ...]]:
    for one in told.found.regions:
        about = told.name, one.program, one.region, told.region(one.region), ""
        counts = one.proposed, one.accepted, one.rejected, one.withdrawn, one.waiting
        yield *about, *counts, _hours(one.median), _hours(one.longest), ""
    for person in told.found.people:
        where = person.program, person.region, told.region(person.region)
        did = person.proposed, person.accepted, person.rejected
        yield told.name, *where, person_text(person.person), *did, "", "", "", "", person.remarks


def _hours(took: timedelta | None) -> str:
    return "" if took is None else f"{took / HOUR:.1f}"
