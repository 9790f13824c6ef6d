"""Facts on which a proposal meets another version: what the record says by now, or a rival."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_rows import ProposalRow, WishRow
from jurisdictions.read.keeping.proposals import proposal_row
from jurisdictions.record.changing.wishes import RETRACT
from jurisdictions.render.words.cell_texts import cell_text, column_text, names_the_fact
from jurisdictions.render.words.fact_titles import fact_title

Titles = Mapping[str, str]
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a fact: whose it is; `proposal` is the number of a rival."""

    told: str
    proposal: int = 0


@dataclass(frozen=True, slots=True)
class Contest:
    """A fact of which there are several versions; the first is the record's, the second this one.

    `rows` are the columns that differ: heading, then the text of each version.
    """

    name: str
    title: str
    stale: bool
    chosen: str
    versions: tuple[Version, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def contests_of(
    row: ProposalRow, wishes: Sequence[WishRow], titles: Titles, typed: Mapping[str, str]
) -> list[Contest]:
    """The facts that somebody has to decide on, with every version side by side."""
    contested = [wish for wish in wishes if row.line.is_open and (wish.stale or wish.rivals)]
    rivals = {n: proposal_row(n) for n in {n for wish in contested for n in wish.rivals}}
    return [
        _contest(wish, list(_versions(wish, rivals)), titles, typed.get(f"choice:{wish.name}", ""))
        for wish in contested
    ]


def _versions(
    wish: WishRow, rivals: Mapping[int, ProposalRow | None]
) -> Iterator[tuple[Version, Cells]]:
    now = {field.name: field.now_value for field in wish.fields}
    yield Version(_("The record now")), now if wish.on_record else {}
    yield Version(_("This proposal")), _wished(wish)
    for number in wish.rivals:
        told = _("Proposal %(number)d") % {"number": number}
        for other in _same_fact(rivals[number], wish.name):
            yield Version(told, number), _wished(other)


def _wished(wish: WishRow) -> Cells:
    return {} if wish.action == RETRACT else {field.name: field.after for field in wish.fields}


def _contest(
    wish: WishRow, versions: Sequence[tuple[Version, Cells]], titles: Titles, chosen: str
) -> Contest:
    each = [cells for _version, cells in versions]
    columns = dict.fromkeys(name for cells in each for name in cells)
    return Contest(
        wish.name,
        fact_title(wish.kind, each[1] or each[0]),
        wish.stale,
        chosen,
        tuple(version for version, _cells in versions),
        tuple(
            (
                column_text(name, wish.kind),
                tuple(_text(wish.kind, name, cells, titles) for cells in each),
            )
            for name in columns
            if len({cells.get(name, "") for cells in each}) > 1
            if not names_the_fact(wish.kind, name)
        ),
    )


def _same_fact(row: ProposalRow | None, name: str) -> Iterator[WishRow]:
    return (wish for wish in (row.wishes if row else ()) if wish.name == name)


def _text(kind: str, name: str, cells: Mapping[str, str], titles: Titles) -> str:
    if not cells:
        return _("not on record")
    return cell_text(kind, name, cells.get(name, ""), titles) or _("nothing")
