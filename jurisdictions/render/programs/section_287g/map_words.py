"""What the map says: the sentence above it, the words of its second mark."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.headlines import Headline
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.color_tokens import Hatch
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.status.programs.section_287g.vocabulary import Position

SCALE = ((1996, 0), (2016, 22), (2025, 48), (2027, 100))
"""Years and their places on the slider, in percent: dense where the time is dense."""
PACE = ((0, 365), (2025, 9))
"""From a year on, how many days a second are played: of 2025 on three months take ten seconds."""
PLAY_FROM = "2025-01-20"
"""Where play begins when all has been seen: 135 agreements stood then."""


def sentence(as_of: AsOf, headline: Headline, total: int) -> str:
    """What the map of the nation shows on the day."""
    del total
    agreements, agencies, states = headline.numbers
    told = _whole(agreements) % {
        "agreements": _agreements(agreements) % {"number": number_text(agreements)},
        "agencies": _agencies(agencies) % {"number": number_text(agencies)},
        "states": _states(states) % {"number": number_text(states)},
    }
    return _on_day(as_of, headline, told if agreements else _("No agreement stood in force."))


def sentence_of_state(
    as_of: AsOf, headline: Headline, state: str, numbers: tuple[int, ...], total: int
) -> str:
    """What the map of one state shows on the day."""
    return _on_day(as_of, headline, told_of_state(state, numbers, total))


def told_of_state(state: str, numbers: tuple[int, ...], total: int) -> str:
    """The state's numbers alone."""
    del total
    agreements, agencies = numbers
    if not agreements:
        return _("%(state)s: no agreement stood in force.") % {"state": state}
    return _whole_of_state(agreements) % {
        "state": state,
        "agreements": _agreements(agreements) % {"number": number_text(agreements)},
        "agencies": _agencies(agencies) % {"number": number_text(agencies)},
    }


HATCH: Hatch = "missing"
"""The agreement covers a part: what the map strikes through the fill is not there."""


def hatch_label() -> str:
    """What the hatch says in the legend."""
    return _("Agreement for part of the county only")


def doubt(as_of: AsOf) -> None:
    """Nothing of the record waits for a document."""
    del as_of


def position_clause(position: str) -> str:
    """The federal position as the second half of "On a day, ..."; it ends with a full stop."""
    match position:
        case Position.NOT_AUTHORIZED:
            return _("federal law did not yet allow agreements.")
        case Position.AUTHORIZED:
            return _("federal law allowed agreements for jails and for the street.")
        case Position.JAIL_ONLY:
            return _("ICE kept agreements for jails only.")
        case Position.JAIL_AND_WARRANT_SERVICE:
            return _("ICE offered agreements for jails and for serving its warrants there.")
        case _:
            return _("ICE offered every model, task forces in the street among them.")


def words() -> dict[str, object]:
    """The pieces of the sentence for the scripts; pairs are singular and plural."""
    pair = (1, 2)
    return {
        "hatched": _("The agreements here cover only a part of the county."),
        "lead": "agreements",
        "parts": {"agreements": "agreements", "agencies": "agencies", "states": "states"},
        "positions": {str(position): position_clause(position) for position in Position},
        "none": _("No agreement stood in force."),
        "noneOfState": _("%(state)s: no agreement stood in force."),
        "activeOfState": [_whole_of_state(n) for n in pair],
        "agreements": [_agreements(n) for n in pair],
        "agencies": [_agencies(n) for n in pair],
        "states": [_states(n) for n in pair],
        "active": [_whole(n) for n in pair],
    }


def _on_day(as_of: AsOf, headline: Headline, told: str) -> str:
    return _("On %(day)s, %(position)s %(active)s") % {
        "day": date_text(as_of.on),
        "position": position_clause(headline.position),
        "active": told,
    }


def _agreements(number: int) -> str:
    return ngettext("%(number)s agreement", "%(number)s agreements", number)


def _agencies(number: int) -> str:
    return ngettext("%(number)s agency", "%(number)s agencies", number)


def _states(number: int) -> str:
    return ngettext("%(number)s state", "%(number)s states", number)


def _whole(number: int) -> str:
    return ngettext(
        "%(agreements)s of %(agencies)s in %(states)s stood in force.",
        "%(agreements)s of %(agencies)s in %(states)s stood in force.",
        number,
    )


def _whole_of_state(number: int) -> str:
    return ngettext(
        "%(state)s: %(agreements)s of %(agencies)s stood in force.",
        "%(state)s: %(agreements)s of %(agencies)s stood in force.",
        number,
    )
