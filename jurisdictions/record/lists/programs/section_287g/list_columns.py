"""The columns of a list, and which of them no list may lack."""

from __future__ import annotations

from enum import StrEnum


class ListColumn(StrEnum):
    """The columns of a list, as ICE heads them."""

    STATE = "STATE"
    AGENCY = "LAW ENFORCEMENT AGENCY"
    TYPE = "TYPE"
    COUNTY = "COUNTY"
    MODEL = "SUPPORT TYPE"
    SIGNED = "SIGNED"
    MOA = "MOA"
    ADDENDUM = "ADDENDUM"


NEEDED = (ListColumn.STATE, ListColumn.AGENCY, ListColumn.MODEL)
"""Without these no row says what it is about."""
