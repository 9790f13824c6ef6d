"""The right of reply: a jurisdiction's own words, shown beside the fact once a reviewer is sure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Person, Program, Reply, ReplyStatus
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.jobs.mails import ask_mail
from jurisdictions.record.people.people import holders_of
from jurisdictions.record.people.permissions import REVIEWER, Actor, demand
from jurisdictions.record.public.tips import Ended, about_nothing
from jurisdictions.record.public_words import missing, on_one_line, tidy, too_long

MOST_OFFICE, MOST_CONTACT, MOST_TEXT, MOST_WHY = 200, 300, 4000, 2000
"""The most characters that are taken of each text."""
DOOR = "replies.verify"


def send_reply(
    *,
    program: str,
    geoid: str,
    fact: str,
    office: str,
    text: str,
    text_es: str,
    contact: str,
    at: datetime,
) -> int:
    """Put a reply before the reviewers of its region; answers its id.

    The same reply sent twice while it waits is one. Raises Refused with a fault for each field.
    """
    followed = Program.objects.get(slug=program)
    office, contact = on_one_line(office), on_one_line(contact)
    said = {"office": office, "text": tidy(text), "text_es": tidy(text_es), "contact": contact}
    if faults := [*_faults(**said), *about_nothing(followed, geoid, fact)]:
        raise Refused(faults)
    # What is refused keeps nobody from writing.
    return _queue({"program": followed, "geoid": geoid, "fact": fact}, said, at)


@transaction.atomic
def _queue(about: Mapping[str, Any], said: Mapping[str, str], at: datetime) -> int:
    twin = Reply.objects.filter(status=ReplyStatus.WAITING, **about, **said).first()
    if twin is not None:
        return twin.pk
    reply = Reply.objects.create(received_at=at, **about, **said)
    for person in holders_of(REVIEWER, about["geoid"]):
        ask_mail(person=person, mail="reply_received", about={"reply": reply.pk}, at=at)
    return reply.pk


def verify_reply(*, reply: int, how: str, by: Actor, at: datetime) -> None:
    """Show a reply: the reviewer made sure whose words these are, and says how.

    The contact is erased. Raises NotAllowed, Refused, Ended.
    """
    _decide(reply, ReplyStatus.SHOWN, how, _("Say how you made sure who wrote it."), by=by, at=at)


def decline_reply(*, reply: int, reason: str, by: Actor, at: datetime) -> None:
    """Do not show a reply, and say why; the contact is erased."""
    _decide(reply, ReplyStatus.DECLINED, reason, _("Say why it is not shown."), by=by, at=at)


@transaction.atomic
def withdraw_reply(*, reply: int, reason: str, by: Actor, at: datetime) -> None:
    """Take a shown reply off the pages, and say why."""
    found = _locked(reply, by)
    if found.withdrawn_by is not None and found.withdrawn_at is not None:
        raise Ended(found.withdrawn_by.name, found.withdrawn_at)
    if found.status != ReplyStatus.SHOWN:
        raise Refused([Fault("", 0, "", "", _("This reply is not shown."))])
    found.withdrawn_why = _reason(reason, _("Say why it is withdrawn."))
    found.status, found.withdrawn_at = ReplyStatus.WITHDRAWN, at
    found.withdrawn_by = Person.objects.get(pk=by.person_id)
    found.save()


@transaction.atomic
def _decide(
    reply: int, status: ReplyStatus, reason: str, unsaid: str, *, by: Actor, at: datetime
) -> None:
    found = _locked(reply, by)
    if found.decided_by is not None and found.decided_at is not None:
        raise Ended(found.decided_by.name, found.decided_at)
    found.verified_how = _reason(reason, unsaid)
    found.status, found.contact, found.decided_at = status, "", at
    found.decided_by = Person.objects.get(pk=by.person_id)
    found.save()


def _locked(reply: int, by: Actor) -> Reply:
    found = Reply.objects.select_for_update().get(pk=reply)
    demand(by, DOOR, found.geoid)
    return found


def _reason(reason: str, unsaid: str) -> str:
    reason = tidy(reason)
    if faults := [*missing("reason", reason, unsaid), *too_long("reason", reason, MOST_WHY)]:
        raise Refused(faults)
    return reason


def _faults(*, office: str, text: str, text_es: str, contact: str) -> list[Fault]:
    return [
        *missing("office", office, _("Say which office speaks.")),
        *too_long("office", office, MOST_OFFICE),
        *missing("text", text or text_es, _("Write the reply, in English or in Spanish.")),
        *too_long("text", text, MOST_TEXT),
        *too_long("text_es", text_es, MOST_TEXT),
        *missing("contact", contact, _("Say how a reviewer can make sure who writes.")),
        *too_long("contact", contact, MOST_CONTACT),
    ]
