"""What a reader asks for: texts from an address -> a program's edition, a day, another day."""

from __future__ import annotations

import datetime as dt
import re

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.models import Edition, Program
from jurisdictions.read.keeping.programs import edition_row, program_row
from jurisdictions.read.rows import AsOf

LANGUAGES = ("en", "es")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class BadAsk(ValueError):
    """A parameter that cannot be answered: which one, and why, in the reader's language."""

    def __init__(self, parameter: str, message: str) -> None:
        self.parameter = parameter
        self.message = message
        super().__init__(f"{parameter}: {message}")


class NothingPublished(LookupError):
    """The program has no edition yet."""


def ask(
    *,
    program: str = "",
    edition: str = "",
    date: str = "",
    known: str = "",
    language: str = "en",
    today: dt.date,
) -> AsOf:
    """Resolve what an address asks for; an empty text is as if absent. One query.

    Raises BadAsk for a parameter that is wrong, NothingPublished before the first edition.
    """
    language = language or "en"
    if language not in LANGUAGES:
        raise BadAsk("lang", _("is not a language of this tracker: en or es"))
    with translation.override(language):
        if known and edition:
            raise BadAsk("known", _("cannot go with an edition: an edition knew what it knew"))
        on, known_on = _day("date", date), _day("known", known)
        found = _edition(program, edition)
        row = program_row(found.program, language)
        return AsOf(
            program=row,
            edition=edition_row(found),
            on=on or row.opening_on or today,
            known_on=known_on,
            language=language,
        )


def _day(parameter: str, text: str) -> dt.date | None:
    if not text:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadAsk(parameter, _("is not a day: write it like 2011-08-05")) from None


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
    if not (possible and Program.objects.filter(slug=slug).exists()):
        if program:
            raise BadAsk("program", _("is not a program of this tracker"))
        raise NothingPublished(slug)
    if number:
        raise BadAsk("edition", _("is not an edition of this program"))
    raise NothingPublished(slug)
