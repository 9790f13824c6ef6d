"""The shapes of what the API says of Secure Communities, for the schema."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.list_shapes import AFTER, BEFORE, ChangeOf, StatusListed, change_page
from jurisdictions.api.shapes import (
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
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)

STATUSES, POSITIONS = tuple(Status), tuple(Position)
ENUMS = {"StatusEnum": STATUSES, "PositionEnum": POSITIONS}
ACTIVATED_ON = _(
    "The day of the activation that stands, the first in a state; null while there is none."
)
SHARING_SINCE = _(
    "The day since which fingerprints have been shared without a break: activated while the"
    " program was in force. Null while they are not."
)
OWN_FILTERS = {
    "activated_after": _("Activated on this day or later."),
    "activated_before": _("Activated on this day or earlier."),
    "opt_out": _("Whether any request not to take part is on record."),
}


class Dimensions(s.Serializer[Any]):
    """A status and what decided it."""

    status = word(STATUSES)
    activation = word(ActivationStanding)
    agreement = word(AgreementStanding)
    objection = word(Objection)
    local_limits = word(LocalLimits)
    agreement_record = word(AgreementRecord)


class StatusRow(Dimensions, HowSure):
    """One place on one day."""

    geoid = s.CharField(help_text=_("Census geoid: two digits a state, five a county."))
    name = s.CharField()
    state = s.CharField(help_text=_("Two-letter code of the state or territory."))
    kind = word(PLACE_KINDS)
    since = s.DateField(
        allow_null=True,
        help_text=_("The day from which this status has held without a break; null: always."),
    )
    since_edtf = edtf()
    activated_on = s.DateField(allow_null=True, help_text=ACTIVATED_ON)
    activated_on_edtf = edtf()
    sharing_since = s.DateField(allow_null=True, help_text=SHARING_SINCE)
    sharing_since_edtf = edtf()


class StatusListRow(StatusListed, StatusRow):
    """One place on one day."""


class StatusPage(s.Serializer[Any]):
    """A page of statuses."""

    count = s.IntegerField()
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)
    results = StatusListRow(many=True)


class Change(ChangeOf):
    """A place whose status changed."""

    before = Dimensions(help_text=BEFORE)
    after = Dimensions(help_text=AFTER)


ChangePage = change_page("ChangePage", Change)


class Span(Dimensions):
    """One status and one set of dimensions from `start` up to, not including, `end`."""

    start = s.DateField(allow_null=True, help_text=_("Null for the first span."))
    start_edtf = edtf()
    end = s.DateField(allow_null=True, help_text=_("The first day after it; null for the last."))
    end_edtf = edtf()
    position = word(POSITIONS)
    activated_on = s.DateField(allow_null=True, help_text=ACTIVATED_ON)
    activated_on_edtf = edtf()
    sharing_since = s.DateField(allow_null=True, help_text=SHARING_SINCE)
    sharing_since_edtf = edtf()
    reasons = Reason(many=True)


class Timeline(s.Serializer[Any]):
    """Every span of a place."""

    geoid = s.CharField()
    spans = Span(many=True)


Learned = learned_of("Learned", Status)


class PlaceOnDay(Asked):
    """A place, its row for the day, and why."""

    place = Place()
    row = StatusRow()
    why = s.CharField(help_text=_("The reason in one line."))
    answer = s.ListField(
        child=s.CharField(),
        help_text=_("Is it so, from when to when, could it say no: three lines of sixty words."),
    )
    reasons = Reason(many=True)
    known_later = Learned(many=True, help_text=KNOWN_LATER)


class JurisdictionCount(s.Serializer[Any]):
    """County equivalents, and those that are activated while the program is in force."""

    total = s.IntegerField()
    active = s.IntegerField()


class StateCount(s.Serializer[Any]):
    """States and territories, and those with an active jurisdiction."""

    total = s.IntegerField()
    with_active = s.IntegerField()


StatusCounts = counts_of("StatusCounts", Status)


class Summary(Asked):
    """The nation on a day."""

    position = word(POSITIONS)
    jurisdictions = JurisdictionCount()
    states = StateCount()
    by_status = StatusCounts()
    known_later = s.IntegerField(help_text=KNOWN_LATER_COUNT)


SUMMARY, ROW, STATUS_PAGE, PLACE = Summary, StatusListRow, StatusPage, PlaceOnDay
TIMELINE, CHANGE, CHANGE_PAGE = Timeline, Change, ChangePage
