"""What the cells of some wishes may refer to: looked up for them alone, not all there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from jurisdictions.models import Agency, AgencyAgreement, Jurisdiction, Program, Source
from jurisdictions.models.standing import Standing, in_parts
from jurisdictions.record.cells import Known
from jurisdictions.record.changing.serving import region_served, regions_of_agencies
from jurisdictions.record.changing.wishes import RECORD, WishDraft, kind_of
from jurisdictions.record.kinds import JURISDICTION, SOURCES
from jurisdictions.status.geoids import is_state
from jurisdictions.status.kinds import OF_AGENCIES, FactKind
from jurisdictions.status.successions import BAR

Cells = Mapping[str, str]


def known_to(
    program: Program, wishes: Sequence[WishDraft], standing: Iterable[Standing], today: date
) -> Known:
    """The places, sources and agencies on record that these may name, and those that they add."""
    before = [(one.kind, one.cells) for one in standing]
    asked = [(kind.kind.value, wish.cells) for wish in wishes if (kind := kind_of(wish))]
    new = [(kind_of(wish), wish.cells) for wish in wishes if wish.action == RECORD]
    places = _places([*asked, *before])
    sources = set(Source.objects.current().values_list("key", flat=True))
    places |= {cells.get("geoid", "") for kind, cells in new if kind is JURISDICTION}
    sources |= {cells.get("key", "") for kind, cells in new if kind is SOURCES}
    agencies, agreements = _agencies([*before, *asked]), _agreements(program, [*before, *asked])
    regions = _regions([*before, *asked])
    return Known(
        today,
        frozenset(places - {""}),
        frozenset(sources - {""}),
        agencies=agencies,
        regions=regions,
        agreements=agreements,
        program=program.slug,
    )


def _places(told: Sequence[tuple[str, Cells]]) -> set[str]:
    """The places on record that the cells name; a leading zero that is missing is told."""
    named = {cells.get(column, "") for _kind, cells in told for column in ("geoid", "parent")}
    for _kind, cells in told:
        named |= set(cells.get("geoids", "").split(BAR))
    wanted = list({*named, *(f"0{geoid}" for geoid in named)} - {""})
    current = Jurisdiction.objects.current()
    found = {
        geoid
        for part in in_parts(wanted)
        for geoid in current.filter(geoid__in=part).values_list("geoid", flat=True)
    }
    # A state whose county equivalent is meant: `cells.county` looks whether it has but one.
    activated = {cells.get("geoid", "") for kind, cells in told if kind == FactKind.ACTIVATION}
    if states := [geoid for geoid in activated & found if is_state(geoid)]:
        found |= set(current.filter(parent__in=states).values_list("geoid", flat=True))
    return found


def _agencies(told: Sequence[tuple[str, Cells]]) -> dict[str, str]:
    """The state of each agency that the cells name."""
    found: dict[str, str] = {}
    about = [cells for kind, cells in told if kind in OF_AGENCIES]
    for part in in_parts(_named(about, "agency")):
        named = Agency.objects.current().filter(agency__in=part)
        found |= dict(named.values_list("agency", "geoid"))
    # The last said wins: what is wished of an agency, not what stands.
    for kind, cells in told:
        if kind == FactKind.AGENCY and {"agency", "geoid"} <= cells.keys():
            found[cells["agency"]] = cells["geoid"]
    return found


def _regions(told: Sequence[tuple[str, Cells]]) -> dict[str, str]:
    """The region of each agency that the cells name, and of those that are only wished."""
    found = regions_of_agencies(_named([cells for k, cells in told if k in OF_AGENCIES], "agency"))
    new = (cells for kind, cells in told if kind == FactKind.AGENCY and "agency" in cells)
    return found | {cells["agency"]: region_served(cells) for cells in new if cells.get("geoid")}


def _agreements(program: Program, told: Sequence[tuple[str, Cells]]) -> dict[str, str]:
    """The agency of each agreement that the cells name."""
    found: dict[str, str] = {}
    followed = [cells for kind, cells in told if kind == FactKind.AGENCY_AGREEMENT]
    waiting = [cells for kind, cells in told if kind == FactKind.APPLICATION]
    named = [*_named(followed, "superseded_by"), *_named(waiting, "agreement")]
    for part in in_parts(named):
        current = AgencyAgreement.objects.current().filter(fact__program=program)
        found |= dict(current.filter(agreement__in=part).values_list("agreement", "agency"))
    # To correct one, only what changes is said: who signed it stands on record.
    whole = [cells for cells in followed if {"agreement", "agency"} <= cells.keys()]
    return found | {cells["agreement"]: cells["agency"] for cells in whole}


def _named(told: Iterable[Cells], column: str) -> list[str]:
    return list({cells.get(column, "") for cells in told} - {""})
