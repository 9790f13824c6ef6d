"""The words that the map page's scripts need, in the reader's language.

The sentence above the map is put together in the browser from the same texts as on the server.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext


@dataclass(frozen=True, slots=True)
class Doubt:
    """What of the record waits for a document: said of the nation, or of one of `geoids` by name.

    `asked` is what the list is asked for them.
    """

    of_nation: str
    of_state: str
    geoids: tuple[str, ...]
    asked: Mapping[str, str]


def map_words(own: dict[str, object]) -> dict[str, object]:
    """Every text that a script of the map page writes; holes are written %(name)s.

    `own` are those of the program.
    """
    return {
        **own,
        "sentence": _("On %(day)s, %(position)s %(active)s"),
        "captions": frame_captions(),
        "play": _("Play"),
        "pause": _("Pause"),
        "since": _("since %(day)s"),
        "sincePartial": _("since %(month)s"),
        "sinceBetween": _("since some day %(between)s"),
        "between": _("between %(first)s and %(last)s"),
        "betweenDay": pgettext("one of two days", "%(day)s"),
        "placesByState": _("Places, by state"),
        "members": _("Jurisdictions of %(state)s"),
        "counts": _("Jurisdictions that day"),
        "folded": [
            ngettext(
                "%(number)s more, none on this day", "%(number)s more, none on this day", number
            )
            for number in (1, 2)
        ],
        "countsOfState": _("Jurisdictions that day: %(state)s"),
        "nothing": _("No place of that name. Press Enter to search the list."),
        "unreachable": _(
            "The names of places could not be loaded. Press Enter to search the list."
        ),
        "failed": _("The map's data could not be loaded. The picture is the server's own."),
        "mismatch": _(
            "The map's data and its boundaries do not belong together. Reload the page; "
            "if that does not help, please tell us."
        ),
    }


def frame_captions() -> dict[str, list[str]]:
    """The captions of the insets by frame, the longest first: the first that fits is shown."""
    return {
        "alaska": [_("Alaska ×0.35"), _("Alaska"), "AK"],
        "hawaii": [_("Hawaii"), "HI"],
        "puerto-rico-virgin-islands": [
            _("Puerto Rico and U.S. Virgin Islands ×2.4"),
            _("Puerto Rico, Virgin Islands"),
            "PR, VI",
            "PR",
        ],
        "guam": [_("Guam ×3.4"), _("Guam"), "GU"],
        "northern-marianas": [
            _("Northern Marianas ×3.4"),
            _("Northern Marianas"),
            _("Marianas"),
            "MP",
        ],
        "northern-islands": [_("Northern islands ×1.1"), _("North"), ""],
        "american-samoa": [_("American Samoa ×2.2"), _("American Samoa"), "AS"],
        "swains-island": [_("Swains Island"), _("Swains"), ""],
    }
