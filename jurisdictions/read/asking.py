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
    """Resolve what an address asks for; an empty text is as if absent. Two queries.

    Raises BadAsk for a parameter that is wrong, NothingPublished before the first edition.
    """
    language = language or "en"
    if language not in LANGUAGES:
        raise BadAsk("lang", _("is not a language of this tracker: en or es"))
    with translation.override(language):
        if known and edition:
            raise BadAsk("known", _("cannot go with an edition: an edition knew what it knew"))
        on, known_on = _day("date", date), _day("known", known)
        slug = program or settings.DEFAULT_PROGRAM
        # PostgreSQL takes no NUL in a text; no program's name holds one.
        followed = None if "\0" in slug else Program.objects.filter(slug=slug).first()
        if followed is None:
            if program:
                raise BadAsk("program", _("is not a program of this tracker"))
            raise NothingPublished(slug)
        row = program_row(followed, language)
        return AsOf(
            program=row,
            edition=edition_row(_edition(followed, edition)),
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


def _edition(program: Program, text: str) -> Edition:
    editions = program.editions.order_by("-number")
    if not text:
        newest = editions.first()
        if newest is None:
            raise NothingPublished(program.slug)
        return newest
    found = editions.filter(number=int(text)).first() if _NUMBER.fullmatch(text) else None
    if found is None:
        raise BadAsk("edition", _("is not an edition of this program"))
    return found
