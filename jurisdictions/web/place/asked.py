"""Of which programs the page of a place tells, in which order, and of which day of each."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest
from django.utils.timezone import localdate

from jurisdictions.read.asking import ask, days_for
from jurisdictions.read.rows import AsOf
from jurisdictions.web.site.program import program_named
from jurisdictions.web.site.standing import standing_of


def leading(request: HttpRequest) -> str:
    """The slug of the program that comes first: the one that is named, else the living one.

    "" where none is published yet.
    """
    named = program_named(request)
    return named or next(iter(_living(request)), "")


def all_asked(request: HttpRequest, as_of: AsOf) -> list[AsOf]:
    """The program that leads, then the others, each on the same day as known on the same day.

    Without a day each program opens on its own. A day or a day of knowledge far from a program's
    record becomes the nearest that it can tell of. An edition is one program's: an address that
    names one shows that program alone.
    """
    if request.GET.get("edition"):
        return [as_of]
    asked = as_of.far_on.isoformat() if as_of.far_on else request.GET.get("date", "")
    others = [slug for slug in _living(request) if slug != as_of.program.slug]
    return [as_of, *(_asked(request, slug, as_of, asked) for slug in others)]


def _living(request: HttpRequest) -> list[str]:
    """The slugs of the programs that have an edition, the living one first."""
    return [program.slug for program, _edition in standing_of(request).living_first]


def _asked(request: HttpRequest, program: str, as_of: AsOf, asked: str) -> AsOf:
    today = localdate()
    found = ask(
        program=program,
        date=asked,
        language=as_of.language,
        today=today,
        nearest=True,
        among=standing_of(request),
    )
    if as_of.known_on is None:
        return found
    # Beyond the days that can be asked for nothing more becomes known, and before them nothing is.
    return replace(found, known_on=days_for(found, today).nearest(as_of.known_on))
