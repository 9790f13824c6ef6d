"""A place in plain sentences: what the state's law says of agreements, who else there is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

from jurisdictions.read.agencies.at_a_place import AtAPlace, agencies_in_force
from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.programs.section_287g.own_words import (
    no_law_text,
    own_beside_text,
    own_text,
)
from jurisdictions.render.words.days import date_text, number_text, since_text
from jurisdictions.render.words.figures import lowered
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.vocabulary import LawKind
from jurisdictions.status.vocabulary import PlaceKind

LAWS: Mapping[LawKind, str] = {
    LawKind.REQUIRES: noop("State law requires agreements, %(since)s: %(name)s."),
    LawKind.ENCOURAGES: noop("State law encourages agreements, %(since)s: %(name)s."),
    LawKind.RESTRICTS: noop("State law restricts agreements, %(since)s: %(name)s."),
    LawKind.FORBIDS_STATE_AGENCIES: noop(
        "State law forbids agreements of the state's own agencies, %(since)s: %(name)s."
    ),
    LawKind.FORBIDS: noop("State law forbids agreements, %(since)s: %(name)s."),
    LawKind.ENDS_REQUIREMENT: noop("State law no longer requires agreements, %(since)s: %(name)s."),
}
ITS_LAW = noop("Its law %(kind)s, %(since)s: %(name)s.")
"""Of a territory and of the District, whose law no state's is."""


def numbers_line(place: PlaceRow, seen: AtAPlace, day: date) -> str:
    """How many agreements of how many agencies, and how many of these are the place's own."""
    agreements = sum(one.in_force(day) for one in seen.agreements)
    agencies = len(agencies_in_force(seen.agreements, day))
    local = len(agencies_in_force(seen.local, day))
    said = {"day": date_text(day)}
    if not agencies:
        said["of_place"] = place.of_name
        return _("On %(day)s no agency of %(of_place)s had an agreement with ICE.") % said
    signed = ngettext("%(number)s agreement", "%(number)s agreements", agreements)
    bodies = ngettext("%(number)s agency", "%(number)s agencies", agencies)
    told = ngettext(
        "On %(day)s, %(agreements)s of %(agencies)s was in force; %(own)s.",
        "On %(day)s, %(agreements)s of %(agencies)s were in force; %(own)s.",
        agreements,
    )
    return told % {
        **said,
        "agreements": signed % {"number": number_text(agreements)},
        "agencies": bodies % {"number": number_text(agencies)},
        "own": own_text(place.state_kind, agencies - local),
    }


def beside_line(place: PlaceRow, waiting: int, seen: AtAPlace, day: date) -> str:
    """What else there is at a county: agencies that wait, and those of the state."""
    state = len(agencies_in_force(seen.state, day))
    told = [
        ngettext(
            "%(number)s agency here waits for an agreement.",
            "%(number)s agencies here wait for an agreement.",
            waiting,
        )
        % {"number": number_text(waiting)}
        if waiting
        else _("No application of an agency here was pending on this day.")
    ]
    if state:
        told.append(own_beside_text(place.state_kind, state))
    return " ".join(told)


def law_line(place: PlaceRow, seen: AtAPlace, day: date, *, titled: bool = True) -> str:
    """What the state's law says of agreements on a day; `titled`: what it is called, too.

    A law of which nobody knows since when it counts decides nothing, and is told as such.
    """
    law, around = seen.law_on(day), place.state_kind
    if law and law.on:
        said = LAWS[law.own.kind] if around is PlaceKind.STATE else ITS_LAW
        what = lowered(label(law.own.kind))
        told = _(said) % {"since": since_text(law.on), "name": law.title, "kind": what}
        return told if titled else f"{told.removesuffix(f': {law.title}.')}."
    undated = next((law for law in seen.laws if law.on is None and law.own.kind in LAWS), None)
    if undated:
        said = (
            noop("A state law is on record, but not since when it counts: %(kind)s.")
            if around is PlaceKind.STATE
            else noop("A law is on record, but not since when it counts: %(kind)s.")
        )
        return _(said) % {"kind": lowered(label(undated.own.kind))}
    return no_law_text(around)
