"""Whose agencies and law count in a whole state: a state's, a territory's or the District's."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.render.words.days import number_text
from jurisdictions.status.vocabulary import PlaceKind


def own_text(kind: PlaceKind, number: int) -> str:
    """How many agencies are its own: "2 are the territory's own"."""
    if kind is PlaceKind.TERRITORY:
        told = ngettext(
            "%(number)s is the territory's own", "%(number)s are the territory's own", number
        )
    elif kind is PlaceKind.DISTRICT:
        told = ngettext(
            "%(number)s is the District's own", "%(number)s are the District's own", number
        )
    else:
        told = ngettext("%(number)s is the state's own", "%(number)s are the state's own", number)
    return told % {"number": number_text(number)}


def only_own_text(kind: PlaceKind, agency: str) -> str:
    """That one agency works for ICE, and whose it is."""
    told = {
        PlaceKind.TERRITORY: _("Yes, one agency works for ICE, the territory's own: %(agency)s."),
        PlaceKind.DISTRICT: _("Yes, one agency works for ICE, the District's own: %(agency)s."),
    }
    state = _("Yes, one agency works for ICE, the state's own: %(agency)s.")
    return told.get(kind, state) % {"agency": agency}


def of_them_text(kind: PlaceKind, number: int) -> str:
    """How many of several agencies are its own."""
    if kind is PlaceKind.TERRITORY:
        told = ngettext(
            "%(number)s of them is the territory's own.",
            "%(number)s of them are the territory's own.",
            number,
        )
    elif kind is PlaceKind.DISTRICT:
        told = ngettext(
            "%(number)s of them is the District's own.",
            "%(number)s of them are the District's own.",
            number,
        )
    else:
        told = ngettext(
            "%(number)s of them is the state's own.",
            "%(number)s of them are the state's own.",
            number,
        )
    return told % {"number": number_text(number)}


def own_beside_text(kind: PlaceKind, number: int) -> str:
    """How many agencies of the whole work for ICE, besides those of a county of it."""
    if kind is PlaceKind.TERRITORY:
        told = ngettext(
            "%(number)s agency of the territory works for ICE, too.",
            "%(number)s agencies of the territory work for ICE, too.",
            number,
        )
    elif kind is PlaceKind.DISTRICT:
        told = ngettext(
            "%(number)s agency of the District works for ICE, too.",
            "%(number)s agencies of the District work for ICE, too.",
            number,
        )
    else:
        told = ngettext(
            "%(number)s agency of the state works for ICE, too.",
            "%(number)s agencies of the state work for ICE, too.",
            number,
        )
    return told % {"number": number_text(number)}


def none_local_text(kind: PlaceKind, agency: str, number: int) -> str:
    """That no local agency works for ICE, and how many of the whole do; `agency` is the first."""
    if kind is PlaceKind.TERRITORY:
        told = ngettext(
            "No local agency, as far as is on record; one of the territory works for ICE:"
            " %(agency)s.",
            "No local agency, as far as is on record; %(number)s of the territory work for ICE, the"
            " first %(agency)s.",
            number,
        )
    elif kind is PlaceKind.DISTRICT:
        told = ngettext(
            "No local agency, as far as is on record; one of the District works for ICE:"
            " %(agency)s.",
            "No local agency, as far as is on record; %(number)s of the District work for ICE, the"
            " first %(agency)s.",
            number,
        )
    else:
        told = ngettext(
            "No local agency, as far as is on record; one of the state works for ICE: %(agency)s.",
            "No local agency, as far as is on record; %(number)s of the state work for ICE, the"
            " first %(agency)s.",
            number,
        )
    return told % {"agency": agency, "number": number_text(number)}


def no_law_text(kind: PlaceKind) -> str:
    """That no law of the whole is on record that counts."""
    told = {
        PlaceKind.TERRITORY: _(
            "No law of the territory on agreements that counts on this day is on record."
        ),
        PlaceKind.DISTRICT: _(
            "No law of the District on agreements that counts on this day is on record."
        ),
    }
    return told.get(kind, _("No state law on agreements that counts on this day is on record."))
