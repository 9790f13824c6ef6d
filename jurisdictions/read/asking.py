"""What a reader asks for: texts from an address -> a program's edition, a day, another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.models import Edition, Program
from jurisdictions.read.editions import Standing, dated
from jurisdictions.read.keeping.programs import program_row
from jurisdictions.read.program_addresses import is_program
from jurisdictions.read.record_days import Days, askable_days
from jurisdictions.read.rows import AsOf, EditionRow, ProgramRow

LANGUAGES = ("en", "es")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class BadAsk(ValueError):
    """A parameter that cannot be answered: which one, and why, in the reader's language.

    `message` ends a sentence that begins with the parameter: "is no day", without a period.
    """

    def __init__(self, parameter: str, message: str) -> None:
        self.parameter = parameter
        self.message = message
        super().__init__(f"{parameter}: {message}")


class NothingPublished(LookupError):
    """The program has no edition yet."""


def _next_at(edition: Edition) -> dt.datetime | None:
    """When the edition after this one was published; None for the newest."""
    later = Edition.objects.filter(program=edition.program_id, number__gt=edition.number)
    return later.order_by("number").values_list("published_at", flat=True).first()


def ask(
    *,
    program: str = "",
    edition: str = "",
    date: str = "",
    known: str = "",
    language: str = "en",
    today: dt.date,
    nearest: bool = False,
    among: Standing | None = None,
) -> AsOf:
    """Resolve what an address asks for; an empty text is as if absent. One query, three the first;
    one more for a named edition, none for the newest `among` those that stand.

    A day far from the record's own time is refused; with `nearest`, for pages, which can say so, it
    gives the nearest day that can be asked for. Raises BadAsk for a parameter that is wrong,
    NothingPublished before the first edition.
    """
    language = language or "en"
    if language not in LANGUAGES:
        raise BadAsk("lang", _("is not a language of this tracker: en or es"))
    with translation.override(language):
        if known and edition:
            raise BadAsk("known", _("cannot go with an edition: an edition knew what it knew"))
        asked, known_on = day_asked("date", date), day_asked("known", known)
        row, found = _chosen(program, edition, language, among)
        days = _askable(found, today)
        if not nearest:
            refuse_far("date", asked, days)
        refuse_far("known", known_on, days)
        on = asked or row.opening_on or today
        return AsOf(
            program=row,
            edition=found,
            on=days.nearest(on) if asked else on,
            known_on=known_on,
            language=language,
            far_on=asked if asked and days.nearest(asked) != asked else None,
        )


def ask_each(*, language: str = "en", today: dt.date) -> Iterator[AsOf]:
    """Every program that has an edition as it opens, the default one first."""
    published = Program.objects.filter(editions__isnull=False).distinct().order_by("pk")
    slugs = filter(is_program, published.values_list("slug", flat=True))
    for slug in sorted(slugs, key=lambda slug: slug != settings.DEFAULT_PROGRAM):
        yield ask(program=slug, language=language, today=today)


def day_asked(parameter: str, text: str) -> dt.date | None:
    """A day as addresses write it, YYYY-MM-DD; None for an empty text; raises BadAsk."""
    text = text.strip()
    if not text:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadAsk(parameter, _("is not a day: write it like 2011-08-05")) from None


def days_for(as_of: AsOf, today: dt.date) -> Days:
    """The days that can be asked for of the edition."""
    return _askable(as_of.edition, today)


def _askable(edition: EditionRow, today: dt.date) -> Days:
    first, last = edition.record_from, edition.record_to
    return askable_days(Days(first, last) if first and last else None, today)


def refuse_far(parameter: str, day: dt.date | None, days: Days) -> None:
    """Raise BadAsk for a day that lies too far from the record's own time."""
    if day is not None and days.nearest(day) != day:
        said = {"first": days.first.isoformat(), "last": days.last.isoformat()}
        raise BadAsk(
            parameter,
            _("lies too far from what this record tells of: ask for %(first)s to %(last)s") % said,
        )


def _chosen(
    program: str, number: str, language: str, among: Standing | None
) -> tuple[ProgramRow, EditionRow]:
    """The program and its edition: the newest when no number is named."""
    if among and not number and among.language == language:
        found = among.of_program.get(program or settings.DEFAULT_PROGRAM)
        if found:
            return found
    edition = _edition(program, number)
    row = dated(edition)
    if number:
        row = replace(row, next_at=_next_at(edition))
    return program_row(edition.program, language), row


def _edition(program: str, number: str) -> Edition:
    """The edition with its program; the newest when no number is named."""
    slug = program or settings.DEFAULT_PROGRAM
    # PostgreSQL takes no NUL in a text; no program's name holds one.
    possible = "\0" not in slug
    if possible and (not number or _NUMBER.fullmatch(number)):
        editions = Edition.objects.select_related("program").filter(program__slug=slug)
        chosen = editions.filter(number=int(number)) if number else editions
        if found := chosen.order_by("-number").first():
            return found
    if not (is_program(slug) or (possible and Program.objects.filter(slug=slug).exists())):
        if program:
            raise BadAsk("program", _("is not a program of this tracker"))
        raise NothingPublished(slug)
    if number:
        raise BadAsk("edition", _("is not an edition of this program"))
    raise NothingPublished(slug)
