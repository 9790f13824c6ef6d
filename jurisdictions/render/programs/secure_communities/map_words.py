"""What the map says: the sentence above it, the words of its second mark."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.headlines import Headline
from jurisdictions.read.programs.secure_communities.thin import THIN, thin_record
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.color_tokens import Hatch
from jurisdictions.render.programs.secure_communities.headline import (
    active_of_state,
    headline_sentence,
    position_clause,
    state_sentence,
)
from jurisdictions.render.words.days import number_text
from jurisdictions.render.words.map_words import Doubt
from jurisdictions.status.programs.secure_communities.vocabulary import Position

SCALE = ()
"""Years stand equally far apart on the slider."""
PLACE_SCALE = ((2008, 0), (2015, 78), (2022, 100))
"""On the timeline of every place the years before 2015 are wider: nearly all happened in them."""
PACE = ((0, 90),)
"""From a year on, how many days a second are played."""
PLAY_FROM = ""
"""The day on which play begins when all has been seen; empty for the first."""


def sentence(as_of: AsOf, headline: Headline, total: int) -> str:
    """What the map of the nation shows; `total` county equivalents exist on the day."""
    active, states = headline.numbers
    return headline_sentence(as_of, Position(headline.position), active, states, total)


def sentence_of_state(
    as_of: AsOf, headline: Headline, state: str, numbers: tuple[int, ...], total: int
) -> str:
    """What the map of one state shows."""
    return state_sentence(as_of, Position(headline.position), state, numbers[0], total)


def told_of_state(state: str, numbers: tuple[int, ...], total: int) -> str:
    """The state's numbers alone."""
    return active_of_state(state, numbers[0], total)


HATCH: Hatch = "added"
"""A measure stands beside the status: the map strikes ink over the fill."""


def hatch_label() -> str:
    """What the hatch says in the legend."""
    return _("Local measure limits detainers")


def doubt(as_of: AsOf) -> Doubt | None:
    """States that were active with no agreement documented."""
    thin = thin_record(as_of)
    if not thin.states:
        return None
    text = ngettext(
        "no agreement is documented for %(number)s state or territory that was active",
        "no agreement is documented for %(number)s states and territories that were active",
        thin.states,
    )
    asked = {"level": "state", "status": str(THIN), "date": thin.on.isoformat()}
    return Doubt(
        text % {"number": number_text(thin.states)},
        _("no agreement is documented for %(state)s, which was active"),
        thin.geoids,
        asked,
    )


def words() -> dict[str, object]:
    """The pieces of the sentence for the scripts; pairs are singular and plural."""
    return {
        "hatched": _("A local measure limits detainers here."),
        "lead": "active",
        "parts": {"jurisdictions": "active", "states": "states"},
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
