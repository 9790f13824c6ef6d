"""All that one source proves is said of another: two that are one become one."""

from __future__ import annotations

from jurisdictions.models import Citation, Fact
from jurisdictions.record.changing.moments import Moment
from jurisdictions.record.changing.versions import BATCH, supersede

KEPT = (
    *("fact_id", "contradicts", "field", "recorded", "said", "locator", "quote", "note", "note_es"),
    *("adjudication", "adjudication_es"),
)


def move_citations(gone: str, stays: str, moment: Moment) -> int:
    """Supersede every citation of a source by one of another; answers how many there were.

    What the other is cited for already, on the same fact and field, is not said twice.
    """
    sources = {
        fact.key: fact
        for fact in Fact.objects.filter(program=None, kind="source", key__in=[gone, stays])
    }
    current = Citation.objects.current()
    moved = list(current.filter(source=sources[gone]))
    there = set(
        current.filter(source=sources[stays]).values_list("fact_id", "contradicts", "field")
    )
    supersede(Citation, [one.pk for one in moved], moment)
    Citation.objects.bulk_create(
        [
            Citation(
                source=sources[stays],
                recorded_at=moment.at,
                change=moment.change,
                **{name: getattr(one, name) for name in KEPT},
            )
            for one in moved
            if (one.fact_id, one.contradicts, one.field) not in there
        ],
        batch_size=BATCH,
    )
    return len(moved)
