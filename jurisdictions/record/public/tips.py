"""Tips: somebody without an account says that something is wrong, an editor ends it in public."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jurisdictions.models import Fact, Person, Program, Tip, TipStatus
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.jobs.mails import ask_mail
from jurisdictions.record.people.people import holders_of
from jurisdictions.record.people.permissions import EDITOR, Actor, demand
from jurisdictions.record.public_words import missing, tidy, too_long

MOST_TEXT, MOST_EVIDENCE, MOST_NOTE = 4000, 1000, 2000
"""The most characters that are taken of each text."""
DOOR = "tips.answer"


class Ended(Exception):
    """Somebody else ended it before: `by` and `at` say who and when."""

    def __init__(self, by: str, at: datetime) -> None:
        self.by, self.at = by, at
        super().__init__(f"ended by {by}")


def send_tip(
    *,
    program: str,
    geoid: str,
    fact: str,
    text: str,
    evidence: str,
    language: str,
    at: datetime,
) -> int:
    """Put a tip into the queue of its region; answers its id.

    The same tip sent twice while it waits is one. Raises Refused with a fault for each field.
    """
    text, evidence = tidy(text), tidy(evidence)
    followed = Program.objects.get(slug=program)
    # What is refused keeps nobody from writing.
    _check(followed, geoid, fact, text, evidence)
    said = {"geoid": geoid, "fact": fact, "text": text, "evidence": evidence}
    return _queue(followed, said, language, at)


@transaction.atomic
def _queue(followed: Program, said: Mapping[str, str], language: str, at: datetime) -> int:
    twin = Tip.objects.filter(program=followed, status=TipStatus.WAITING, **said).first()
    if twin is not None:
        return twin.pk
    tip = Tip.objects.create(program=followed, language=language, received_at=at, **said)
    for person in holders_of(EDITOR, said["geoid"]):
        ask_mail(person=person, mail="tip_received", about={"tip": tip.pk}, at=at)
    return tip.pk


def answer_tip(
    *, tip: int, note: str, note_es: str = "", quoted: bool = False, by: Actor, at: datetime
) -> None:
    """End a tip: what it says was looked into, and the note tells the public what came of it.

    `quoted`: the tip's own words are shown above the note. Raises NotAllowed, Refused, Ended.
    """
    _end(tip, TipStatus.ANSWERED, note, note_es, quoted=quoted, by=by, at=at)


def close_tip(
    *, tip: int, note: str, note_es: str = "", quoted: bool = False, by: Actor, at: datetime
) -> None:
    """End a tip that nothing can come of; the note tells the public why."""
    _end(tip, TipStatus.CLOSED, note, note_es, quoted=quoted, by=by, at=at)


@transaction.atomic
def discard_tip(*, tip: int, by: Actor, at: datetime) -> None:
    """End a tip that is no tip, such as an advertisement: nothing of it is shown."""
    found = _waiting(tip, by)
    _save_end(found, TipStatus.DISCARDED, by, at)


@transaction.atomic
def reword_note(
    *, tip: int, note: str, note_es: str = "", quoted: bool = False, by: Actor, at: datetime
) -> None:
    """Put another note in the place of an ended tip's; the one before is kept."""
    found = _locked(tip, by)
    if found.ended_by is None or found.ended_at is None or not found.note:
        raise Refused([Fault("", 0, "", "", _("This tip has no public note."))])
    note, note_es = _checked_note(note, note_es)
    before = (found.note, found.note_es, found.quoted)
    if before == (note, note_es, quoted):
        return
    found.earlier.append(
        {
            "note": found.note,
            "note_es": found.note_es,
            "at": found.ended_at.isoformat(),
            "by": found.ended_by.name,
        }
    )
    found.note, found.note_es, found.quoted = note, note_es, quoted
    _save_end(found, TipStatus(found.status), by, at)


@transaction.atomic
def _end(
    tip: int,
    status: TipStatus,
    note: str,
    note_es: str,
    *,
    quoted: bool,
    by: Actor,
    at: datetime,
) -> None:
    found = _waiting(tip, by)
    found.note, found.note_es = _checked_note(note, note_es)
    found.quoted = quoted
    _save_end(found, status, by, at)


def _save_end(tip: Tip, status: TipStatus, by: Actor, at: datetime) -> None:
    tip.status, tip.ended_at = status, at
    tip.ended_by = Person.objects.get(pk=by.person_id)
    tip.save()


def _locked(tip: int, by: Actor) -> Tip:
    found = Tip.objects.select_for_update().get(pk=tip)
    demand(by, DOOR, found.geoid)
    return found


def _waiting(tip: int, by: Actor) -> Tip:
    found = _locked(tip, by)
    if found.ended_by is not None and found.ended_at is not None:
        raise Ended(found.ended_by.name, found.ended_at)
    return found


def _checked_note(note: str, note_es: str) -> tuple[str, str]:
    note, note_es = tidy(note), tidy(note_es)
    faults = [
        *missing("note", note, _("Write the note that the public will read.")),
        *too_long("note", note, MOST_NOTE),
        *too_long("note_es", note_es, MOST_NOTE),
    ]
    if faults:
        raise Refused(faults)
    return note, note_es


def _check(program: Program, geoid: str, fact: str, text: str, evidence: str) -> None:
    faults = [
        *missing("text", text, _("Say what is wrong.")),
        *too_long("text", text, MOST_TEXT),
        *too_long("evidence", evidence, MOST_EVIDENCE),
        *about_nothing(program, geoid, fact),
    ]
    if faults:
        raise Refused(faults)


def about_nothing(program: Program, geoid: str, fact: str) -> list[Fault]:
    """A fault when the place or the fact was never on record."""
    faults = []
    if not Fact.objects.filter(kind="jurisdiction", key=geoid).exists():
        faults.append(Fault("", 0, "geoid", geoid, _("There is no such place on record.")))
    kind, _colon, key = fact.partition(":")
    owners = Q(program=program) | Q(program=None)  # places and agencies are every program's
    if fact and not Fact.objects.filter(owners, kind=kind, key=key).exists():
        faults.append(Fault("", 0, "fact", fact, _("There is no such fact on record.")))
    return faults
