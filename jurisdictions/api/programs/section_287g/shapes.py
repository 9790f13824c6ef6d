"""The shapes of what the API says of 287(g), for the schema."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.agency_shapes import RecordReach
from jurisdictions.api.list_shapes import AFTER, BEFORE, ChangeOf, StatusListed, change_page
from jurisdictions.api.shapes import (
    AS_KNOWN,
    KNOWN_LATER,
    KNOWN_LATER_COUNT,
    PLACE_KINDS,
    Asked,
    HowSure,
    Place,
    Reason,
    counts_of,
    edtf,
    learned_of,
    word,
)
from jurisdictions.status.programs.section_287g.vocabulary import (
    ApplicationStanding,
    LawStanding,
    Position,
    Reach,
    Status,
    Strongest,
)

STATUSES, POSITIONS, STRONGEST = tuple(Status), tuple(Position), tuple(Strongest)
REACHES, APPLICATIONS, LAWS = tuple(Reach), tuple(ApplicationStanding), tuple(LawStanding)
ENUMS = {
    "LocalModelEnum": STRONGEST,
    "AgencyStatusEnum": STATUSES,
    "AgencyPositionEnum": POSITIONS,
    "CountyReachEnum": REACHES,
}
OWN_FILTERS: dict[str, str] = {}
AGREEMENT_SINCE = _(
    "The day since which local agreements have been in force without a break; null while none is."
)


class AgencyDimensions(s.Serializer[Any]):
    """A status under 287(g) and what decided it."""

    status = word(STATUSES)
    local_agreement = word(
        STRONGEST, help_text=_("The strongest model in force among local agencies.")
    )
    reach = word(REACHES, help_text=_("How much of the county these agencies serve."))
    state_agency = word(
        STRONGEST, help_text=_("The strongest model in force among agencies of the state.")
    )
    application = word(APPLICATIONS, help_text=_("Whether a local agency waits for ICE."))
    state_law = word(LAWS, help_text=_("What the state's law says of agreements."))


class AgencyStatusRow(AgencyDimensions, HowSure):
    """One place on one day under 287(g)."""

    geoid = s.CharField(help_text=_("Census geoid: two digits a state, five a county."))
    name = s.CharField()
    state = s.CharField(help_text=_("Two-letter code of the state or territory."))
    kind = word(PLACE_KINDS)
    agencies = s.IntegerField(
        help_text=_(
            "Agencies with an agreement in force on the day: of a county the local ones that serve"
            " it, of a state all of its own."
        )
    )
    since = s.DateField(
        allow_null=True,
        help_text=_("The day from which this status has held without a break; null: always."),
    )
    since_edtf = edtf()
    agreement_since = s.DateField(allow_null=True, help_text=AGREEMENT_SINCE)
    agreement_since_edtf = edtf()


class AgencyStatusListRow(StatusListed, AgencyStatusRow):
    """One place on one day under 287(g), in a list."""


class AgencyStatusPage(RecordReach):
    """A page of statuses under 287(g)."""

    count = s.IntegerField()
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)
    results = AgencyStatusListRow(many=True)


class AgencyChange(ChangeOf):
    """A place whose status under 287(g) changed."""

    before = AgencyDimensions(help_text=BEFORE)
    after = AgencyDimensions(help_text=AFTER)


AgencyChangePage = change_page("AgencyChangePage", AgencyChange)


class AgencySpan(AgencyDimensions):
    """One status and one set of dimensions from `start` up to, not including, `end`."""

    start = s.DateField(allow_null=True, help_text=_("Null for the first span."))
    start_edtf = edtf()
    end = s.DateField(allow_null=True, help_text=_("The first day after it; null for the last."))
    end_edtf = edtf()
    position = word(POSITIONS)
    agreement_since = s.DateField(allow_null=True, help_text=AGREEMENT_SINCE)
    agreement_since_edtf = edtf()
    reasons = Reason(many=True)


class AgencyTimeline(s.Serializer[Any]):
    """Every span of a place under 287(g)."""

    geoid = s.CharField()
    spans = AgencySpan(many=True)


AgencyLearned = learned_of("AgencyLearned", Status)


class AgencyPlaceOnDay(Asked, RecordReach):
    """A place under 287(g), its row for the day, and why."""

    place = Place()
    row = AgencyStatusRow()
    why = s.CharField(help_text=_("The reason in one line."))
    answer = s.ListField(
        child=s.CharField(),
        help_text=_("Is it so, from when to when, could it say no: three lines of sixty words."),
    )
    reasons = Reason(many=True)
    known_later = AgencyLearned(many=True, help_text=KNOWN_LATER)


class AgreementCount(s.Serializer[Any]):
    """Agreements in force, the agencies that have one, and the states of these."""

    in_force = s.IntegerField()
    agencies = s.IntegerField()
    states = s.IntegerField()


class PlaceCount(s.Serializer[Any]):
    """Places on record."""

    total = s.IntegerField()


class Published(s.Serializer[Any]):
    """A number that ICE published of a day after the last list."""

    fact = s.CharField(help_text=_("The public name of the figure."))
    on = s.CharField(help_text=AS_KNOWN)
    value = s.IntegerField()


class AgencySummary(Asked, RecordReach):
    """The nation on a day under 287(g)."""

    position = word(POSITIONS)
    published = Published(
        allow_null=True, help_text=_("ICE's own count beyond the record; null where none is.")
    )
    agreements = AgreementCount()
    jurisdictions = PlaceCount()
    states = PlaceCount()
    by_status = counts_of("AgencyStatusCounts", Status)()
    known_later = s.IntegerField(help_text=KNOWN_LATER_COUNT)


SUMMARY, ROW, STATUS_PAGE, PLACE = (
    AgencySummary,
    AgencyStatusListRow,
    AgencyStatusPage,
    AgencyPlaceOnDay,
)
TIMELINE, CHANGE, CHANGE_PAGE = AgencyTimeline, AgencyChange, AgencyChangePage
