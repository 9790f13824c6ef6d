"""What the kinds and columns of uploaded files are called, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.record.cells import WordOf
from jurisdictions.record.kinds import CONTRADICTIONS_FILE, KINDS
from jurisdictions.record.uploads.aliases import COUNTY_NAME, EXAMPLE, PLACE_NAME, STATE_NAME
from jurisdictions.record.uploads.columns import CONTRADICTIONS, EXPORT
from jurisdictions.render.files.columns import FACTS
from jurisdictions.render.files.package.explained import FILES, explained
from jurisdictions.render.words.labels import label

NAMES = {
    COUNTY_NAME: (
        _("County by name"),
        _("The county or equivalent, as people write it; instead of its geoid."),
    ),
    PLACE_NAME: (
        _("Place by name"),
        _("The state, county or equivalent, as people write it; instead of its geoid."),
    ),
    STATE_NAME: (_("State by name"), _("Name or two letters of the state that it lies in.")),
    EXAMPLE: (_("Example"), _("A row in which anything stands here is an example and not read.")),
    "contradicts": (_("Contradicts"), _("Whether the source says otherwise on one field.")),
}


def mode_title(mode: str) -> str:
    """What a file holds."""
    if mode == EXPORT:
        return gettext("An export of this tracker")
    if mode == CONTRADICTIONS:
        return gettext(FILES[CONTRADICTIONS_FILE.removesuffix(".csv")][0])
    return gettext(FILES[_stem(mode)][0])


def mode_explained(mode: str) -> str:
    """What a file of a kind says, in a sentence."""
    return gettext(FILES[_stem(mode)][1])


def column_title(mode: str, column: str) -> str:
    """What people call a column."""
    return gettext(_told(mode, column)[0])


def column_explained(mode: str, column: str) -> str:
    """What stands in a column."""
    return gettext(_told(mode, column)[1])


def word_called(column: str, word: str) -> str:
    """What people call a word that may stand in a column of that name."""
    for kind in KINDS.values():
        for one in kind.columns:
            if one.name == column and isinstance(one.read, WordOf) and word in set(one.read.words):
                return label(one.read.words(word))
    return word


def _told(mode: str, column: str) -> tuple[str, str]:
    own = {one.name for one in KINDS[mode].columns} if mode in KINDS else set[str]()
    if column in NAMES and column not in own:
        return NAMES[column]
    if mode == EXPORT:
        exported = {one.name: (one.heading, one.meaning) for one in FACTS.columns}
        if column in exported:
            return exported[column]
    stem = "conflicting_citations" if mode not in KINDS else _stem(mode)
    return explained(stem, column)


def _stem(mode: str) -> str:
    return KINDS[mode].file.removesuffix(".csv")
