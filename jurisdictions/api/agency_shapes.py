"""The shapes of the answers about agencies and agreements, for the schema."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.list_shapes import Listed
from jurisdictions.api.shapes import AS_KNOWN, Asked, word
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    Ending,
    Matched,
    Model,
    Sureness,
)

AGENCY_KINDS, MODELS = tuple(AgencyKind), tuple(Model)
AGENCY_REACHES = tuple(AgencyReach)
AGENCY_ID = _("Id of the agency; it never changes.")


def known_day(explained: Any) -> s.CharField:
    """A day as precise as the record knows it."""
    return s.CharField(allow_null=True, help_text=explained)


class RecordReach(s.Serializer[Any]):
    """How far the record reaches."""

    record_until = s.DateField(
        allow_null=True,
        help_text=_(
            "The day of the last of ICE's lists that was read. Of later days the record holds only"
            " agreements whose texts ICE posted, and no ends: counts of such days are too low."
        ),
    )
    complete = s.BooleanField(help_text=_("Whether the day asked for lies within that."))


class Agency(s.Serializer[Any]):
    """A law enforcement agency."""

    agency = s.CharField(help_text=AGENCY_ID)
    name = s.CharField()
    aliases = s.ListField(child=s.CharField(), help_text=_("Other spellings on ICE's lists."))
    state = s.CharField(help_text=_("Two-letter code of the state or territory."))
    level = word(AgencyLevel, help_text=_("Whose agency it is."))
    kind = word(AGENCY_KINDS, help_text=_("What sort of body it is."))
    reach = word(AGENCY_REACHES, help_text=_("How much of its places it serves."))
    geoids = s.ListField(
        child=s.CharField(), help_text=_("Geoids of the places that it serves; [] where unknown.")
    )
    matched = word(Matched, help_text=_("How these places were found."))
    sure = word(Sureness, help_text=_("How sure that is."))
    note = s.CharField()
    in_force = s.ListField(
        child=word(MODELS),
        help_text=_(
            "The models of its agreements that are in force on the day asked for; without one, on"
            " the day on which the program opens."
        ),
    )
    agreements = s.IntegerField(help_text=_("How many agreements it ever signed."))


class AgencyListRow(Listed, Agency):
    """An agency in a list."""


class Agreement(s.Serializer[Any]):
    """A signed agreement: an agency, a model, a signing."""

    agreement = s.CharField(help_text=_("Id of the agreement; it never changes."))
    agency = s.CharField(help_text=AGENCY_ID)
    name = s.CharField(help_text=_("Name of the agency."))
    state = s.CharField(help_text=_("Two-letter code of the state or territory."))
    model = word(MODELS, help_text=_("What it lets officers do."))
    signed_on = known_day(AS_KNOWN)
    listed_from = known_day(_("The day of the first of ICE's lists in hand that has it."))
    listed_until = known_day(_("The day of the last list that has it, once it is gone."))
    missing_from = known_day(_("The day of the next list, which no longer has it."))
    ended_on = known_day(_("The day on which it ended, where a source says so."))
    ending = word(Ending, allow_null=True, help_text=_("How it ended, as far as is on record."))
    superseded_by = s.CharField(allow_null=True, help_text=_("What followed it."))
    moa_url = s.CharField(allow_null=True, help_text=_("Address of its text."))
    absent = s.CharField(
        allow_blank=True,
        help_text=_(
            "Lists that lacked it: the first, a slash and the next with it; no second day: nothing"
            " confirms yet that it is gone. A bar between several."
        ),
    )


class AgreementListRow(Listed, Agreement):
    """An agreement in a list."""


class Page(RecordReach):
    """A page of a list."""

    count = s.IntegerField()
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)


class AgencyPage(Page):
    """A page of agencies."""

    results = AgencyListRow(many=True)


class AgreementPage(Page):
    """A page of agreements."""

    results = AgreementListRow(many=True)


class AgencyOnDay(Asked, RecordReach):
    """An agency on a day, and every agreement that it signed."""

    agency = Agency()
    agreements = Agreement(many=True)
