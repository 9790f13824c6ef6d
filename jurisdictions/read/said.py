"""What the public reads of tips and replies: ended tips with their note, verified replies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max

from jurisdictions.models import Reply, ReplyStatus, Tip, TipStatus
from jurisdictions.read.languages import SPANISH, in_language
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, ReplyRow


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What came of a tip: the public note, and the tip's own words where an editor quotes them."""

    tip_id: int
    fact: str
    note: str
    quote: str
    quote_language: str
    received_on: date
    ended_on: date
    answered: bool


def notes_on(as_of: AsOf, geoid: str) -> tuple[NoteRow, ...]:
    """The public notes about a place, newest first. One query.

    An earlier edition shows what stood beside it before the next one was published.
    """
    ended = Tip.objects.filter(
        program__slug=as_of.program.slug,
        geoid=geoid,
        status__in=[TipStatus.ANSWERED, TipStatus.CLOSED],
    )
    if until := as_of.edition.next_at:
        ended = ended.filter(ended_at__lt=until)
    return tuple(_note(tip, as_of.language) for tip in ended.order_by("-ended_at", "-pk"))


def replies_on(as_of: AsOf, place: PlaceRow) -> tuple[ReplyRow, ...]:
    """What the place, and the state around it, replied; oldest first. One query."""
    shown = Reply.objects.filter(
        program__slug=as_of.program.slug,
        geoid__in={place.geoid, place.state_geoid},
        status=ReplyStatus.SHOWN,
    )
    if until := as_of.edition.next_at:
        shown = shown.filter(decided_at__lt=until)
    return tuple(_reply(reply, as_of.language) for reply in shown.order_by("received_at", "pk"))


def with_replies(facts: Iterable[FactRow], replies: Iterable[ReplyRow]) -> list[FactRow]:
    """The facts, each with the replies to it."""
    about: dict[str, tuple[ReplyRow, ...]] = {}
    for reply in replies:
        about[reply.fact] = (*about.get(reply.fact, ()), reply)
    return [
        replace(fact, replies=about[fact.name]) if fact.name in about else fact for fact in facts
    ]


def replies_beside(
    place: PlaceRow, replies: Iterable[ReplyRow], facts: Iterable[FactRow]
) -> tuple[ReplyRow, ...]:
    """The place's own replies that stand by no fact: about its page, or a fact since retracted."""
    names = {fact.name for fact in facts}
    return tuple(r for r in replies if r.geoid == place.geoid and r.fact not in names)


def replies_stamp(as_of: AsOf) -> str:
    """What tells the replies shown beside an edition from those shown before; "" for none ever.

    One query.
    """
    decided = Reply.objects.filter(program__slug=as_of.program.slug, decided_at__isnull=False)
    found = decided.aggregate(shown=Max("decided_at"), withdrawn=Max("withdrawn_at"))
    return " ".join(str(moment) for moment in found.values() if moment)


def _note(tip: Tip, language: str) -> NoteRow:
    assert tip.ended_at is not None  # noqa: S101 - an ended tip has its moment
    return NoteRow(
        tip_id=tip.pk,
        fact=tip.fact,
        note=in_language(tip, "note", language),
        quote=tip.text if tip.quoted else "",
        quote_language=tip.language,
        received_on=tip.received_at.date(),
        ended_on=tip.ended_at.date(),
        answered=tip.status == TipStatus.ANSWERED,
    )


def _reply(reply: Reply, language: str) -> ReplyRow:
    spanish = bool(reply.text_es) and (language == SPANISH or not reply.text)
    return ReplyRow(
        fact=reply.fact,
        geoid=reply.geoid,
        office=reply.office,
        text=reply.text_es if spanish else reply.text,
        language=SPANISH if spanish else "en",
        on=reply.received_at.date(),
    )
