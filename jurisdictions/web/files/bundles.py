"""What the files of each page hold: the same rows as the page, in declared columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from django.http import Http404, QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read import sources as read_sources
from jurisdictions.read.asking import BadAsk
from jurisdictions.read.comparisons import recorded_beside
from jurisdictions.read.finding import place_now
from jurisdictions.read.history import history, history_of
from jurisdictions.read.kept_rows import COUNTY, STATE
from jurisdictions.read.list_filters import filters_in
from jurisdictions.read.many_days import WIDE, dates_asked, long_rows, shape_asked, wide_rows
from jurisdictions.read.place_records import PlaceRecord, place_record
from jurisdictions.read.records import facts_citing, national_figures, policy_events
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, StatusRow
from jurisdictions.read.statuses import StatusFilter, status_of, status_rows
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.evidence import FactCitation, citations_of
from jurisdictions.render.files.columns.facts import FigureRow
from jurisdictions.render.files.columns.many_days import long_table, wide_table
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.place_members import place_members
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.programs.why import why_line
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.positions import position_spans
from jurisdictions.web.files.answers import Bundle

MOST_NAMED = 3
"""States that a file's name lists; of more it says that they are a selection."""


def places_bundle(as_of: AsOf, query: QueryDict) -> Bundle:
    """The list with its filters; raise BadAsk for one that is wrong."""
    chosen, order = filters_in(as_of, query)
    if days := dates_asked(as_of, query, localdate()):
        return _many_days(as_of, days, query)
    shape_asked(query)
    rows = Sheet(
        "data", tables_of(as_of.program.slug).STATUSES, lambda: status_rows(as_of, chosen, order)
    )
    return Bundle(
        name=_list_name(chosen),
        title=_("Jurisdictions on %(day)s") % {"day": date_text(as_of.on)},
        sheets=(rows,),
        mapped=(rows,),
        bordered=bordered(query),
    )


def _many_days(as_of: AsOf, days: tuple[date, ...], query: QueryDict) -> Bundle:
    """The list on many days: a row for each place and day, or one for each place."""
    chosen, order = filters_in(as_of, query)
    slug = as_of.program.slug

    def on_a_day(then: AsOf) -> tuple[StatusRow, ...]:
        return status_rows(then, chosen, order)

    if shape_asked(query) == WIDE:
        table = wide_table(slug, days)
        rows = Sheet("data", table, lambda: wide_rows(as_of, days, on_a_day, chosen.level))
    else:
        rows = Sheet("data", long_table(slug), lambda: long_rows(as_of, days, on_a_day))
    between = [min(days).isoformat(), max(days).isoformat()]
    return Bundle(
        name="-".join([_list_name(chosen), "days", *between]),
        title=_("Jurisdictions on %(number)s days, %(first)s to %(last)s")
        % {
            "number": len(days),
            "first": date_text(min(days)),
            "last": date_text(max(days)),
        },
        sheets=(rows,),
        mapped=(rows,),
        bordered=bordered(query),
        dated=False,
        long=True,
        day=max(days),
    )


def bordered(query: QueryDict) -> bool:
    """Whether borders are wanted; raise BadAsk when `geometry` is neither absent nor none."""
    said = query.get("geometry", "").strip()
    if said not in {"", "none"}:
        raise BadAsk("geometry", _("can only be none, which leaves the borders out"))
    return not said


def _list_name(chosen: StatusFilter) -> str:
    parts = ["states" if chosen.level == STATE else "jurisdictions"]
    if len(chosen.states) <= MOST_NAMED:
        parts += [code.lower() for code in chosen.states]
    if (
        replace(chosen, level=COUNTY, states=()) != StatusFilter()
        or len(chosen.states) > MOST_NAMED
    ):
        parts.append("selection")
    return "-".join(parts)


def place_bundle(as_of: AsOf, geoid: str, query: QueryDict) -> Bundle:
    """A place: its day, its jurisdictions if it is a state, its timeline, its facts.

    Raises Http404 for a place that is not on record, BadAsk for `geometry`.
    """
    place = place_now(as_of, geoid)
    if place is None:
        raise Http404
    record = cache(lambda: _record(as_of, geoid))
    mapped = _on_the_day(as_of, place)
    return Bundle(
        name=f"{place.geoid}-{place.slug}",
        title=_("%(place)s on %(day)s") % {"place": place.label, "day": date_text(as_of.on)},
        sheets=(
            *mapped,
            Sheet(
                "timeline", tables_of(as_of.program.slug).SPANS, lambda: history_of(as_of, geoid)
            ),
            Sheet("facts", tables.facts_of(as_of.program.slug), lambda: _ordered(record().facts)),
            Sheet("figures", tables.FIGURES, lambda: _figures(record())),
            Sheet("citations", tables.CITATIONS, lambda: _citations(record())),
        ),
        plain="timeline",
        mapped=mapped,
        bordered=bordered(query),
        about=lambda: {"place": _place(place), "why": why_line(record().span, place, as_of)},
    )


def _on_the_day(as_of: AsOf, place: PlaceRow) -> tuple[Sheet, ...]:
    table = tables_of(as_of.program.slug).STATUSES
    own = Sheet("status", table, lambda: filter(None, [status_of(as_of, place.geoid)]))
    if not place.is_state:
        return (own,)
    inside = StatusFilter(states=(place.state,))
    return own, Sheet("jurisdictions", table, lambda: status_rows(as_of, inside, "name"))


def _record(as_of: AsOf, geoid: str) -> PlaceRecord:
    found = place_record(as_of, geoid)
    if found is None:
        raise Http404
    return found


def _ordered(facts: Iterable[FactRow]) -> list[FactRow]:
    """Facts in the order of effect; those without a date come last."""
    return sorted(facts, key=lambda fact: (fact.effective_on or date.max, fact.name))


def _figures(record: PlaceRecord) -> list[FigureRow]:
    return [FigureRow(fact, recorded) for fact, recorded in record.figures]


def _citations(record: PlaceRecord) -> list[FactCitation]:
    return citations_of([*_ordered(record.facts), *(fact for fact, _recorded in record.figures)])


def _place(place: PlaceRow) -> dict[str, object]:
    return {
        **place_members(place),
        "valid_from": str(place.valid_from or "") or None,
        "valid_to": str(place.valid_to or "") or None,
        "predecessors": [str(other) for other in place.predecessors],
        "successors": [str(other) for other in place.successors],
        "note": place.note,
    }


def policy_bundle(as_of: AsOf) -> Bundle:
    """Every federal act, the positions that followed, the figures published for the nation."""
    acts = cache(lambda: policy_events(as_of))
    figures = cache(lambda: national_figures(as_of))
    return Bundle(
        name="policy",
        title=_("Federal policy"),
        sheets=(
            Sheet("acts", tables.policy_of(as_of.program.slug), acts),
            Sheet(
                "positions",
                tables.positions_of(as_of.program.slug),
                lambda: position_spans(as_of, acts()),
            ),
            Sheet(
                "figures",
                tables.FIGURES,
                lambda: [FigureRow(fact, recorded_beside(as_of, fact)) for fact in figures()],
            ),
            Sheet("citations", tables.CITATIONS, lambda: citations_of([*acts(), *figures()])),
        ),
        dated=False,
    )


def sources_bundle(as_of: AsOf) -> Bundle:
    """Every source, with how often it is cited."""
    rows = Sheet("data", tables.SOURCES, lambda: read_sources.sources(as_of))
    return Bundle("sources", _("Sources"), (rows,), dated=False)


def source_bundle(as_of: AsOf, key: str) -> Bundle:
    """What rests on one source; raise Http404 when there is none of that key."""
    source = read_sources.source_of(as_of, key)
    if source is None:
        raise Http404
    facts = cache(lambda: facts_citing(as_of, key))
    return Bundle(
        name=f"source-{key}",
        title=source.title,
        sheets=(
            Sheet("facts", tables.facts_of(as_of.program.slug), facts),
            Sheet(
                "citations",
                tables.CITATIONS,
                lambda: [c for c in citations_of(facts()) if c.citation.source.key == key],
            ),
        ),
        dated=False,
    )


def history_bundle(as_of: AsOf, query: QueryDict) -> Bundle:
    """Every span of every place, or of some states' places; raise BadAsk for a wrong `state`."""
    states = filters_in(as_of, query)[0].states
    few = [code.lower() for code in states] if len(states) <= MOST_NAMED else ["selection"]
    return Bundle(
        name="-".join(["history", *few]),
        title=_("Every place through time"),
        sheets=(
            Sheet("data", tables_of(as_of.program.slug).SPANS, lambda: history(as_of, states)),
        ),
        dated=False,
        long=True,
    )
