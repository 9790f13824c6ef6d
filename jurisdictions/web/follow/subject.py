"""What the form of following is about: a place, an agency, a program, or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, QueryDict
from django.utils.timezone import localdate
from django.utils.translation import get_language

from jurisdictions.mailing.writing import name_of
from jurisdictions.read.asking import ask
from jurisdictions.read.editions import published_programs
from jurisdictions.read.news.between import followed
from jurisdictions.read.news.rows import Followed
from jurisdictions.read.program_addresses import in_program, is_program
from jurisdictions.read.rows import ProgramRow
from jurisdictions.web.site.addresses import address, with_query

ASKED = ("place", "agency", "program")
"""What the address of the form says of that."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`programs` have something to tell of what is followed; `program` is the one that is named."""

    geoid: str
    agency: str
    program: str
    name: str
    spoken: str
    programs: Sequence[ProgramRow]
    found: Followed
    page: str

    @property
    def query(self) -> dict[str, str]:
        """The same as the form's address says it."""
        return {"place": self.geoid, "agency": self.agency, "program": self.program}

    def feed(self, program: str) -> str:
        """The feed of the same, for who would rather give no address."""
        with in_program(program):
            return with_query(address("feed", {}), {"place": self.geoid, "agency": self.agency})


def subject_of(request: HttpRequest) -> Subject:
    """What the address asks to follow, or the form sent to it; raise Http404 for nothing."""
    said: QueryDict = request.POST if request.method == "POST" else request.GET
    geoid, agency, program = (said.get(name, "").strip() for name in ASKED)
    language = get_language() or "en"
    published = [row for row in published_programs(language) if is_program(row.slug)]
    having = {}
    for row in published:
        found = followed(ask(program=row.slug, language=language, today=localdate()), geoid, agency)
        if found:
            having[row.slug] = found
    programs = [row for row in published if row.slug in having]
    if (geoid and agency) or not programs or program not in {"", *having}:
        raise Http404
    what = having[program] if program else next(iter(having.values()))
    named = "" if geoid or agency else program, geoid, agency, language
    name, spoken = name_of(*named), name_of(*named, spoken=True)
    return Subject(
        geoid, agency, program, name, spoken, programs, what, _page(what, programs[0], program)
    )


def _page(found: Followed, first: ProgramRow, program: str) -> str:
    """Where a reader comes from, and goes back to."""
    with in_program(program or first.slug):
        if found.place:
            return address("place", {}, geoid=found.place.geoid, slug=found.place.slug)
        if found.agency:
            return address("agency", {}, agency=found.agency.key)
        return address("changes", {}) if program else address("home", {})
