"""What one fact says of another must agree with that: its state, its agency, what followed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.record.cells import Known
from jurisdictions.status.kinds import OF_AGENCIES, FactKind

Values = Mapping[str, Any]
Wrong = tuple[str, str]
"""A column, and what is wrong with it."""


def disagreeing(kind: FactKind, values: Values, known: Known) -> Iterator[Wrong]:
    """The columns of a fact that name another fact and do not agree with what that says."""
    parent = str(values.get("parent", ""))
    if kind is FactKind.JURISDICTION and parent and parent not in known.places:
        yield "parent", _("is no place on record")
    if kind in OF_AGENCIES:
        yield from _of_its_agency(values, known)
    if kind in FOLLOWING:
        yield from FOLLOWING[kind](values, known)


def _of_its_agency(values: Values, known: Known) -> Iterator[Wrong]:
    home = known.agencies.get(values["agency"])
    if home is not None and home != values["geoid"]:
        said = _("is not %(state)s, the state in which the agency lies")
        yield "geoid", said % {"state": home}


def _follower_of_its_agency(values: Values, known: Known) -> Iterator[Wrong]:
    """A list may go on with an agreement under another agency's name: then it was relabeled."""
    follower = known.agreements.get(values.get("superseded_by", ""))
    if follower is None or values.get("ending") == RELABELED:
        return
    if follower != values["agency"]:
        said = _("is an agreement of another agency, %(agency)s")
        yield "superseded_by", said % {"agency": follower}


def _signed_by_its_agency(values: Values, known: Known) -> Iterator[Wrong]:
    signed = known.agreements.get(values.get("agreement", ""))
    if signed is not None and signed != values["agency"]:
        said = _("is an agreement of another agency, %(agency)s")
        yield "agreement", said % {"agency": signed}


RELABELED = "relabelled"
"""The ending of an agreement that a list went on with under another name."""
FOLLOWING: Mapping[FactKind, Callable[[Values, Known], Iterator[Wrong]]] = {
    FactKind.AGENCY_AGREEMENT: _follower_of_its_agency,
    FactKind.APPLICATION: _signed_by_its_agency,
}
