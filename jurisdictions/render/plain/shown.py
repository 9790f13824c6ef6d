"""The dimensions as pictures and tables show them: each with its word and its swatch."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from jurisdictions.publish.members import dimensions_of
from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.plain.titles import titles_of
from jurisdictions.render.words.shown import Shown
from jurisdictions.status.kinds import KINDS_OF_FACT, FactKind, told_in


def plain(slug: str) -> SimpleNamespace:
    """Acts are marked in the lane of the federal position, other facts in those of the others."""
    titles, position = titles_of(slug), dimensions_of(slug)[0]
    acts = frozenset({str(FactKind.POLICY_EVENT)})
    others = frozenset(kind for kind in told_in(slug) if KINDS_OF_FACT[kind].decides) - acts
    kinds = {position: acts}
    return SimpleNamespace(
        SHOWN=tuple(
            Shown(
                titles[name],
                name,
                name,
                kinds.get(name, others),
                _reasons(kinds.get(name, others)),
                swatch=True,
            )
            for name in dimensions_of(slug)
        )
    )


def _reasons(kinds: frozenset[str]) -> Callable[[SpanRow], tuple[FactRow, ...]]:
    return lambda span: tuple(fact for fact in span.reasons if fact.kind in kinds)
