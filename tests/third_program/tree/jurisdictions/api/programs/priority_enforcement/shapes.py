"""The shapes of what the API says of the program, for the schema."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.list_shapes import AFTER, BEFORE, ChangeOf, StatusListed, change_page
from jurisdictions.api.shapes import PLACE_KINDS, Asked, Place, Reason, counts_of, edtf, word
from jurisdictions.status.programs.priority_enforcement.vocabulary import Position, Status

STATUSES, POSITIONS = tuple(Status), tuple(Position)
ENUMS = {"NoticeStatusEnum": STATUSES, "NoticePositionEnum": POSITIONS}
OWN_FILTERS: dict[str, str] = {}


class NoticeStanding(s.Serializer[Any]):
    """A status."""

    status = word(STATUSES)


class NoticeRow(NoticeStanding):
    """One place on one day."""

    geoid = s.CharField(help_text=_("Census geoid: two digits a state, five a county."))
    name = s.CharField()
    state = s.CharField(help_text=_("Two-letter code of the state or territory."))
    kind = word(PLACE_KINDS)
    since = s.DateField(allow_null=True)
    since_edtf = edtf()


class NoticeListRow(StatusListed, NoticeRow):
    """One place on one day, in a list."""


class NoticePage(s.Serializer[Any]):
    """A page of statuses."""

    count = s.IntegerField()
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)
    results = NoticeListRow(many=True)


class NoticeChange(ChangeOf):
    """A place whose status changed."""

    before = NoticeStanding(help_text=BEFORE)
    after = NoticeStanding(help_text=AFTER)


NoticeChangePage = change_page("NoticeChangePage", NoticeChange)


class NoticeSpan(NoticeStanding):
    """One status from `start` up to, not including, `end`."""

    start = s.DateField(allow_null=True)
    start_edtf = edtf()
    end = s.DateField(allow_null=True)
    end_edtf = edtf()
    position = word(POSITIONS)
    reasons = Reason(many=True)


class NoticeTimeline(s.Serializer[Any]):
    """Every span of a place."""

    geoid = s.CharField()
    spans = NoticeSpan(many=True)


class NoticePlace(Asked):
    """A place, its row for the day, and why."""

    place = Place()
    row = NoticeRow()
    why = s.CharField()
    reasons = Reason(many=True)


class NoticeTotal(s.Serializer[Any]):
    """Places on record."""

    total = s.IntegerField()


class NoticeSummary(Asked):
    """The nation on a day."""

    position = word(POSITIONS)
    jurisdictions = NoticeTotal()
    by_status = counts_of("NoticeCounts", Status)()


SUMMARY, ROW, STATUS_PAGE, PLACE = NoticeSummary, NoticeListRow, NoticePage, NoticePlace
TIMELINE, CHANGE, CHANGE_PAGE = NoticeTimeline, NoticeChange, NoticeChangePage
