"""What the map says, from labels: the federal position, and how many places the rule counts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.read.headlines import Headline, positions_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.color_tokens import Hatch
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs import rule_of


class PlainMapWords:
    """What a `map_words` says."""

    SCALE = ()
    PACE = ((0, 90),)
    PLAY_FROM = ""
    HATCH: Hatch = "added"

    def __init__(self, slug: str) -> None:
        rule: Any = rule_of(slug)
        self._positions = positions_of(slug)
        self._counted = [status for status in rule.STATUSES if status in rule.COUNTED]

    def sentence(self, as_of: AsOf, headline: Headline, total: int) -> str:
        """What the map of the nation shows on the day."""
        return self._on_day(as_of, headline, self._told(headline.numbers[0], total))

    def sentence_of_state(
        self, as_of: AsOf, headline: Headline, state: str, numbers: tuple[int, ...], total: int
    ) -> str:
        """What the map of one state shows on the day."""
        return self._on_day(as_of, headline, self.told_of_state(state, numbers, total))

    def told_of_state(self, state: str, numbers: tuple[int, ...], total: int) -> str:
        """The state's numbers alone."""
        return self._of_state(state, self._told(numbers[0], total))

    def hatch_label(self) -> str:
        """Nothing is hatched."""
        return ""

    def doubt(self, as_of: AsOf) -> None:
        """Nothing of the record waits for a document."""
        del as_of

    def words(self) -> dict[str, object]:
        """The pieces of the sentence for the scripts; pairs are singular and plural."""
        none, state = self._told(0, ""), "%(state)s"
        return {
            "hatched": "",
            "lead": "counted",
            "parts": {"counted": "counted"},
            "positions": {str(one): _clause(one) for one in self._positions},
            "none": none,
            "noneOfState": self._of_state(state, none),
            "activeOfState": [self._of_state(state, self._told("%(number)s", "%(total)s"))] * 2,
            "counted": ["%(number)s"] * 2,
            "active": [self._told("%(counted)s", "%(total)s")] * 2,
        }

    def _on_day(self, as_of: AsOf, headline: Headline, told: str) -> str:
        return _("On %(day)s, %(position)s %(active)s") % {
            "day": date_text(as_of.on),
            "position": _clause(headline.position),
            "active": told,
        }

    def _told(self, number: int | str, total: int | str) -> str:
        """How many of how many; a text stands for a number that a script will put there."""
        status = ", ".join(map(label, self._counted))
        if not number:
            return _("“%(status)s”: no jurisdiction.") % {"status": status}
        return _("“%(status)s”: %(number)s of %(total)s jurisdictions.") % {
            "status": status,
            "number": number if isinstance(number, str) else number_text(number),
            "total": total if isinstance(total, str) else number_text(total),
        }

    def _of_state(self, state: str, told: str) -> str:
        return _("%(state)s, %(told)s") % {"state": state, "told": told}


def _clause(position: StrEnum) -> str:
    """The federal position as the second half of "On a day, ..."; it ends with a full stop."""
    return _("the federal position was “%(position)s”.") % {"position": label(position)}


def plain(slug: str) -> PlainMapWords:
    """Those of a program."""
    return PlainMapWords(slug)
