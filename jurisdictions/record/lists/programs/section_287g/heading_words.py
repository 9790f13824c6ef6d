"""A heading that no list has had so far -> its column, by the words that it is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.words import SLIP_FROM, one_slip_apart
from jurisdictions.record.lists.programs.section_287g.list_columns import ListColumn

LONGEST = 60
"""No heading is longer; what is, is a title or a note."""
_BESIDE = frozenset(("of", "the", "or", "and", "287", "g", "287g", "to", "in", "for", "ice"))
"""Words that say nothing of a column."""
_BEHIND = re.compile(r"\((?!g\))[^()]*\)", re.I)
"""What stands in brackets behind a heading: "(MM/DD/YYYY)", "(LEA)"."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What tells a column: one of `core`, or all of a group of `pairs`; `may` stand beside it."""

    core: frozenset[str]
    may: frozenset[str]
    pairs: tuple[frozenset[str], ...] = ()


def _words(core: str, may: str = "", *pairs: str) -> _Words:
    return _Words(
        frozenset(core.split()), frozenset(may.split()), tuple(frozenset(p.split()) for p in pairs)
    )


_INSTRUMENT = "moa moas mou agreement memorandum understanding"
_AGENCY = "law enforcement agency agencies lea leas"
# The order counts: "MOA signed date" is a day before it is an agreement, "agency type" a type.
_TOLD: Mapping[ListColumn, _Words] = {
    ListColumn.ADDENDUM: _words("addendum addenda addendums", f"link url {_INSTRUMENT}"),
    ListColumn.SIGNED: _words(
        "signed signature signing executed execution effective firmado firma",
        f"date day on by fecha {_INSTRUMENT}",
        "date moa", "date mou", "date agreement", "date",
    ),
    ListColumn.MODEL: _words(
        "model models support modelo",
        f"type program kind participation tipo {_INSTRUMENT}",
        "program type", "type moa", "type mou", "type agreement", "program",
    ),
    ListColumn.TYPE: _words(
        "type kind tipo jurisdiction", f"{_AGENCY} jurisdiction department", "level agency",
    ),
    ListColumn.MOA: _words("link links url pdf document copy text", f"link {_INSTRUMENT}",
                           *_INSTRUMENT.split()),
    ListColumn.STATE: _words("state states st estado", "name us u s usa territory abbreviation"),
    ListColumn.COUNTY: _words("county counties parish condado", "name names borough served"),
    ListColumn.AGENCY: _words(
        "agency agencies lea leas agencia",
        f"{_AGENCY} name participating pending partner partners partnering department departments "
        "office local signatory requesting nombre",
        "law enforcement", "enforcement partner",
    ),
}  # fmt: skip
_KNOWN = frozenset(word for told in _TOLD.values() for word in (*told.core, *told.may))


@lru_cache(maxsize=4096)
def column_told_by(heading: str) -> ListColumn | None:
    """The column that the words of a heading tell of, slips of the pen allowed; None for none."""
    if not heading or len(heading) > LONGEST:
        return None
    plain = fold(_BEHIND.sub(" ", heading)) or fold(heading)
    words = frozenset(_meant(word) for word in plain.split()) - _BESIDE
    for column, told in _TOLD.items():
        whole = words <= told.core | told.may | frozenset().union(*told.pairs)
        if whole and (words & told.core or any(pair <= words for pair in told.pairs)):
            return column
    return None


def _meant(word: str) -> str:
    """A word, or the one of headings that it is a slip of the pen away from."""
    if word in _KNOWN or len(word) < SLIP_FROM:
        return word
    return next((own for own in sorted(_KNOWN) if _slip(word, own)), word)


def _slip(word: str, own: str) -> bool:
    return len(own) >= SLIP_FROM and one_slip_apart(word, own)
