"""Plain sentences about a day of the nation and of a state: the position, how many are active."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.rows import AsOf, Summary
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.status.programs.secure_communities.vocabulary import Position


def summary_sentence(as_of: AsOf, summary: Summary) -> str:
    """What the map shows on the day: the federal position and how many places are active."""
    states, total = summary.states_with_active, summary.jurisdictions
    return headline_sentence(as_of, Position(summary.position), summary.active, states, total)


def headline_sentence(as_of: AsOf, position: Position, active: int, states: int, total: int) -> str:
    """The same from the numbers: `active` places of `total`, in `states`."""
    return _("On %(day)s, %(position)s %(active)s") % {
        "day": date_text(as_of.on),
        "position": position_clause(position),
        "active": _active_sentence(active, states, total),
    }


def state_sentence(as_of: AsOf, position: Position, state: str, active: int, total: int) -> str:
    """What the map of one state shows on the day: the federal position, how many are active."""
    return _("On %(day)s, %(position)s %(active)s") % {
        "day": date_text(as_of.on),
        "position": position_clause(position),
        "active": active_of_state(state, active, total),
    }


def active_of_state(state: str, active: int, total: int) -> str:
    """How many of a state's jurisdictions are active: "California: 58 of 58 … were active."."""
    if active == 0:
        return _("%(state)s: no jurisdiction was active.") % {"state": state}
    return ngettext(
        "%(state)s: %(number)s of %(total)s jurisdictions was active.",
        "%(state)s: %(number)s of %(total)s jurisdictions were active.",
        active,
    ) % {"state": state, "number": number_text(active), "total": number_text(total)}


def position_clause(position: Position) -> str:
    """The federal position as the second half of "On a day, ..."; it ends with a full stop."""
    match position:
        case Position.UNSTATED:
            return _("the federal government had not said whether taking part was voluntary.")
        case Position.VOLUNTARY:
            return _("the federal government presented the program as voluntary.")
        case Position.OPT_OUT_PROCEDURE:
            return _("a federal procedure for opting out was published.")
        case Position.NOT_OPTIONAL:
            return _("the federal government said that taking part was not optional.")
        case Position.AGREEMENTS_NOT_NEEDED:
            return _("the federal government held that no state agreement was needed.")
        case Position.ENDED:
            return _("the program was not in force.")


def _active_sentence(active: int, states: int, total: int) -> str:
    if active == 0:
        return _("No jurisdiction was active.")
    jurisdictions = ngettext("%(number)s jurisdiction", "%(number)s jurisdictions", active) % {
        "number": number_text(active)
    }
    in_states = ngettext(
        "%(number)s state or territory",
        "%(number)s states and territories",
        states,
    ) % {"number": number_text(states)}
    return ngettext(
        "%(jurisdictions)s of %(total)s was active, in %(states)s.",
        "%(jurisdictions)s of %(total)s were active, in %(states)s.",
        active,
    ) % {
        "jurisdictions": jurisdictions,
        "total": number_text(total),
        "states": in_states,
    }
