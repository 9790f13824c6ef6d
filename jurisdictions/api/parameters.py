"""The query of a request: which parameters there are, and their values, checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.api.problems import BadParameter
from jurisdictions.read.asking import BadAsk, day_asked

ASKING = ("date", "known", "edition", "program", "lang")
DEFAULT_LANGUAGE = "en"
LONGEST_TEXT = 200

Word = TypeVar("Word", bound=StrEnum)


def refuse_unknown(query: QueryDict, known: Iterable[str]) -> None:
    """Raise BadParameter for the first name that is none of `known`: a slip is not passed over."""
    names = tuple(known)
    for name in query:
        if name not in names:
            raise BadParameter(
                name,
                _("There is no parameter “%(name)s” here. There are: %(known)s.")
                % {"name": name, "known": ", ".join(names)},
            )


def several(query: QueryDict, name: str) -> tuple[str, ...]:
    """Every value of a repeatable parameter, each once; empty ones are as if absent.

    Raises BadParameter for a NUL character.
    """
    values = tuple(dict.fromkeys(text for given in query.getlist(name) if (text := given.strip())))
    # PostgreSQL refuses to look such a text up.
    if any("\0" in value for value in values):
        raise BadParameter(name, _("%(name)s holds a NUL character.") % {"name": name})
    return values


def single(query: QueryDict, name: str) -> str:
    """The value of a parameter, "" when absent or empty; raises BadParameter if it stands twice.

    Even if both say the same, or one says nothing: which was meant, only the sender knows.
    """
    if len(query.getlist(name)) > 1:
        raise BadParameter(name, _("%(name)s can be given only once.") % {"name": name})
    return next(iter(several(query, name)), "")


def one_of(query: QueryDict, name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The values of a repeatable parameter, each of them one of `known`; raises BadParameter."""
    values, words = several(query, name), tuple(known)
    for value in values:
        if value not in words:
            raise BadParameter(
                name,
                _("“%(value)s” is no value of %(name)s. Known values: %(known)s.")
                % {"value": value, "name": name, "known": ", ".join(words)},
            )
    return values


def words(query: QueryDict, name: str, known: Iterable[Word]) -> tuple[Word, ...]:
    """The same, as words of a closed vocabulary."""
    by_value = {str(word): word for word in known}
    return tuple(by_value[value] for value in one_of(query, name, by_value))


def language_of(query: QueryDict) -> str:
    """The language of the answer, "en" unless `lang` says otherwise; raises BadParameter."""
    single(query, "lang")
    given = one_of(query, "lang", dict(settings.LANGUAGES))
    return given[0] if given else DEFAULT_LANGUAGE


def whole_number(query: QueryDict, name: str, default: int) -> int:
    """A whole number from 1 up, `default` when absent; raises BadParameter."""
    text = single(query, name)
    if not text:
        return default
    # More digits than any count here needs; int() itself would refuse thousands of them.
    if not (text.isascii() and text.isdigit()) or len(text) > 18 or int(text) < 1:
        raise BadParameter(name, _("%(name)s is a whole number from 1 up.") % {"name": name})
    return int(text)


def day(query: QueryDict, name: str) -> date | None:
    """A day as YYYY-MM-DD, None when absent; raises BadAsk."""
    return day_asked(name, single(query, name))


def searched(query: QueryDict, name: str) -> str:
    """Words to look for, "" when absent; raises BadAsk for a text that is too long."""
    text = single(query, name)
    if len(text) > LONGEST_TEXT:
        raise BadAsk(name, _("is longer than 200 letters"))
    return text


def sparse_fields(query: QueryDict, known: Iterable[str]) -> tuple[str, ...]:
    """The members of a row that are wanted, between commas or repeated; () means all.

    Raises BadParameter for a name that no row has, and for one that is missing between commas.
    """
    given = query.copy()
    listed = [text.strip() for value in several(query, "fields") for text in value.split(",")]
    if not all(listed):
        raise BadParameter("fields", _("fields names nothing between two commas, or at an end."))
    given.setlist("fields", listed)
    return one_of(given, "fields", known)
