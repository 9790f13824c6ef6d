"""From the text of a cell to its value; a ValueError says, in plain words, what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.models.base import plain
from jurisdictions.models.web_addresses import archived_page
from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.geoids import is_geoid, is_state, lies_in, padded
from jurisdictions.status.successions import BAR, NotASuccession, SuccessionKind, successions

FIRST_YEAR = 1990
YEARS_AHEAD = 2
_KEY = re.compile(r"[\w.-]+")
_KEY_OF_PARTS = re.compile(r"[\w.-]+(?::[\w.-]+)*")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_STEP = re.compile(r"\d{1,4}(?:\.\d{1,6}|,\d{1,2})?", re.ASCII)
"""In Spanish a comma parts the whole from the rest; before three digits it may part thousands."""
_URL = re.compile(r"https?://[^\s/]+\S*")


@dataclass(frozen=True, slots=True)
class Known:
    """What a cell may refer to, and the day on which it is read."""

    today: date
    places: Collection[str] = ()
    sources: Collection[str] = ()
    facts: Collection[str] = field(default=())
    agencies: Mapping[str, str] = field(default_factory=dict)
    """The state of each agency, by its key."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """The region of each agency: the smallest that holds all that it serves."""
    agreements: Mapping[str, str] = field(default_factory=dict)
    """The agency of each agreement, by its key."""
    program: str = ""


Read = Callable[[str, Known], Any]


def text(cell: str, known: Known) -> str:
    """Any text."""
    del known
    return cell


def key(cell: str, known: Known) -> str:
    """A part of a fact's public name: letters, digits, dots, hyphens, underscores."""
    del known
    if not _KEY.fullmatch(cell):
        raise ValueError(_("may hold letters, digits, dots, hyphens and underscores only"))
    return cell


def key_of_parts(cell: str, known: Known) -> str:
    """A fact's public name without its kind: keys with colons between them."""
    del known
    if not _KEY_OF_PARTS.fullmatch(cell):
        raise ValueError(
            _("may hold letters, digits, dots, hyphens, underscores, and colons between them only")
        )
    return cell


def place(cell: str, known: Known) -> str:
    """The geoid of a place on record."""
    if cell in known.places:
        return cell
    whole = padded(cell)
    if whole in known.places:
        message = _("is no place on record; a leading zero is missing: %(geoid)s")
        raise ValueError(message % {"geoid": whole})
    raise ValueError(_("is no place on record: write its Census geoid, 2 digits or 5"))


def county(cell: str, known: Known) -> str:
    """The geoid of a county equivalent on record.

    A state that is one itself, as the District of Columbia is, has two codes: both mean the county
    equivalent, so that a fact of it has one identity.
    """
    found = place(cell, known)
    if not is_state(found):
        return found
    within = [one for one in known.places if one != found and lies_in(one, found)]
    if len(within) != 1:
        raise ValueError(_("is a state: this is told of each of its counties, by their 5 digits"))
    return within[0]


def state(cell: str, known: Known) -> str:
    """The geoid of a state on record."""
    found = place(cell, known)
    if not is_state(found):
        raise ValueError(_("is no state: write the 2 digits of its Census geoid"))
    return found


def places(cell: str, known: Known) -> str:
    """The geoids of places on record, a bar between them; blank is none."""
    found = [place(part, known) for part in cell.split(BAR) if cell]
    if twice := next((one for one in found if found.count(one) > 1), ""):
        raise ValueError(_("names %(place)s twice") % {"place": twice})
    return BAR.join(found)


def agency(cell: str, known: Known) -> str:
    """The key of an agency on record."""
    if cell in known.agencies:
        return cell
    raise ValueError(_("is no agency on record") + near(cell, known.agencies))


def some_agency(cell: str, known: Known) -> str:
    """The key of an agency on record, or blank."""
    return agency(cell, known) if cell else ""


def agreement(cell: str, known: Known) -> str:
    """The key of an agency's agreement on record, or blank."""
    if not cell or cell in known.agreements:
        return cell
    raise ValueError(_("is no agreement on record") + near(cell, known.agreements))


def parent(cell: str, known: Known) -> str:
    """The geoid of the state around a county; places of one file may name each other."""
    return place(cell, known) if cell else ""


def source(cell: str, known: Known) -> str:
    """The key of a source on record."""
    if cell in known.sources:
        return cell
    raise ValueError(_("is no source on record") + near(cell, known.sources))


def some_source(cell: str, known: Known) -> str:
    """The key of a source on record, or blank."""
    return source(cell, known) if cell else ""


def fact(cell: str, known: Known) -> str:
    """The public name of a fact on record."""
    if cell in known.facts:
        return cell
    raise ValueError(_("is no fact on record") + near(cell, known.facts))


_TWO_DATES = re.compile(r"\d{4}[-\d]*/\d{4}[-\d]*", re.ASCII)


def day(cell: str, known: Known) -> PartialDate | None:
    """A year, month or day, or between two of these, in years that a record can speak of."""
    if not cell:
        return None
    try:
        found = PartialDate.parse(cell)
    except NotADate:
        if _TWO_DATES.fullmatch(cell):
            raise ValueError(
                _("is not a date: between two dates is 2010-07-13/2010-07-20, the earlier first")
            ) from None
        raise ValueError(
            _("is not a date: write 2010, 2010-07 or 2010-07-13, a day that exists")
        ) from None
    last = known.today.year + YEARS_AHEAD
    last_begins = (found.until or found).first_day
    if found.year < FIRST_YEAR or last_begins > _years_ahead(known.today):
        message = _("lies outside %(first)d to %(last)d: is a digit wrong?")
        raise ValueError(message % {"first": FIRST_YEAR, "last": last})
    return found


def _years_ahead(today: date) -> date:
    return date(today.year + YEARS_AHEAD, today.month, min(today.day, 28))


def whole(cell: str, known: Known) -> int | None:
    """A whole number, perhaps negative; blank is none."""
    del known
    if not cell:
        return None
    if not re.fullmatch(r"-?\d{1,15}", cell, re.ASCII):
        raise ValueError(_("is not a whole number: write digits only, no commas"))
    return int(cell)


def count(cell: str, known: Known) -> int | None:
    """A whole number of nought or more; blank is none."""
    found = whole(cell, known)
    if found is not None and found < 0:
        raise ValueError(_("may not be negative"))
    return found


def step_number(cell: str, known: Known) -> Decimal:
    """The number of a step in its thread: 1, 2, 3 …, or 2.5 for one between 2 and 3."""
    del known
    found = Decimal(cell.replace(",", ".")) if _STEP.fullmatch(cell) else Decimal(0)
    if not found:
        raise ValueError(_("is not the number of a step: write 1, 2, 3 …, or 2.5 between 2 and 3"))
    return plain(found)


def step_id(cell: str, known: Known) -> str:
    """What a step is called in its thread, or blank."""
    return key(cell, known) if cell else ""


def address(cell: str, known: Known) -> str:
    """A web address, or blank when none was found."""
    del known
    if cell and not _URL.fullmatch(cell):
        raise ValueError(_("is not a web address: it begins with https:// or http://"))
    return cell


def archive_address(cell: str, known: Known) -> str:
    """The address of a copy in the Internet Archive; blank where none is known."""
    found = address(cell, known)
    if found and not archived_page(found):
        raise ValueError(
            _("is no copy in the Internet Archive: https://web.archive.org/web/<time>/<address>")
        )
    return f"https://{found.partition('://')[2]}" if found else ""


def language(cell: str, known: Known) -> str:
    """A language by its tag (BCP 47): en, es, pt-BR; blank where nobody said."""
    del known
    if cell and not _LANGUAGE.fullmatch(cell):
        raise ValueError(_("is no tag of a language, such as en or es"))
    return cell


def checksum(cell: str, known: Known) -> str:
    """A SHA-256 in hexadecimal digits."""
    del known
    if not _CHECKSUM.fullmatch(cell):
        raise ValueError(_("is no SHA-256 checksum: 64 digits of 0-9 and a-f"))
    return cell


def geoid(cell: str, known: Known) -> str:
    """A geoid that may be new: US, 2 digits or 5."""
    del known
    if not is_geoid(cell):
        raise ValueError(_("is not a geoid: US, 2 digits for a state, 5 for a county"))
    return cell


def succession(cell: str, known: Known) -> str:
    """Other places that this one followed, or that followed it; as they are written in files."""
    del known
    try:
        return BAR.join(str(entry) for entry in successions(cell))
    except NotASuccession as bad:
        listed = ", ".join(SuccessionKind)
        message = _(
            "has “%(entry)s”: write code, kind, date and name, as in “46102 renamed 2015-05-01 "
            "Oglala Lakota County”, a bar between several; the kinds are %(kinds)s"
        )
        raise ValueError(message % {"entry": bad, "kinds": listed}) from None
    except NotADate as bad:
        raise ValueError(str(bad)) from None


@dataclass(frozen=True, slots=True)
class WordOf:
    """A reader of one word of a closed vocabulary."""

    words: type[StrEnum]
    may_lack: bool = False

    def __call__(self, cell: str, known: Known) -> str:
        del known
        if self.may_lack and not cell:
            return ""
        try:
            return self.words(cell).value
        except ValueError:
            listed = ", ".join(self.words)
            message = _("is not one of: %(words)s")
            raise ValueError(message % {"words": listed}) from None


def word_of(words: type[StrEnum], *, may_lack: bool = False) -> WordOf:
    """A reader of one word of a closed vocabulary; it can be asked which words these are.

    `may_lack`: a blank is no word, and no fault.
    """
    return WordOf(words, may_lack)


def near(cell: str, options: Collection[str]) -> str:
    """The option that was perhaps meant, as the end of a sentence; "" when none is near."""
    found = get_close_matches(cell, options, n=1)
    return _(" (did you mean %(near)s?)") % {"near": found[0]} if found else ""
