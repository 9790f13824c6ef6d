"""Store spans: those that still hold stay; the others end with the edition before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection

from jurisdictions.models import Program
from jurisdictions.models import Span as StoredSpan
from jurisdictions.publish.derive import Span
from jurisdictions.publish.standings import Standings, days_text
from jurisdictions.status.dates import PartialDate

COLUMNS = (
    "start",
    "end",
    "standing_id",
    "since",
    "reasons",
    "start_edtf",
    "end_edtf",
    "since_edtf",
    "days_edtf",
)
"""What a stored span says of its place."""
READ = (
    "start",
    "end",
    "standing__status",
    "standing__dimensions",
    *COLUMNS[3:],
)
"""The same with the standing's own words, as readers ask for it."""
PLACES_AT_A_TIME = 500
BATCH = 1000
ROWS_A_STATEMENT = 50
"""Within SQLite's oldest limit of 999 parameters a statement."""
Row = tuple[Any, ...]


class Stored(NamedTuple):
    """How many spans began to stand with an edition, and how many ended before it."""

    begun: int = 0
    ended: int = 0


def row_of(slug: str, span: Span, standing_id: int) -> Row:
    """A derived span as the values of the stored one's COLUMNS."""
    known = span.known
    return (
        span.start,
        span.end,
        standing_id,
        span.since,
        " ".join(span.reasons),
        edtf(known.start),
        edtf(known.end),
        edtf(known.since),
        days_text(slug, known.own),
    )


@lru_cache(maxsize=4096)
def edtf(day: PartialDate | None) -> str:
    """A day as it is stored: `2010-07`, `2010-07-13/2010-07-20` …, "" for none."""
    return str(day) if day else ""


def store_spans(
    program: Program,
    number: int,
    derived: Iterable[tuple[str, tuple[Span, ...]]],
    places: Collection[str] | None,
    total: int,
    progress: Callable[[int, int], None],
) -> Stored:
    """Bring the standing spans of these places (None: all) to what was derived.

    Memory holds one batch of places, however many there are.
    """
    standings = Standings(program.pk, program.slug)
    begun = ended = done = 0
    seen: set[str] = set()
    derived = iter(derived)
    while batch := dict(islice(derived, PLACES_AT_A_TIME)):
        stored = _store_batch(program, number, batch, standings)
        begun, ended = begun + stored.begun, ended + stored.ended
        seen |= batch.keys()
        done += len(batch)
        progress(done, total)
    return Stored(begun, ended + _end_absent(program.pk, number, places, seen))


def _store_batch(
    program: Program, number: int, batch: dict[str, tuple[Span, ...]], standings: Standings
) -> Stored:
    standing: dict[str, dict[Row, int]] = {}
    if number > 1:
        rows = StoredSpan.objects.filter(
            program=program, geoid__in=list(batch), last_edition__isnull=True
        ).values_list("pk", "geoid", *COLUMNS)
        for pk, geoid, *values in rows:
            standing.setdefault(geoid, {})[tuple(values)] = pk
    begun: list[Row] = []
    ended: list[int] = []
    for geoid, spans in batch.items():
        wanted = dict.fromkeys(
            row_of(program.slug, span, standings.id_of(span.standing)) for span in spans
        )
        before = standing.get(geoid, {})
        ended += [pk for row, pk in before.items() if row not in wanted]
        begun += [(program.pk, number, geoid, *row) for row in wanted if row not in before]
    _end(ended, number)
    insert_spans(begun)
    return Stored(len(begun), len(ended))


def insert_spans(rows: Sequence[Row]) -> None:
    """Insert rows of (program, first edition, place, *COLUMNS), many to a statement.

    Plain SQL on purpose: bulk_create spends three times as long on 33,000 spans.
    """
    columns = ("program_id", "first_edition", "geoid", *COLUMNS)
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    into = f"INSERT INTO {quote(StoredSpan._meta.db_table)} ({names}) VALUES "  # noqa: S608 - names are the model's own
    places = f"({', '.join(['%s'] * len(columns))})"
    # A few hundred days recur in tens of thousands of rows.
    taken: dict[date, Any] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(rows), ROWS_A_STATEMENT):
            chunk = rows[start : start + ROWS_A_STATEMENT]
            values = [
                _as_taken(value, taken) if isinstance(value, date) else value
                for row in chunk
                for value in row
            ]
            cursor.execute(into + ", ".join([places] * len(chunk)), values)


def _as_taken(day: date, taken: dict[date, Any]) -> Any:
    """A day as the database's driver takes it: SQLite's takes text."""
    if day not in taken:
        taken[day] = connection.ops.adapt_datefield_value(day)
    return taken[day]


def _end(ids: list[int], number: int) -> None:
    for start in range(0, len(ids), BATCH // 2):
        StoredSpan.objects.filter(pk__in=ids[start : start + BATCH // 2]).update(
            last_edition=number - 1
        )


def _end_absent(
    program_id: int, number: int, places: Collection[str] | None, seen: set[str]
) -> int:
    """End the spans of places that are no longer on record."""
    standing = StoredSpan.objects.filter(program_id=program_id, last_edition__isnull=True)
    if places is not None:
        gone = set(places) - seen
    else:
        gone = set(standing.values_list("geoid", flat=True).distinct()) - seen
    if not gone:
        return 0
    ids = list(standing.filter(geoid__in=list(gone)).values_list("pk", flat=True))
    _end(ids, number)
    return len(ids)
