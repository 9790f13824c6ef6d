"""What the page of a proposal shows: its facts before and after, what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jurisdictions.read.keeping.proposal_gists import gists_of, status_label
from jurisdictions.read.keeping.proposal_rows import ProposalLine, ProposalRow, WishRow
from jurisdictions.read.keeping.proposals import WISHES_A_PAGE, proposal_row
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, SourceRow
from jurisdictions.read.source_files import FileRow, files_of_proposal
from jurisdictions.record.changing.wishes import CONTRADICT, WishDraft
from jurisdictions.record.evidence.rights import opened_of
from jurisdictions.record.people.permissions import REVIEWER, Actor, may
from jurisdictions.record.proposing.mentions import names_for
from jurisdictions.record.proposing.preview import cautions_for, preview_proposal
from jurisdictions.web.desk.forms.tasks import where_text
from jurisdictions.web.desk.forms.typed_again import can_be_edited
from jurisdictions.web.desk.preview.cautions import cautions_told
from jurisdictions.web.desk.preview.effect import effect_context
from jurisdictions.web.desk.preview.step_places import places_told
from jurisdictions.web.desk.preview.wishes import WishTold, told_wish
from jurisdictions.web.desk.proposals.contests import contests_of
from jurisdictions.web.desk.suggest.beside import open_proposals
from jurisdictions.web.desk.suggest.flow_words import proposal_title

MOST_ROWS = 500
"""Up to so many facts are decided on one by one, on one page."""
WISHES_WITH_EFFECT = 200
"""Up to so many facts the effect is worked out on the page itself."""

WISHES_OPEN = 10
"""Of more than so many wishes each is a line that opens: a file of rows would be a long page."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What who looks may do with the proposal now."""

    decide: bool
    amend: bool
    withdraw: bool
    discuss: bool
    revert: bool
    own_in_region: bool
    own_review: bool
    answers_tip: bool
    contradict: bool


def rights_of(row: ProposalRow, actor: Actor) -> Rights:
    """What the actor may do: a decided proposal can only be talked about, or its change undone."""
    line = row.line

    def open_to(door: str) -> bool:
        return may(actor, door, line.geoid, line.author_id)

    is_own = line.author_id == actor.person_id
    return Rights(
        decide=line.is_open and open_to("proposals.review"),
        amend=line.is_open and open_to("proposals.amend"),
        withdraw=line.is_open and open_to("proposals.withdraw"),
        discuss=open_to("proposals.discuss"),
        revert=row.change is not None and may(actor, "facts.revert", line.geoid),
        contradict=line.is_open and may(actor, "facts.propose", line.geoid),
        own_in_region=line.is_open
        and is_own
        and actor.holds(REVIEWER, line.geoid)
        and not open_to("proposals.review"),
        own_review=line.is_open and is_own and open_to("proposals.review"),
        answers_tip=row.tip is not None and may(actor, "tips.answer", line.geoid),
    )


def proposal_context(
    row: ProposalRow,
    actor: Actor,
    as_of: AsOf,
    at: datetime,
    *,
    page: int,
    full: bool,
    typed: Mapping[str, str],
) -> dict[str, object]:
    """What desk/proposal.html reads; `typed` is what a form of the page was sent with."""
    line, rights = row.line, rights_of(row, actor)
    titles = titles_of(row.sources)
    every = all_wishes(row) if row.stale or row.rivals else row.wishes
    with_effect = line.is_open and (full or row.wish_count <= WISHES_WITH_EFFECT)
    return {
        "row": row,
        "line": line,
        "heading": heading_of(row, as_of),
        "gist": _gist_of(row, as_of) if line.upload else "",
        "status": status_label(line.status),
        "where": where_text(places_of(as_of).get(line.geoid)),
        "place": places_of(as_of).get(line.geoid),
        "rights": rights,
        "claim": line.claimed(at),
        "to_name": names_for(proposal=line.proposal_id, but=actor.person_id),
        "wishes": placed(row.wishes, titles, line, as_of),
        "proposed": placed(row.proposed, titles, line, as_of),
        "contests": contests_of(row, every, titles, typed),
        "can_edit": can_be_edited(row),
        "folded": len(row.wishes) > WISHES_OPEN,
        "by_rows": 1 < row.wish_count <= MOST_ROWS,
        "refused": _refused(row, titles, line, as_of),
        "files": files_with(line.proposal_id, actor),
        "beside": open_proposals(as_of, line.geoid, line.proposal_id),
        "typed": typed,
        "page": page,
        "pages": -(-row.wish_count // WISHES_A_PAGE),
        "effect_later": line.is_open and not with_effect,
        **(_effect(row, as_of, at) if with_effect else _cautions(row, at)),
    }


def files_with(proposal: int, actor: Actor) -> list[tuple[FileRow, bool]]:
    """The files that came with a proposal, and whether the reader may open each."""
    opened = opened_of(proposal, actor)
    return [(row, row.file_id in opened) for row in files_of_proposal(proposal)]


def heading_of(row: ProposalRow, as_of: AsOf) -> str:
    """What the proposal is called: as whoever titled it typed it, else in the reader's language."""
    return row.line.title if row.line.titled else _gist_of(row, as_of)


def _gist_of(row: ProposalRow, as_of: AsOf) -> str:
    """What it does to how many facts, and where, in the reader's language."""
    line = row.line
    where = where_text(places_of(as_of).get(line.geoid))
    return proposal_title(gists_of([line.proposal_id]).get(line.proposal_id, ()), where, line.title)


def told_wishes(wishes: Sequence[WishRow], titles: Mapping[str, str]) -> Iterator[WishTold]:
    """Each wish in words: what stood before it, and what it makes of that."""
    for one in wishes:
        # What its author saw on record, or proposed, is compared; what is told is what stands.
        said = {name: text for name, text in one.cells.items() if name != "recorded"}
        wish = WishDraft(one.action, one.kind, one.name, said)
        if one.action == CONTRADICT:
            recorded = next((f.before for f in one.fields if f.name == "recorded"), "")
            now = {str(one.cells.get("field", "")): recorded}
            yield told_wish(wish, now, titles, on_record=one.on_record)
        else:
            yield told_wish(wish, {f.name: f.before for f in one.fields}, titles)


def placed(
    wishes: Sequence[WishRow], titles: Mapping[str, str], line: ProposalLine, as_of: AsOf
) -> list[WishTold]:
    """The same, each step with where it would stand among the others, and whose fact each is."""
    steps = places_told(wishes, line.program)
    told = told_wishes(wishes, titles)
    known = places_of(as_of)
    whose = [known.get(wish.geoid) if wish.geoid != line.geoid else None for wish in wishes]
    return [
        replace(one, stands=step, place=place.label if place else "")
        for one, step, place in zip(told, steps, whose, strict=True)
    ]


def _refused(
    row: ProposalRow, titles: Mapping[str, str], line: ProposalLine, as_of: AsOf
) -> list[tuple[WishTold, str]]:
    """What was left out of what was accepted, each with why."""
    told = placed(row.refused, titles, line, as_of)
    return [(one, wish.refused) for one, wish in zip(told, row.refused, strict=True)]


def all_wishes(row: ProposalRow) -> tuple[WishRow, ...]:
    """Every wish of the proposal, not only those of one page."""
    found = list[WishRow]()
    page = 1
    while len(found) < row.wish_count:
        more = proposal_row(row.line.proposal_id, page=page)
        if more is None or not more.wishes:
            break
        found += more.wishes
        page += 1
    return tuple(found)


def titles_of(sources: Mapping[str, SourceRow]) -> dict[str, str]:
    """What each source is called, by its key."""
    return {key: source.title for key, source in sources.items()}


def _cautions(row: ProposalRow, at: datetime) -> dict[str, object]:
    """What to look at again in a proposal that is too large to be tried out on its page."""
    if not row.line.is_open:
        return {}
    found = cautions_for(proposal=row.line.proposal_id, at=at)
    return {"cautions": cautions_told((c.fact, c.column, c.reason, c.row) for c in found)}


def _effect(row: ProposalRow, as_of: AsOf, at: datetime) -> dict[str, object]:
    effect = preview_proposal(proposal=row.line.proposal_id, at=at)
    return effect_context(effect, as_of, row.line.geoid)
