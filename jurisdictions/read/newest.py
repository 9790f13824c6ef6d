"""What the public can read as of now, told apart by one word from all that it could read before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from django.db.models import Count, Max, QuerySet, Sum
from django.db.models.functions import Length

from jurisdictions.models import Change, Edition, Person, Program, Reply, SourceFile, Tip


@dataclass(frozen=True, slots=True)
class Newest:
    """The word, and the number of the edition that stands of each program by its slug."""

    word: str
    editions: Mapping[str, int]


def newest() -> Newest:
    """What stands now. Eight small queries, whatever is on record.

    Published facts change with an edition; texts of programs, replies, notes, names and files of
    sources do without.
    """
    editions = editions_standing()
    parts = (
        sorted(editions.items()),
        Edition.objects.order_by("-pk").values_list("pk", "token").first(),
        Change.objects.order_by("-pk").values_list("pk", flat=True).first(),
        list(Program.objects.order_by("pk").values_list()),
        list(Person.objects.order_by("pk").values_list("pk", "name", "left_at")),
        _moved(
            Reply.objects.filter(decided_at__isnull=False),
            ("decided_at", "withdrawn_at"),
            ("text", "text_es", "office"),
        ),
        _moved(
            Tip.objects.filter(ended_at__isnull=False),
            ("ended_at",),
            ("text", "note", "note_es", "status", "fact"),
        ),
        _moved(
            SourceFile.objects.filter(shown_at__isnull=False),
            ("shown_at", "removed_at"),
            ("source", "removal"),
        ),
    )
    return Newest(blake2b(repr(parts).encode(), digest_size=12).hexdigest(), editions)


def editions_standing() -> dict[str, int]:
    """The number of the edition that stands of each program by its slug. One query."""
    return dict(
        Edition.objects.order_by()
        .values_list("program__slug")
        .annotate(number=Max("number"))
        .values_list("program__slug", "number")
    )


def _moved(
    rows: QuerySet[Reply] | QuerySet[Tip] | QuerySet[SourceFile],
    moments: tuple[str, ...],
    texts: tuple[str, ...],
) -> dict[str, object]:
    """What differs once a row came, went, or was written anew."""
    latest = {f"last_{name}": Max(name) for name in moments}
    lengths = {f"length_{name}": Sum(Length(name)) for name in texts}
    return dict(rows.aggregate(rows=Count("pk"), **latest, **lengths))
