"""Sources, and the citations by which they support or contradict facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from jurisdictions.models import AgencyAgreement, Citation, Source
from jurisdictions.models.base import VersionQuerySet
from jurisdictions.models.citing import cited_elsewhere, of_program
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.languages import in_language
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, CitationRow, PlaceRow, SourceRow
from jurisdictions.read.source_titles import row_of_source
from jurisdictions.read.unchanged import unchanged_since


def sources(as_of: AsOf) -> tuple[SourceRow, ...]:
    """Every source that the edition rests on by publisher and title, with how often it is cited.

    One that nothing rests on (others took its place) is in no list, and keeps its page.
    """
    known = sources_by_key(as_of)
    citing = _citations(as_of).filter(of_program(as_of.program.slug))
    cited = Counter(citing.values_list("source__key", flat=True))
    cited.update(place.validity_source for place in places_of(as_of).values())
    resting = cited.keys() | _sources_of_ends(as_of)
    rows = (_counted(row, cited[key]) for key, row in known.items() if key in resting)
    return tuple(sorted(rows, key=lambda row: (row.publisher.casefold(), row.title.casefold())))


def places_dated_by(as_of: AsOf, key: str) -> tuple[PlaceRow, ...]:
    """The places whose beginning, end or other codes rest on a source, by name."""
    found = (place for place in places_of(as_of).values() if place.validity_source == key)
    return tuple(sorted(found, key=lambda place: place.sort_label.casefold()))


def _sources_of_ends(as_of: AsOf) -> frozenset[str]:
    ends = AgencyAgreement.objects.after_change(as_of.edition.last_change)
    own = ends.filter(fact__program__slug=as_of.program.slug).exclude(ending_source="")
    return frozenset(own.values_list("ending_source", flat=True))


def _counted(row: SourceRow, cited: int) -> SourceRow:
    return replace(row, cited=cited)


def sources_elsewhere(as_of: AsOf) -> frozenset[str]:
    """The keys of the sources that only other programs cite. Four queries, then none."""
    edition = as_of.edition
    return _elsewhere(as_of.program.slug, edition.last_change, edition.stamp)


@kept_once(maxsize=8)
def _elsewhere(program: str, last_change: int, stamp: str) -> frozenset[str]:
    del stamp
    return cited_elsewhere(Citation.objects.after_change(last_change), program)


def _citations(as_of: AsOf) -> VersionQuerySet[Citation]:
    return Citation.objects.after_change(as_of.edition.last_change)


def source_of(as_of: AsOf, key: str) -> SourceRow | None:
    """One source; None when there is none of that key."""
    return sources_by_key(as_of).get(key)


def sources_by_key(as_of: AsOf) -> Mapping[str, SourceRow]:
    """Every source of the edition."""
    since = unchanged_since(Source, as_of.edition.last_change, as_of.edition.stamp)
    return _sources(*since)


@kept_once(maxsize=4)
def _sources(last_change: int, stamp: str) -> Mapping[str, SourceRow]:
    del stamp
    return {
        row.key: row_of_source(row)
        for row in Source.objects.after_change(last_change).order_by("fact_id")
    }


def citations_of(as_of: AsOf, fact_ids: Collection[int]) -> Mapping[int, tuple[CitationRow, ...]]:
    """The citations of facts by the facts' ids: what supports first. One query."""
    known = sources_by_key(as_of)
    found = (
        Citation.objects.after_change(as_of.edition.last_change)
        .filter(fact_id__in=fact_ids)
        .select_related("source")
        .order_by("contradicts", "pk")
    )
    rows: dict[int, list[CitationRow]] = defaultdict(list)
    for row in found:
        rows[row.fact_id].append(
            CitationRow(
                source=known[row.source.key],
                contradicts=row.contradicts,
                field=row.field,
                recorded=row.recorded,
                said=row.said,
                locator=row.locator,
                quote=row.quote,
                note=in_language(row, "note", as_of.language),
                adjudication=in_language(row, "adjudication", as_of.language),
            )
        )
    return {fact: tuple(citations) for fact, citations in rows.items()}


def facts_cited_by(as_of: AsOf, key: str) -> tuple[str, ...]:
    """Public names of the facts that a source supports or contradicts, in file order. One query."""
    found = (
        Citation.objects.after_change(as_of.edition.last_change)
        .filter(source__key=key, fact__program__slug=as_of.program.slug)
        .order_by("fact_id")
        .values_list("fact__kind", "fact__key")
        .distinct()
    )
    return tuple(f"{kind}:{fact}" for kind, fact in found)
