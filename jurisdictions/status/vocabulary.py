"""Closed vocabularies that facts of every program are written in."""

from __future__ import annotations

from enum import StrEnum

NO_EFFECT = "context"
"""The word that every program has for federal acts that change nothing: told, but not drawn."""


class PlaceKind(StrEnum):
    """What kind of place a jurisdiction is."""

    NATION = "nation"
    STATE = "state"
    DISTRICT = "district"
    TERRITORY = "territory"
    COUNTY = "county"
    PARISH = "parish"
    BOROUGH = "borough"
    CENSUS_AREA = "census-area"
    MUNICIPALITY = "municipality"
    INDEPENDENT_CITY = "independent-city"
    MUNICIPIO = "municipio"
    ISLAND = "island"
    COUNTY_EQUIVALENT = "county-equivalent"


class SourceKind(StrEnum):
    """What sort of source it is: shown, and what facts rest on is told from it.

    `official-list`: kept by who decides, such as ICE; `list`: put together by somebody else.
    """

    DOCUMENT = "document"
    OFFICIAL_LIST = "official-list"
    LIST = "list"
    PRESS = "press"


class Qualifier(StrEnum):
    """What a source says of a number that it gives: shown, never used by the rule."""

    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    ABOUT = "about"
    ALMOST = "almost"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"


class Instrument(StrEnum):
    """By what a federal act or a step of a request was made: shown, never used by the rule."""

    ACTIVATION = "activation"
    ANNOUNCEMENT = "announcement"
    BILL = "bill"
    COURT_ORDER = "court order"
    EMAIL = "email"
    EXECUTIVE_ORDER = "executive order"
    LAWSUIT = "lawsuit"
    LETTER = "letter"
    MEETING = "meeting"
    MEMO = "memo"
    NEWS_REPORT = "news report"
    NOTICE = "notice"
    PRESS_CONFERENCE = "press conference"
    PROGRAM_START = "program start"
    RECORDS_RELEASE = "records release"
    RECORDS_REQUEST = "records request"
    REFORM = "reform"
    REPLY = "reply"
    REPORT = "report"
    RESOLUTION = "resolution"
    SETTLEMENT = "settlement"
    STATEMENT = "statement"
    STATUTE = "statute"
    SUSPENSION = "suspension"
    TASK_FORCE = "task force"
    TELEPHONE = "telephone"
    TERMINATION = "termination"
    WEB_PAGE_REMOVED = "web page removed"
    WITHDRAWAL = "withdrawal"
