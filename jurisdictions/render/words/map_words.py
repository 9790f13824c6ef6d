"""The words that the map page's scripts need, in the reader's language.

The sentence above the map is put together in the browser from the same texts as in sentences.py.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from jurisdictions.render.words.sentences import position_clause
from jurisdictions.status.programs.secure_communities.vocabulary import Position


def map_words() -> dict[str, object]:
    """Every text that a script of the map page writes; holes are written %(name)s."""
    return {
        **sentence_words(),
        "captions": frame_captions(),
        "play": _("Play"),
        "pause": _("Pause"),
        "since": _("since %(day)s"),
        "sincePartial": _("since %(month)s"),
        "sinceBetween": _("since some day %(between)s"),
        "between": _("between %(first)s and %(last)s"),
        "betweenDay": pgettext("one of two days", "%(day)s"),
        "limits": _("A local measure limits detainers here."),
        "members": _("Jurisdictions of %(state)s"),
        "counts": _("Jurisdictions that day"),
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


def sentence_words() -> dict[str, object]:
    """The pieces of the day's sentence; pairs are singular and plural."""
    return {
        "sentence": _("On %(day)s, %(position)s %(active)s"),
        "positions": {str(position): position_clause(position) for position in Position},
        "none": _("No jurisdiction was active."),
        "noneOfState": _("%(state)s: no jurisdiction was active."),
        "activeOfState": [
            ngettext(
                "%(state)s: %(number)s of %(total)s jurisdictions was active.",
                "%(state)s: %(number)s of %(total)s jurisdictions were active.",
                n,
            )
            for n in (1, 2)
        ],
        "jurisdictions": [
            ngettext("%(number)s jurisdiction", "%(number)s jurisdictions", n) for n in (1, 2)
        ],
        "states": [
            ngettext("%(number)s state or territory", "%(number)s states and territories", n)
            for n in (1, 2)
        ],
        "active": [
            ngettext(
                "%(jurisdictions)s of %(total)s was active, in %(states)s.",
                "%(jurisdictions)s of %(total)s were active, in %(states)s.",
                n,
            )
            for n in (1, 2)
        ],
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
