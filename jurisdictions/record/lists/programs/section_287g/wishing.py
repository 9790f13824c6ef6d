"""What a list tells -> wishes: for the list and its source, agencies, agreements, applications."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jurisdictions.record.changing.wishes import CORRECT, RECORD, WishDraft
from jurisdictions.record.lists.programs.section_287g.applications import Move, outcome_of
from jurisdictions.record.lists.programs.section_287g.comparing import Compared, Difference
from jurisdictions.record.lists.programs.section_287g.placing import Placing
from jurisdictions.record.lists.programs.section_287g.presence import Listing
from jurisdictions.record.lists.programs.section_287g.rows import ListRow
from jurisdictions.status.programs.section_287g.absences import absences_text
from jurisdictions.status.programs.section_287g.vocabulary import Basis
from jurisdictions.status.successions import BAR


@dataclass
class Wishing:
    """Wishes that cite one source, each with the row of the list on which it rests."""

    source: str
    wishes: list[WishDraft] = field(default_factory=list)

    def record(self, kind: str, cells: Mapping[str, str], row: ListRow | None = None) -> None:
        """A fact that is not on record yet."""
        self.wishes.append(
            WishDraft(RECORD, kind, cells={**cells, **self._cited(row)}, row=_number(row))
        )

    def correct(self, name: str, cells: Mapping[str, str], row: ListRow | None = None) -> None:
        """A fact on record of which some cells are others now."""
        self.wishes.append(
            WishDraft(CORRECT, "", name, {**cells, **self._cited(row)}, row=_number(row))
        )

    def _cited(self, row: ListRow | None) -> dict[str, str]:
        return {"source": self.source, "locator": f"row {row.number}" if row else ""}


def _number(row: ListRow | None) -> int:
    return row.number if row else 0


def wish_agencies(into: Wishing, placing: Placing, aliases: Mapping[str, str]) -> None:
    """New agencies, and spellings of those on record that are new."""
    for row, cells in placing.new.values():
        into.record("agency", cells, row)
    for agency, spelled in placing.spellings.items():
        names = dict.fromkeys((*filter(None, aliases.get(agency, "").split(BAR)),))
        names |= dict.fromkeys(name for name, _row in spelled)
        into.correct(f"agency:{agency}", {"aliases": BAR.join(names)}, spelled[0][1])


def wish_agreements(into: Wishing, found: Compared) -> None:
    """What the list tells of agreements."""
    for one in found.differences:
        if one.of is None:
            into.record("agency_agreement", _new(one), one.row)
        else:
            into.correct(f"agency_agreement:{one.key}", dict(_changed(one)), one.row)


def _new(one: Difference) -> dict[str, str]:
    placed = one.placed
    if placed is None:
        return {}
    return {
        "agreement": one.key,
        "agency": placed.agency,
        "geoid": placed.state,
        "model": placed.row.model.value,
        "signed_on": str(one.signed or ""),
        **_listing(one.listing),
        "ending": one.ending or "",
        "moa_url": one.url,
        "basis": Basis.LIST.value,
    }


def _listing(listing: Listing) -> dict[str, str]:
    return {
        "listed_from": str(listing.first or ""),
        "listed_until": str(listing.last or ""),
        "missing_from": str(listing.missing or ""),
        "absent": absences_text(listing.absent),
    }


def _changed(one: Difference) -> Iterator[tuple[str, str]]:
    if one.of is None:
        return
    before = _listing(one.of.listing)
    yield from (
        (name, cell) for name, cell in _listing(one.listing).items() if cell != before[name]
    )
    if one.signed:
        yield "signed_on", str(one.signed)
    if one.url:
        yield "moa_url", one.url
    if one.model:
        yield "model", one.model.value
    if one.ending is not None:
        yield "ending", one.ending
    if one.superseded_by is not None:
        yield "superseded_by", one.superseded_by
    if one.ended_on and not (one.of.signed and one.ended_on < one.of.signed):
        yield "ended_on", str(one.ended_on)


def wish_application(into: Wishing, move: Move) -> None:
    """What the list tells of one application."""
    days = {"pending_from": str(move.first or ""), "pending_until": str(move.last or "")}
    if move.of is None and move.asking:
        asking = move.asking
        cells = {"application": move.key, "agency": asking.agency, "geoid": asking.state}
        told = {"name": asking.row.name, "model": asking.row.model.value}
        into.record("application", {**cells, **told, **days}, asking.row)
        return
    if move.agreement:
        days |= {"outcome": outcome_of(move.agreement), "agreement": move.agreement}
    into.correct(f"application:{move.key}", days, move.asking.row if move.asking else None)
