"""What the home shows: the question, every program that has an edition, what changed lately."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.asking import ask
from jurisdictions.read.editions import Standing
from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.happened.between import Days, all_happenings
from jurisdictions.read.map_counts import counted_on
from jurisdictions.read.program_addresses import in_program, path_of
from jurisdictions.read.program_reading import reports_listed, told_by
from jurisdictions.read.rows import AsOf, EditionRow, ProgramRow
from jurisdictions.render.programs.finding import finding
from jurisdictions.render.programs.happened import sentence
from jurisdictions.web.map.drawn import geometry_name
from jurisdictions.web.map.still import small_picture
from jurisdictions.web.site.addresses import address

LATEST = 5
"""Days on which something happened last, of the program whose record reaches furthest."""


@dataclass(frozen=True, slots=True)
class Card:
    """A program, its newest edition, what the record shows, and the way to its pages."""

    program: ProgramRow
    edition: EditionRow
    finding: str
    day: date
    picture: str
    map: str
    list: str
    policy: str
    data: str
    changes: str
    claims: str
    flags: str
    charts: str
    compare: str
    lists: tuple[tuple[str, str], ...]

    @property
    def record_from(self) -> date | None:
        """The first day that the record tells of."""
        return self.edition.record_from

    @property
    def record_to(self) -> date | None:
        """The last day that the record tells of."""
        return self.edition.record_to


@dataclass(frozen=True, slots=True)
class Latest:
    """A day on which something happened: what, and the way to it."""

    day: date
    told: str
    href: str


def home_context(standing: Standing) -> dict[str, object]:
    """What home/page.html reads: the programs, the one whose record reaches furthest first."""
    language, today = standing.language, localdate()
    cards: list[Card] = []
    latest: list[Latest] = []
    geometry = ""
    for program, edition in standing.living_first:
        with in_program(program.slug):
            as_of = ask(program=program.slug, language=language, today=today, among=standing)
            cards.append(_card(program, edition, as_of))
            latest = latest or list(_latest(as_of))
            geometry = geometry or static(geometry_name(as_of))
    return {
        "cards": cards,
        "latest": latest,
        "names": reverse("name-file-list"),
        "geometry": geometry,
        "search": reverse("place-search"),
    }


def _card(program: ProgramRow, edition: EditionRow, as_of: AsOf) -> Card:
    total = counted_on(as_of, "status").total
    return Card(
        program,
        edition,
        finding(as_of, total),
        as_of.on,
        small_picture(as_of),
        **{name: path_of(program.slug, page) for name, page in PAGES.items()},
        lists=_lists(program.slug),
    )


def _latest(as_of: AsOf) -> Iterator[Latest]:
    """The last days of the record's whole time on which something happened."""
    last = record_end(as_of)
    found = (one for one in reversed(all_happenings(as_of)) if one.day <= last)
    for day, rows in islice(groupby(found, lambda one: one.day), LATEST):
        days = Days(day, day)
        href = address("changes", {}, **{"from": day.isoformat(), "to": day.isoformat()})
        yield Latest(day, sentence(as_of, days, list(rows)), href)


LISTS = {"agencies": noop("Agencies"), "agreements": noop("Agreements")}
"""Lists that not every program has."""
REPORTS = {"requests": noop("Requests not to take part"), "briefing": noop("National briefing")}
"""Pages of reports, likewise."""


def _lists(slug: str) -> tuple[tuple[str, str], ...]:
    """The title and the address of each that the program has."""
    lists = {page: title for page, title in LISTS.items() if told_by()[page] == slug}
    reports = {page: REPORTS[page] for page in reports_listed(slug)}
    return tuple((_(title), path_of(slug, page)) for page, title in {**lists, **reports}.items())


PAGES = {"map": "map", "list": "places", "policy": "policy", "data": "data"} | {
    name: name for name in ("changes", "claims", "flags", "charts", "compare")
}
"""The pages to which a card leads, by the name of its field."""
