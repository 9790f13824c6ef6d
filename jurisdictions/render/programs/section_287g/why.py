"""Why a place stands where it stands: one line, from the reasons of its span."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs.section_287g.who import who_line
from jurisdictions.render.words.days import number_text, since_text
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.section_287g.vocabulary import Status


def why_line(span: SpanRow, place: PlaceRow) -> str:
    """One line that says why `place` has the status of `span`; it ends with a full stop."""
    del place
    match span.status:
        case Status.NOT_AUTHORIZED:
            return _("Federal law did not yet allow agreements.")
        case Status.NONE_RECORDED:
            return _("No agreement of a local agency is on record up to this day.")
        case Status.FORBIDDEN_BY_STATE:
            return _("No agreement of a local agency stands, and state law forbids them.")
        case Status.APPLICATION_PENDING:
            return _("An agency here stands on ICE's list of those that wait for an agreement.")
        case Status.ENDED:
            return _("The agreements of local agencies on record have ended.")
        case _:
            return _in_force(span)


def why_on(as_of: AsOf, span: SpanRow, place: PlaceRow) -> str:
    """The same with the agencies by name; "" where none decides."""
    return who_line(as_of, place, span)


def known_later_line(span: SpanRow, facts: Iterable[FactRow]) -> str:
    """Only later facts tell nothing that the span does not say itself."""
    del span, facts
    return ""


def whose(as_of: AsOf, fact: FactRow) -> str:
    """The agency that an agreement is one of; "" for other facts."""
    if fact.kind != FactKind.AGENCY_AGREEMENT:
        return ""
    _kind, agency, *_rest = fact.name.split(":")
    found = agency_record(as_of).agencies.get(agency)
    return found.title if found else ""


def _in_force(span: SpanRow) -> str:
    """How many agreements decide the status, and since when they stand."""
    found = _facts(span, "agency_agreement")
    days = [fact.on for fact in found if fact.on]
    told = ngettext(
        "%(number)s agreement decides it, in force %(since)s.",
        "%(number)s agreements decide it, the oldest in force %(since)s.",
        len(found),
    )
    if not days:
        return _("An agreement on record decides it.")
    first = min(days, key=lambda on: on.first_day)
    return told % {"number": number_text(len(found)), "since": since_text(first)}


def _facts(span: SpanRow, kind: str) -> list[FactRow]:
    return [fact for fact in span.reasons if fact.kind == kind]
