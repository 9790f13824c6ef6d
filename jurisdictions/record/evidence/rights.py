"""Who may see a file of a source, and who may do something to it."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.models import Proposal, SourceFile, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.record.changing.concerned import places_citing
from jurisdictions.record.changing.wishes import RECORD
from jurisdictions.record.people.permissions import Actor, NotAllowed, may
from jurisdictions.status.geoids import NATION

READ, ATTACH, SHOW, REMOVE = "files.read", "files.attach", "files.show", "files.remove"
UNITE = "sources.unite"
PROPOSE, ADMINISTER = "facts.propose", "people.administer"


def places_of_source(key: str) -> frozenset[str]:
    """Where a source is kept: the places of the facts that cite it, else where it was proposed.

    That is where it was proposed first: who names a key after others gains nothing over what they
    brought.
    """
    if cited := _places_citing(key):
        return cited
    waiting = Wish.objects.of_its_revision().exclude(proposal__status__in=DECIDED)
    named = waiting.filter(action=RECORD, kind="source", name=f"source:{key}")
    first = named.order_by("proposal_id").values_list("proposal__geoid", flat=True)[:1]
    return frozenset(first) or frozenset({NATION})


def _places_of_file(key: str, file: SourceFile | None) -> frozenset[str]:
    """Where a file of a source is kept: one that came with a proposal, where that one is."""
    came = Proposal.objects.filter(pk=file.proposal_id) if file and file.proposal_id else None
    if came is None:
        return places_of_source(key)
    return _places_citing(key) | frozenset(came.values_list("geoid", flat=True))


def _places_citing(key: str) -> frozenset[str]:
    return places_citing([key]).get(key, frozenset()) if key else frozenset()


def may_at(actor: Actor, door: str, key: str, file: SourceFile | None = None) -> bool:
    """Whether somebody may pass a door of a source's files, at one of its places."""
    author = file.added_by_id or 0 if file else 0
    return any(may(actor, door, place, author) for place in sorted(_places_of_file(key, file)))


def demand_at(actor: Actor, door: str, key: str, file: SourceFile | None = None) -> None:
    """Raise NotAllowed unless the actor may pass the door."""
    if not may_at(actor, door, key, file):
        raise NotAllowed(door, sorted(places_of_source(key))[0])


def may_see(actor: Actor | None, file: SourceFile) -> bool:
    """Whether somebody may open a file: everybody one that is shown, few another, nobody one gone.

    The public is nobody in particular (None).
    """
    if file.removed_at:
        return False
    if file.shown_at and file.source:
        return True
    if actor is None:
        return False
    return file.added_by_id == actor.person_id or (
        bool(file.source) and may_at(actor, READ, file.source, file)
    )


def demand_works_at(actor: Actor, key: str) -> None:
    """Raise NotAllowed for who neither contributes nor administers at a place of the source."""
    places = sorted(places_of_source(key))
    if not any(may(actor, door, place) for place in places for door in (PROPOSE, ADMINISTER)):
        raise NotAllowed(PROPOSE, places[0])


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do with a file."""

    opens: bool
    shows: bool
    removes: bool


def rights_at(actor: Actor, key: str) -> dict[int, Rights]:
    """What somebody may do with each file of a source, by the file's id."""
    return {
        file.pk: Rights(
            may_see(actor, file),
            may_at(actor, SHOW, key, file),
            may_at(actor, REMOVE, key, file),
        )
        for file in SourceFile.objects.filter(source=key)
    }


def opened_of(proposal: int, actor: Actor) -> frozenset[int]:
    """The files that came with a proposal and that somebody may open."""
    came = SourceFile.objects.filter(proposal_id=proposal)
    return frozenset(file.pk for file in came if may_see(actor, file))
