"""Which places a list is asked for: the filters of the list page, under the same names."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

from django.http import QueryDict

from jurisdictions.api.parameters import day, one_of, searched, several, single, words
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.statuses import StatusFilter
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Status,
)
from jurisdictions.status.vocabulary import PlaceKind

Level = Literal["county", "state"]

LEVELS: tuple[Level, ...] = get_args(Level)
KINDS = tuple(kind for kind in PlaceKind if kind is not PlaceKind.NATION)
YES_NO = ("yes", "no")
PLACE_FILTERS = ("level", "state", "kind", "text")
FILTERS = (
    *PLACE_FILTERS,
    "status",
    "agreement",
    "activation",
    "objection",
    "local_limits",
    "activated_after",
    "activated_before",
    "opt_out",
    "agreement_record",
)


def filters_of(query: QueryDict, as_of: AsOf) -> tuple[StatusFilter, ...]:
    """One filter for each level asked for, county equivalents by default.

    Raises BadParameter and BadAsk.
    """
    wanted = StatusFilter(
        states=states_of(query, as_of),
        kinds=words(query, "kind", KINDS),
        statuses=words(query, "status", Status),
        agreements=words(query, "agreement", AgreementStanding),
        activations=words(query, "activation", ActivationStanding),
        objections=words(query, "objection", Objection),
        local_limits=words(query, "local_limits", LocalLimits),
        agreement_records=words(query, "agreement_record", AgreementRecord),
        activated_after=day(query, "activated_after"),
        activated_before=day(query, "activated_before"),
        has_opt_out=_yes_or_no(query, "opt_out"),
        text=searched(query, "text"),
    )
    levels = levels_of(query) or ("county",)
    return tuple(replace(wanted, level=level) for level in levels)


def levels_of(query: QueryDict) -> tuple[str, ...]:
    """The levels asked for, counties first; () when none is named; raises BadParameter."""
    named = one_of(query, "level", LEVELS)
    return tuple(level for level in LEVELS if level in named)


def states_of(query: QueryDict, as_of: AsOf) -> tuple[str, ...]:
    """The two-letter codes asked for, written either way; raises BadParameter."""
    if not several(query, "state"):
        return ()
    query = query.copy()
    query.setlist("state", [code.upper() for code in query.getlist("state")])
    known = sorted(place.state for place in places_of(as_of).values() if place.is_state)
    return one_of(query, "state", known)


def _yes_or_no(query: QueryDict, name: str) -> bool | None:
    single(query, name)
    said = one_of(query, name, YES_NO)
    return said[0] == "yes" if said else None
