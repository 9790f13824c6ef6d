"""What a form asks: its questions, and those that many forms have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: a column of the kind. `long` asks for sentences, `rows` for one on each line.

    A column that has a Spanish one beside it is asked in both languages.
    """

    column: str
    label: Text
    help: Text = ""
    needed: bool = False
    long: bool = False
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of one kind: `asks` stand open, `more` is folded away; both in this order.

    `each` names one fact of several in one form ("Step"); "" where a form holds a single fact.
    A new one begins with the words of `first`, and with the place itself in the column `here`.
    """

    title: Text
    lead: Text
    asks: tuple[Ask, ...]
    more: tuple[Ask, ...] = ()
    each: Text = ""
    another: Text = ""
    here: str = ""
    first: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Ask]:
        return iter((*self.asks, *self.more))


DATE = _("As precise as the source says: July 13, 2010, July 2010 or 2010.")
SUCCESSION = _(
    "One on each line: code, kind, date and name, as in “46102 renamed 2015-05-01 Oglala Lakota "
    "County”. Kinds: renamed, code-changed, merged, split, part."
)
DISCLOSED = Ask(
    "disclosed_on",
    _("When it became public, if that was later"),
    _("Only for what was kept secret at first. Empty means: public from its own day."),
)
BASIS = _("Empty means: the source gives the day of the act itself, or does not say.")
LOCATOR = Ask(
    "locator",
    _("Where in the source"),
    _("A page or a heading, so that others find it: p. 4, or “Background”."),
)
QUOTE = Ask(
    "quote",
    _("The words of the source"),
    _("The sentence that says so, word for word and in its language, without quotation marks."),
    long=True,
)
NOTE = Ask(
    "note",
    _("Note for readers"),
    _("What one should know to read this rightly. Leave it empty when there is nothing."),
    long=True,
    bilingual=True,
)
SUMMARY = Ask(
    "summary",
    _("What happened"),
    _("One or two plain sentences. Say what was done, not what to think of it."),
    long=True,
    bilingual=True,
)
