"""Reports of Secure Communities: threads, sharing, activated jurisdictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.programs.secure_communities.around import member_count_kept
from jurisdictions.read.programs.secure_communities.state_records import (
    AGREEMENTS_ENDED,
    BEFORE,
    FIRST,
    LAST,
    state_record,
)
from jurisdictions.read.programs.secure_communities.summary import (
    OUT_OF_FORCE,
    summary_on,
    usual_since,
)
from jurisdictions.read.rows import AsOf, SpanRow, StatusRow
from jurisdictions.read.state_records import StateRecord
from jurisdictions.render.programs.dimensions import note_of
from jurisdictions.render.programs.secure_communities.headline import summary_sentence
from jurisdictions.render.reports.parts import Account, Signed
from jurisdictions.render.reports.telling import numbers_of, stories_of
from jurisdictions.render.words.days import (
    date_text,
    number_text,
    short_date_text,
    since_text,
)
from jurisdictions.render.words.figures import FigureGroup
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.notes import notes_of
from jurisdictions.render.words.threads import threads_of
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    Objection,
)

__all__ = ["state_record", "usual_since"]

PERIODS = ("position", "agreement", "objection")
MERGES = False


def account(as_of: AsOf, record: PlaceRecord, groups: Sequence[FigureGroup]) -> Account:
    """Thread by thread, each fact with its number."""
    del as_of
    threads = threads_of(record.facts)
    numbers = numbers_of(threads)
    told = [fact for thread in threads for fact in thread.facts]
    notes = notes_of([*told, *(fact for group in groups for fact, _beside in group.figures)])
    return Account(stories_of(threads, numbers, notes), tuple(told), numbers, notes)


def decided(as_of: AsOf, record: PlaceRecord) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Each fact decides the dimension of its kind."""
    del as_of, record
    return {}


def lead(as_of: AsOf, record: PlaceRecord) -> str:
    """Nothing but the reason."""
    del as_of, record
    return ""


def since(span: SpanRow) -> str:
    """Since when prints were shared, where that differs from the status."""
    if not span.sharing_since or span.sharing_since == span.since_on:
        return ""
    told = {"since": since_text(span.sharing_since)}
    return _("Fingerprints have been shared %(since)s.") % told


def cell(span: SpanRow, member: str) -> str:
    """The word; of an agreement that none was ever documented stays to be seen."""
    said = label(getattr(span, member))
    note = note_of(span, member) if member == "agreement" else ""
    return f"{said} · {note}" if note else said


def beside(as_of: AsOf, record: PlaceRecord) -> str:
    """How many jurisdictions of the state were activated on the day."""
    count = member_count_kept(as_of, record.state.geoid)
    return ngettext(
        "In %(state)s, %(activated)s of %(of)s jurisdiction is recorded as activated on %(day)s.",
        "In %(state)s, %(activated)s of %(of)s jurisdictions are recorded as activated on %(day)s.",
        count.total,
    ) % {
        "state": record.state.name,
        "activated": number_text(count.activated),
        "of": number_text(count.total),
        "day": date_text(as_of.on),
    }


def held(row: StatusRow) -> str:
    """Since when fingerprints were shared."""
    on = row.known["sharing_since"]
    return short_date_text(on) if on else ""


def listed(row: StatusRow) -> tuple[str, str]:
    """Agreement, and objection where there is one."""
    objection = "" if row.objection is Objection.NONE else label(row.objection)
    return label(row.agreement), objection


def signed(as_of: AsOf, record: StateRecord) -> tuple[Signed, ...]:
    """No agency signs for itself."""
    del as_of, record
    return ()


def doubt(record: StateRecord) -> str:
    """How many active jurisdictions had an agreement that nobody ever showed; "" for none."""
    doubtful = sum(
        row.agreement_record is AgreementRecord.NEVER_DOCUMENTED
        and row.activation is ActivationStanding.ACTIVATED
        and row.status not in OUT_OF_FORCE
        for row in record.members
    )
    if not doubtful:
        return ""
    said = _("Active, agreement never documented: %(count)s of %(total)s")
    return said % {"count": number_text(doubtful), "total": number_text(len(record.members))}


def why_day(why: str) -> str:
    """Why a day is drawn."""
    return {
        BEFORE: _("The day before the first activation there"),
        FIRST: _("The first activation there"),
        AGREEMENTS_ENDED: _("ICE ends all agreements"),
        LAST: _("The last change before the program first ended"),
    }[why]


def counted(active: str, total: str) -> str:
    """How many are active."""
    return _("%(active)s of %(total)s active") % {"active": active, "total": total}


def nation(as_of: AsOf, since: date) -> tuple[str, str]:
    """How many jurisdictions are active, and how many had been."""
    then = summary_on(replace(as_of, on=since))
    earlier = ngettext(
        "On %(day)s it had been %(active)s, in %(states)s state or territory.",
        "On %(day)s it had been %(active)s, in %(states)s states and territories.",
        then.states_with_active,
    ) % {
        "day": date_text(since),
        "active": number_text(then.active),
        "states": number_text(then.states_with_active),
    }
    return summary_sentence(as_of, summary_on(as_of)), earlier


def place_words() -> Mapping[str, str]:
    """The headings of a place's report that are this program's own."""
    return {
        "dimensions": _("The five dimensions"),
        "timeline_alt": _(
            "Timeline of %(of_place)s: status, federal position, agreement, activation, objection "
            "and local measures. The same is told in words under “What happened” and period by "
            "period."
        ),
    }


def state_words() -> Mapping[str, str]:
    """The headings of a state's report that are this program's own."""
    return {
        "day_alt": _("Map of %(state)s on %(day)s: %(active)s of %(total)s jurisdictions active."),
        "hatched": _("By status on this day; hatched: a local measure limits detainers"),
        "members_help": _("An asterisk after the name: a local measure limits detainers there."),
        "held": _("Sharing since"),
    }


def list_words() -> Mapping[str, str]:
    """The headings of a list that are this program's own."""
    return {
        "about": _("%(program)s: status, agreement and objection of each jurisdiction."),
        "held": _("Sharing since"),
        "first": _("Agreement"),
        "second": _("Objection"),
        "members_help": _("An asterisk after the name: a local measure limits detainers there."),
        "hatched": _("Hatched: a local measure limits detainers"),
    }
