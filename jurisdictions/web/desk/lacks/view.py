"""/desk/lacks/<geoid>/: what the record of a region lacks, with filters, and as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import StringIO
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import get_current_timezone, localdate
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.lacking_facts import (
    Lacking,
    LackingFact,
    counts_of_lacking,
    lacking_facts,
)
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources_by_key
from jurisdictions.record.disarm import disarm
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.render.words.cell_texts import column_text
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.fact_titles import fact_title, kind_text
from jurisdictions.web.desk.forms.tasks import edition_of, place_at, where_text
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.site.addresses import address

A_PAGE = 25
"""Cards a page, which a phone shows on some screens; the file has them all."""
A_YEAR = timedelta(days=365)
PROPOSE = "facts.propose"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that lacks something, and the form that mends it."""

    place: str
    what: str
    told: str
    href: str
    act: str


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of lack: what it is called, how many there are, where they are listed."""

    value: str
    title: str
    count: int
    href: str
    chosen: bool


@desk_page()
def lacks(request: HttpRequest, actor: Actor, geoid: str) -> HttpResponse:
    """What a region lacks of one sort, some at a time; how many there are of each."""
    as_of, place = edition_of(), place_at(edition_of(), geoid)
    demand(actor, PROPOSE, geoid)
    said, before = _asked(request)
    counts = counts_of_lacking(as_of, [geoid], _moment(before))
    what = said or next((one for one in Lacking if counts[one]), Lacking.NO_SOURCE)
    found = lacking_facts(as_of, [geoid], what, _moment(before))
    page = _page(request, len(found))
    lines = list(_lines(as_of, found[(page - 1) * A_PAGE : page * A_PAGE], what))
    context = {
        "where": where_text(place),
        "geoid": geoid,
        "sorts": _sorts(counts, geoid, what, before),
        "what": what.value,
        "title": titles()[what],
        "advice": advices()[what],
        "before": before.isoformat(),
        "is_old": what is Lacking.OLD,
        "lines": lines,
        "shared": _shared(lines),
        "total": len(found),
        "page": page,
        "pages": max(1, -(-len(found) // A_PAGE)),
        "file": f"{address('lacks-file', {}, geoid=geoid)}?{_query(what, before)}",
        "query": _query(what, before),
    }
    return render_desk(request, actor, "desk/lacks/page.html", context)


@desk_page()
def lacks_file(request: HttpRequest, actor: Actor, geoid: str) -> HttpResponse:
    """The same as a CSV file, all of it."""
    as_of = edition_of()
    place_at(as_of, geoid)
    demand(actor, PROPOSE, geoid)
    said, before = _asked(request)
    what = said or Lacking.NO_SOURCE
    found = lacking_facts(as_of, [geoid], what, _moment(before))
    into = StringIO()
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(["lacks", "fact", "geoid", "place", "what", "told"])
    for fact, line in zip(found, _lines(as_of, found, what), strict=True):
        texts = (what.value, fact.name, fact.geoid, line.place, line.what, line.told)
        writer.writerow([disarm(text) for text in texts])
    response = HttpResponse(into.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="lacks-{geoid}-{what.value}.csv"'
    return response


def _asked(request: HttpRequest) -> tuple[Lacking | None, date]:
    """The sort that is asked for, if any; and the day to look again, else a year ago."""
    said = request.GET.get("what", "")
    what = Lacking(said) if said in set(Lacking) else None
    try:
        before = date.fromisoformat(request.GET.get("before", ""))
    except ValueError:
        before = localdate() - A_YEAR
    return what, before


def _moment(before: date) -> datetime:
    return datetime.combine(before, time.min, get_current_timezone())


def _query(what: Lacking, before: date) -> str:
    return urlencode({"what": what.value, "before": before.isoformat()})


def _page(request: HttpRequest, total: int) -> int:
    said = request.GET.get("page", "1")
    asked = int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 1
    return min(max(1, asked), max(1, -(-total // A_PAGE)))


def _sorts(counts: Mapping[Lacking, int], geoid: str, chosen: Lacking, before: date) -> list[Sort]:
    here = address("lacks", {}, geoid=geoid)
    return [
        Sort(one.value, titles()[one], counts[one], f"{here}?{_query(one, before)}", one is chosen)
        for one in Lacking
    ]


def _shared(lines: list[Line]) -> str | None:
    """What several lines all lack or rest on, told once: "" for nothing, None where they differ."""
    told = {line.told for line in lines}
    return told.pop() if len(lines) > 1 and len(told) == 1 else None


def titles() -> dict[Lacking, str]:
    """What each sort is called."""
    return {
        Lacking.NO_SOURCE: _("Facts without a source"),
        Lacking.ONE_SOURCE: _("Facts that one source alone supports"),
        Lacking.DEAD_ADDRESS: _("Facts whose source has vanished from its address"),
        Lacking.NO_SPANISH: _("Facts without Spanish"),
        Lacking.OLD: _("Facts that nobody has looked at since"),
        Lacking.NO_MEASURE: _("Places without any local measure"),
    }


def advices() -> dict[Lacking, str]:
    """What one does about each."""
    return {
        Lacking.NO_SOURCE: _("Nobody can check them. Find a source, or retract them."),
        Lacking.ONE_SOURCE: _("Look for a second one: it may say otherwise."),
        Lacking.DEAD_ADDRESS: _("Give an archived copy, or attach the file."),
        Lacking.NO_SPANISH: _("Write the text in Spanish as a neighbor would say it."),
        Lacking.OLD: _("Look whether they are still so, and correct what is not."),
        Lacking.NO_MEASURE: _("Not every place has one. Record those that you find."),
    }


def _lines(as_of: AsOf, found: list[LackingFact], what: Lacking) -> Iterator[Line]:
    known, sources = places_of(as_of), sources_by_key(as_of)
    for one in found:
        place = known.get(one.geoid)
        where = place.label if place else _("United States")
        if not one.name:
            href = address("suggest-fact", {}, geoid=one.geoid, kind=one.kind)
            yield Line(where, kind_text(one.kind), "", href, _("Record one"))
            continue
        told = [sources[key].title if key in sources else column_text(key) for key in one.told]
        if one.since:
            told.append(date_text(one.since.date()))
        yield Line(where, fact_title(one.kind, one.cells), ", ".join(told), *_mending(one, what))


def _mending(one: LackingFact, what: Lacking) -> tuple[str, str]:
    """The form that mends it, and what the link says."""
    if what is Lacking.DEAD_ADDRESS:
        return address("desk-source", {}, key=one.told[0]), _("Mend the source")
    if what is Lacking.ONE_SOURCE:
        href = address("suggest-contradict", {}, name=one.name)
        return href, _("Another source says otherwise")
    if what is Lacking.NO_SOURCE:
        return address("suggest-correct", {}, name=one.name), _("Name a source")
    return address("suggest-correct", {}, name=one.name), _("Correct")
