"""All that the record held in an edition, field for field: what an archive of it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jurisdictions.models import Citation, Program
from jurisdictions.models.standing import MODELS, fields_of
from jurisdictions.read.rows import AsOf, CitationRow
from jurisdictions.read.sources import sources_by_key, sources_elsewhere
from jurisdictions.status.kinds import CITED, SHARED, FactKind


class ArchivedFact(NamedTuple):
    """A version of a fact: the fields of its table by name, and what its source says."""

    name: str
    values: Mapping[str, Any]
    source: str
    locator: str
    quote: str


class Contradiction(NamedTuple):
    """A source that says otherwise on one field of a fact, in both languages."""

    fact: str
    field: str
    recorded: str
    said: str
    source: str
    locator: str
    note: str
    note_es: str
    adjudication: str
    adjudication_es: str


def archived_facts(as_of: AsOf, kind: str) -> Iterator[ArchivedFact]:
    """Every fact of a kind as the edition held it, in the order of the files. Two queries."""
    versions = MODELS[kind]._default_manager.after_change(as_of.edition.last_change)
    if kind not in SHARED:
        versions = versions.filter(fact__program__slug=as_of.program.slug)
    if kind == FactKind.SOURCE:
        versions = versions.exclude(fact__key__in=sources_elsewhere(as_of))
    support = _support(as_of, kind) if kind in CITED else {}
    for values in versions.order_by("fact_id").values("fact__key", *fields_of(kind)):
        key = values.pop("fact__key")
        yield ArchivedFact(f"{kind}:{key}", values, *support.get(key, ("", "", "")))


def _support(as_of: AsOf, kind: str) -> dict[str, tuple[str, str, str]]:
    """The first source that supports each fact of a kind, and where in it, by the fact's key."""
    owned = {} if kind in SHARED else {"fact__program__slug": as_of.program.slug}
    found = (
        Citation.objects.after_change(as_of.edition.last_change)
        .filter(fact__kind=kind, contradicts=False, **owned)
        .order_by("-pk")
        .values_list("fact__key", "source__key", "locator", "quote")
    )
    return {key: (source, locator, quote) for key, source, locator, quote in found}


def contradictions(as_of: AsOf) -> Iterator[Contradiction]:
    """Every source that says otherwise, in the order in which that was recorded. One query."""
    texts = ("locator", "note", "note_es", "adjudication", "adjudication_es")
    fields = ("field", "recorded", "said", "source__key", *texts)
    found = (
        Citation.objects.after_change(as_of.edition.last_change)
        .filter(fact__program__slug=as_of.program.slug, contradicts=True)
        .order_by("pk")
        .values_list("fact__kind", "fact__key", *fields)
    )
    for kind, key, *values in found:
        yield Contradiction(f"{kind}:{key}", *values)


def archived_citations(as_of: AsOf) -> Iterator[tuple[str, CitationRow]]:
    """Every citation with the name of its fact, what supports first. One query."""
    known = sources_by_key(as_of)
    found = (
        Citation.objects.after_change(as_of.edition.last_change)
        .filter(fact__program__slug=as_of.program.slug)
        .select_related("fact", "source")
        .order_by("fact_id", "contradicts", "pk")
    )
    for row in found.iterator(chunk_size=2000):
        yield (
            row.fact.name,
            CitationRow(
                known[row.source.key],
                row.contradicts,
                row.field,
                row.recorded,
                row.said,
                row.locator,
                row.note,
                row.adjudication,
                row.quote,
            ),
        )


def program_members(slug: str) -> dict[str, object]:
    """The program in every language, as its `program.json` says it. One query."""
    found = Program.objects.get(slug=slug)
    texts = {
        name: {"en": getattr(found, name), "es": getattr(found, f"{name}_es")}
        for name in ("name", "agency", "summary")
    }
    return {
        "slug": found.slug,
        **texts,
        "opening_on": found.opening_on.isoformat() if found.opening_on else None,
        "vintage": found.vintage,
    }
