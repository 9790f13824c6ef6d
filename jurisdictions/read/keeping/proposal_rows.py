"""The frozen rows of proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jurisdictions.models import Origin, ProposalStatus
from jurisdictions.models.proposal import DECIDED
from jurisdictions.read.keeping.history_rows import Dispute
from jurisdictions.read.rows import SourceRow


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Who is on a proposal, from when, until when; `taken_from` is whom they took it over from."""

    person_id: int
    person: str
    since: datetime
    until: datetime
    taken_from: str


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What accepting a proposal would change, as the record stood after the change `seen`.

    `places` would have another status on some days; of one of them: where, from which day (EDTF, ""
    from the beginning), the words of its status before and after, "" where it is not on record.
    """

    seen: int
    places: int
    geoid: str
    day: str
    before: str
    after: str
    faults: int
    stale: bool


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal as lists show it; `decided_by` is "" while it is open.

    `claim` may have lapsed: ask `claimed`.
    """

    proposal_id: int
    program: str
    geoid: str
    title: str
    status: str
    made_at: datetime
    made_by: str
    author_id: int
    decided_at: datetime | None
    decided_by: str
    wishes: int
    remarks: int
    revision: int
    origin: str
    upload: str
    claim: ClaimRow | None
    effect: EffectRow | None

    def claimed(self, at: datetime) -> ClaimRow | None:
        """Who is on it at a moment; nobody once it is decided."""
        stands = self.claim is not None and self.is_open and self.claim.until > at
        return self.claim if stands else None

    @property
    def titled(self) -> bool:
        """Whether somebody gave it a title: who sent a file or a program, not who used a form."""
        return bool(self.upload) or self.origin == Origin.TOKEN

    @property
    def is_open(self) -> bool:
        """Whether it waits, for a reviewer or for its author."""
        return self.status not in DECIDED


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a fact: without the proposal, and with it.

    `before` is what the proposal replaces (or replaced), `base_value` what its author saw,
    `now_value` what is on record now.
    """

    name: str
    before: str
    after: str
    changed: bool
    base_value: str
    now_value: str

    @property
    def contested(self) -> bool:
        """Whether the record holds neither what the author saw nor what they wish."""
        return self.changed and self.now_value not in (self.base_value, self.after)


@dataclass(frozen=True, slots=True)
class WishRow:
    """What is to be done to one fact, field by field; `base` is the change that its author saw.

    `on_record`: whether the fact stands now. `rivals` are the numbers of other open proposals.
    `refused` is why it was not accepted.
    For a contradiction the fields are those of the citation: field, said, source and so on.
    """

    position: int
    action: str
    kind: str
    name: str
    geoid: str
    row: int
    cells: Mapping[str, str]
    base: int | None
    now: int | None
    fields: tuple[Field, ...]
    on_record: bool
    stale: bool
    rivals: tuple[int, ...]
    contradictions: tuple[Dispute, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """Something said about a proposal; `asks` when a reviewer asked for more."""

    made_at: datetime
    made_by: str
    author_id: int
    text: str
    asks: bool


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal with all that bears on deciding it.

    `wishes` are those of the page asked for, `wish_count` all; `proposed` the author's own, where
    the reviewer edited them. `rivals` are other open proposals for the same facts, `stale` the
    names of the facts that were changed since. `refused` are wishes that
    the reviewer left out. `change` and `edition` are what accepting made;
    `seen` is the latest change of the record: who decides on this row has seen no later one.
    """

    line: ProposalLine
    reason: str
    revision: int
    edited: bool
    upload: str
    sent_with: str | None
    tip: int | None
    decision: str
    decider_id: int | None
    change: int | None
    edition: int | None
    wishes: tuple[WishRow, ...]
    wish_count: int
    proposed: tuple[WishRow, ...]
    sources: Mapping[str, SourceRow]
    remarks: tuple[RemarkRow, ...]
    rivals: tuple[ProposalLine, ...]
    stale: tuple[str, ...]
    seen: int
    refused: tuple[WishRow, ...] = ()

    @property
    def status(self) -> ProposalStatus:
        """Where it stands, with a label."""
        return ProposalStatus(self.line.status)
