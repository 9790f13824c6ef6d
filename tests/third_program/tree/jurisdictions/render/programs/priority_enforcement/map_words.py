"""What the map says."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.headlines import Headline
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.status.programs.priority_enforcement.vocabulary import Position

SCALE = ()
PACE = ((0, 90),)
PLAY_FROM = ""
HATCH = "added"


def sentence(as_of: AsOf, headline: Headline, total: int) -> str:
    """What the map of the nation shows on the day."""
    del total
    return _on_day(as_of, headline, _whole(headline.numbers[0]))


def sentence_of_state(
    as_of: AsOf, headline: Headline, state: str, numbers: tuple[int, ...], total: int
) -> str:
    """What the map of one state shows on the day."""
    return _on_day(as_of, headline, told_of_state(state, numbers, total))


def told_of_state(state: str, numbers: tuple[int, ...], total: int) -> str:
    """The state's numbers alone."""
    del total
    told = {"state": state, "asked": number_text(numbers[0])}
    return _of_state(numbers[0]) % told


def hatch_label() -> str:
    """Nothing is hatched."""
    return ""


def doubt(as_of: AsOf) -> None:
    """Nothing of the record waits for a document."""
    del as_of


def position_clause(position: str) -> str:
    """The federal position as the second half of "On a day, ..."; it ends with a full stop."""
    return {
        Position.SILENT: _("the program had not been announced."),
        Position.ANNOUNCED: _("the program was announced."),
        Position.ASKS_FOR_NOTICE: _("ICE asked for notice."),
        Position.ENDED: _("the program had ended."),
    }[Position(position)]


def words() -> dict[str, object]:
    """The pieces of the sentence for the scripts; pairs are singular and plural."""
    pair = (1, 2)
    return {
        "hatched": "",
        "lead": "asked",
        "parts": {"asked": "asked"},
        "positions": {str(position): position_clause(position) for position in Position},
        "none": _("No jurisdiction was asked."),
        "noneOfState": _("%(state)s: no jurisdiction was asked."),
        "activeOfState": [_of_state(n) for n in pair],
        "asked": ["%(number)s", "%(number)s"],
        "active": [_whole(n).replace("%(number)s", "%(asked)s") for n in pair],
    }


def _on_day(as_of: AsOf, headline: Headline, told: str) -> str:
    return _("On %(day)s, %(position)s %(active)s") % {
        "day": date_text(as_of.on),
        "position": position_clause(headline.position),
        "active": told % {"number": number_text(headline.numbers[0])},
    }


def _whole(number: int) -> str:
    return ngettext(
        "%(number)s jurisdiction was asked.", "%(number)s jurisdictions were asked.", number
    )


def _of_state(number: int) -> str:
    return ngettext(
        "%(state)s: %(asked)s jurisdiction was asked.",
        "%(state)s: %(asked)s jurisdictions were asked.",
        number,
    )
