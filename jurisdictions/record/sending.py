"""Proposals that programs send with a token: by the rules of the forms, and once for each key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Jurisdiction, Program, Sending
from jurisdictions.record.changing.concerned import PROPOSE
from jurisdictions.record.changing.wishes import RECORD, WishDraft, kind_of
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.people.tokens import Bearer
from jurisdictions.record.proposing.preview import Effect, preview
from jurisdictions.record.proposing.proposals import check_proposal, propose
from jurisdictions.record.uploads.keying import Keying
from jurisdictions.status.geoids import is_state, lies_in

MOST_WISHES = 500
LONGEST_KEY = 200


class KeyUsed(Exception):
    """The key was used for something else that was sent."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The proposal; `again` when it was sent before under the same key."""

    proposal: int
    again: bool


@dataclass(frozen=True, slots=True)
class ToSend:
    """What a program sends: `wishes` carry their numbers, from 1, as rows.

    `digest` is of all of it.
    """

    program: str
    title: str
    reason: str
    wishes: tuple[WishDraft, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What would come of it: the region that would decide, and what accepting would change."""

    geoid: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as keys name it."""

    name: str
    state: str
    is_state: bool


def send_proposal(*, sent: ToSend, key: str, bearer: Bearer, at: datetime) -> Sent:
    """Propose what a program sent; what was sent before under the key is not proposed again.

    Raises KeyUsed, and as `propose` does; the faults carry the numbers of the wishes as rows.
    """
    with transaction.atomic():
        sending, is_new = _begun(sent, key, bearer, at)
        if not is_new:
            if sending.digest != sent.digest or sending.proposal_id is None:
                raise KeyUsed
            return Sent(sending.proposal_id, again=True)
        wishes = _with_keys(sent)
        _check(sent, wishes, bearer, at)
        made = propose(
            program=sent.program,
            wishes=[replace(wish, row=0) for wish in wishes],
            title=sent.title,
            reason=sent.reason,
            by=bearer.actor,
            at=at,
            origin="token",
        )
        sending.proposal_id = made
        sending.save(update_fields=["proposal"])
    return Sent(made, again=False)


def try_proposal(*, sent: ToSend, bearer: Bearer, at: datetime) -> Tried:
    """What would come of sending it; nothing is kept. Raises as `propose` does."""
    wishes = _with_keys(sent)
    geoid = _check(sent, wishes, bearer, at)
    effect = preview(program=sent.program, wishes=wishes, at=at)
    if effect.faults:
        raise Refused(list(effect.faults))
    return Tried(geoid, effect)


def _check(sent: ToSend, wishes: Sequence[WishDraft], bearer: Bearer, at: datetime) -> str:
    """The region that would decide; the wishes carry their numbers, so that faults do.

    A token of a state proposes nothing to the nation, though its person may.
    """
    region = check_proposal(
        program=sent.program,
        wishes=wishes,
        title=sent.title,
        reason=sent.reason,
        by=bearer.actor,
        at=at,
    )
    if not lies_in(region, bearer.geoid):
        raise NotAllowed(PROPOSE, region)
    return region


def _begun(sent: ToSend, key: str, bearer: Bearer, at: datetime) -> tuple[Sending, bool]:
    """The note of what is sent: the earlier one of the key, where there is one.

    It is kept with the proposal or not at all: who is refused may use the key again.
    """
    noted = {
        "token_id": bearer.token_id,
        "token_name": bearer.token_name,
        "digest": sent.digest,
        "sent_at": at,
    }
    person = bearer.actor.person_id
    if not key:
        return Sending.objects.create(person_id=person, **noted), True
    return Sending.objects.get_or_create(person_id=person, key=key, defaults=noted)


def _with_keys(sent: ToSend) -> list[WishDraft]:
    """The wishes, keys made for new facts that have none. Raises Refused."""
    program = Program.objects.filter(slug=sent.program).first()
    if program is None:
        raise Refused([Fault("", 0, "program", sent.program, _("There is no such program."))])
    keying = Keying(program, _places(sent.wishes))
    faults: list[Fault] = []
    made = [_with_key(keying, wish, faults) for wish in sent.wishes]
    if faults:
        raise Refused(faults)
    return made


def _with_key(keying: Keying, wish: WishDraft, faults: list[Fault]) -> WishDraft:
    kind = kind_of(wish)
    if kind is None or wish.action != RECORD:
        return wish
    cells = dict(wish.cells)
    faults += keying.agencies.put(kind, cells, wish.row)
    faults += keying.give(kind, cells, wish.row)
    return replace(wish, cells=cells)


def _places(wishes: Sequence[WishDraft]) -> dict[str, _Place]:
    geoids = {wish.cells["geoid"] for wish in wishes if wish.cells.get("geoid")}
    found = Jurisdiction.objects.current().filter(geoid__in=geoids)
    told = found.values_list("geoid", "name", "state")
    return {geoid: _Place(name, state, is_state(geoid)) for geoid, name, state in told}
