"""What the public reads of tips and replies: ended tips with their note, verified replies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import F, Max

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


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a place: its replies and its state's, oldest first; notes, newest first."""

    replies: tuple[ReplyRow, ...]
    notes: tuple[NoteRow, ...]


def said_at(asked: Sequence[AsOf], place: PlaceRow) -> Mapping[str, Said]:
    """What was said of a place under each of some programs, by their slugs. Two queries."""
    slugs = [as_of.program.slug for as_of in asked]
    replies = Reply.objects.filter(
        program__slug__in=slugs,
        geoid__in=sorted({place.geoid, place.state_geoid}),
        status=ReplyStatus.SHOWN,
    )
    ended = Tip.objects.filter(
        program__slug__in=slugs,
        geoid=place.geoid,
        status__in=[TipStatus.ANSWERED, TipStatus.CLOSED],
    )
    of_program = F("program__slug")
    shown = list(replies.annotate(of_program=of_program).order_by("received_at", "pk"))
    notes = list(ended.annotate(of_program=of_program).order_by("-ended_at", "-pk"))
    return {
        as_of.program.slug: Said(
            tuple(
                _reply(one, as_of.language)
                for one in shown
                if one.of_program == as_of.program.slug and _stood(as_of, one.decided_at)
            ),
            tuple(
                _note(one, as_of.language)
                for one in notes
                if one.of_program == as_of.program.slug and _stood(as_of, one.ended_at)
            ),
        )
        for as_of in asked
    }


def _stood(as_of: AsOf, at: datetime | None) -> bool:
    """An earlier edition shows what stood beside it before the next one was published."""
    until = as_of.edition.next_at
    return until is None or (at is not None and at < until)


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
