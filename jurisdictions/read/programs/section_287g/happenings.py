"""What happened under 287(g): to each agreement, and applications, laws and federal acts beside."""

from __future__ import annotations

from collections.abc import Iterator

from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.happenings.of_facts import of_kinds
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.section_287g.happened import turns_of
from jurisdictions.status.programs.section_287g.vocabulary import Ending, Happened

BESIDE = (FactKind.APPLICATION, FactKind.STATE_LAW, FactKind.POLICY_EVENT)
HAPPENED = tuple(Happened)
BEGINNINGS = {Happened.SIGNED, Happened.APPEARED}


def happenings(as_of: AsOf) -> Iterator[Happening]:
    """All that the record tells of the program."""
    rows = agency_record(as_of).agreements
    renamed = {row.own.superseded_by for row in rows if row.own.ending is Ending.RELABELED}
    for row in rows:
        agency = row.agency
        for what, day, on in turns_of(row.own):
            # The list went on with it under another name: it was signed, and appeared, once.
            if row.key in renamed and what in BEGINNINGS:
                continue
            yield Happening(
                program=as_of.program.slug,
                what=what,
                day=day,
                on=on,
                geoid=agency.own.state,
                state=agency.state,
                title=agency.title,
                fact=row.name,
                row=row,
                agency=agency.key,
            )
    yield from of_kinds(as_of, BESIDE, Happened)
