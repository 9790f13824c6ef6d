"""What became known later, for files and the page: each place with what came out, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jurisdictions.read.known_later.of_place import LearnedRow, learned_of_each
from jurisdictions.read.known_later.on_day import LaterRow
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.known_later import KnownLater
from jurisdictions.render.programs.why import came_out_text


def with_what_came_out(as_of: AsOf, rows: Sequence[LaterRow]) -> Iterator[KnownLater]:
    """Each place with the facts. The queries of one place, for all."""
    learned = learned_of_each(as_of, [row.place.geoid for row in rows])
    for row in rows:
        place, turns = row.place, learned.get(row.place.geoid, ())
        yield KnownLater(
            place.geoid,
            place.name,
            place.state,
            place.kind,
            row.then,
            row.now,
            turns[-1].on if turns else None,
            str(turns[-1].known_on) if turns else None,
            tuple(dict.fromkeys(fact.name for one in turns for fact in one.facts)),
            _told(as_of, turns),
        )


def _told(as_of: AsOf, turns: Sequence[LearnedRow]) -> str:
    facts = {fact.name: fact for one in turns for fact in one.facts}
    return " ".join(came_out_text(fact, as_of) for fact in facts.values())
