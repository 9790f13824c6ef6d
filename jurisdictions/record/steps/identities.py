"""What the steps of a thread are called, and the numbers that put them in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from jurisdictions.record.steps.inserting import numbers_for
from jurisdictions.record.steps.keys import highest, step_name
from jurisdictions.status.kinds import THREADS

Cells = Mapping[str, str]


def step_identities(
    kind: str,
    thread: str,
    steps: Sequence[Cells],
    own: Sequence[str],
    *,
    old: Sequence[Cells],
    others: Collection[str],
) -> Iterator[dict[str, str]]:
    """Thread, number and name of each new step of a kind, given in the order of their days.

    `own` are the names that they had before, "" for none; `old` the steps of the thread on record,
    in their order; `others` every name ever given in the thread that is none of their own.
    """
    names = set(others)
    for number, name in zip(numbers_for(steps, old, highest(names)), own, strict=True):
        called = name or step_name(number, names)
        names.add(called)
        yield {THREADS[kind]: thread, "seq": str(number), "step_id": called}
