"""An agreement in plain sentences: signed and listed, how it ended and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.render.words.days import date_text, from_text, until_text, when_text
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.vocabulary import Basis, Ending

ENDED: Mapping[Ending, str] = {
    Ending.NOT_LISTED: noop("It left ICE's list %(when)s; no reason is on record."),
    Ending.RENEWED: noop("It was renewed: a new agreement took its place %(when)s."),
    Ending.RELABELED: noop("ICE's list has it under another name since; it changed %(when)s."),
    Ending.NOT_RENEWED: noop("It was not renewed and ended %(when)s."),
    Ending.EXPIRED: noop("It expired %(when)s."),
    Ending.ENDED_BY_AGENCY: noop("The agency ended it %(when)s."),
    Ending.ENDED_BY_STATE: noop("The state ended it %(when)s."),
    Ending.ENDED_UNDER_STATE_LAW: noop("It ended %(when)s under state law."),
    Ending.ENDED_BY_ICE: noop("ICE ended it %(when)s."),
}


def signed_and_listed(row: AgreementRow) -> str:
    """When it was signed and since when ICE's list had it: two facts, and both are told."""
    return " ".join((_signed_and_listed(row), *missing_meanwhile(row)))


def missing_meanwhile(row: AgreementRow) -> Iterator[str]:
    """That lists lacked it which others have again, or that the last list lacks it."""
    for first, again in row.own.absent:
        if again is None:
            said = _("ICE's list of %(day)s lacks it: it stands until another list confirms that.")
            yield said % {"day": date_text(first)}
        else:
            said = _("It was missing from the lists from %(first)s until %(again)s.")
            yield said % {"first": date_text(first), "again": date_text(again)}


def _signed_and_listed(row: AgreementRow) -> str:
    signed, listed = row.own.signed_on, row.own.listed_from
    said = {
        "signed": when_text(signed) if signed else "",
        "listed": from_text(listed) if listed else "",
    }
    if signed and listed:
        return _("Signed %(signed)s; on ICE's list %(listed)s.") % said
    if listed:
        return _("On ICE's list %(listed)s; the day of signing is not recorded.") % said
    if not signed:
        return _("Neither the day of signing nor a list with it is on record.")
    if row.own.basis is Basis.TEXT:
        return (
            _("Signed %(signed)s, by the text that ICE posted; on no list in this record.") % said
        )
    return _("Signed %(signed)s; no list in this record shows when it was first listed.") % said


def how_it_ended(row: AgreementRow, following: AgreementRow | None = None) -> str:
    """How it ended and how sure that is; empty for one that has not ended.

    `following` is the agreement that took its place, where that is on record.
    """
    if row.term is None or row.term.end_on is None:
        return ""
    return " ".join(filter(None, (_ended(row, row.term.end_on, following), lagging(row))))


def _ended(row: AgreementRow, on: PartialDate, following: AgreementRow | None) -> str:
    said = {"when": when_text(on), "name": following.agency.title if following else ""}
    if row.own.ending is Ending.RELABELED and following:
        return _("The list went on %(when)s under another name: %(name)s.") % said
    return _(ENDED[row.own.ending or Ending.NOT_LISTED]) % said


def lagging(row: AgreementRow) -> str:
    """That ICE's list still had an agreement after its end; empty where it did not."""
    ended, until = row.own.ended_on, row.own.listed_until
    lags = ended and until and until.first_day > ended.last_day
    follows = row.own.ending in {Ending.RENEWED, Ending.RELABELED}
    if not lags or follows or until is None:
        return ""
    return _("ICE's list still had it %(until)s.") % {"until": until_text(until)}
