"""Wishes beside the record: what each would change, field by field, and what stands against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jurisdictions.models import Action, Citation, Proposal, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.standing import Standing, columns_of, in_parts, standing_facts
from jurisdictions.read.keeping.fact_versions import dispute_of
from jurisdictions.read.keeping.history_rows import Dispute
from jurisdictions.read.keeping.proposal_rows import Field, WishRow

DISPUTE = ("field", "recorded", "said", "source", "locator", "note", "note_es")
"""What a wish to contradict tells, in the order in which it is shown."""
Facts = Mapping[str, Standing]
Cells = Mapping[str, str]


def wish_rows(
    proposal: Proposal, wishes: Sequence[Wish], rivals: Mapping[str, Sequence[int]]
) -> Iterator[WishRow]:
    """The wishes as they are to be decided, or as they were. A few queries, however many."""
    names = [wish.name for wish in wishes]
    now = standing_facts(proposal.program_id, names)
    seen = _as_seen(proposal, wishes)
    change = proposal.change_id
    before = now if change is None else standing_facts(proposal.program_id, names, change - 1)
    disputes = _disputes([one.version.fact_id for one in now.values()])
    promised = _promised(proposal, wishes, now)
    for wish in wishes:
        standing, was = now.get(wish.name), before.get(wish.name)
        base = seen.get((wish.base_id, wish.name))
        against = disputes.get(standing.version.fact_id, ()) if standing else ()
        if wish.action == Action.CONTRADICT:
            fields = _disputed(wish, was, base, standing, promised.get(wish.name, {}))
        else:
            fields = _values(wish, was, base, standing)
        yield WishRow(
            position=wish.position,
            action=wish.action,
            kind=wish.kind,
            name=wish.name,
            geoid=wish.geoid,
            row=wish.row,
            cells=_in_order(wish),
            base=wish.base_id,
            now=standing.base if standing else None,
            fields=tuple(fields),
            on_record=standing is not None,
            stale=proposal.status not in DECIDED and _is_stale(wish, standing),
            rivals=tuple(rivals.get(wish.name, ())),
            contradictions=against,
            refused=wish.refused,
        )


def stale_names(proposal: Proposal, wishes: Sequence[Wish]) -> tuple[str, ...]:
    """The facts that do not stand as the author of the wishes saw them, each once."""
    now = standing_facts(proposal.program_id, [wish.name for wish in wishes])
    stale = (wish.name for wish in wishes if _is_stale(wish, now.get(wish.name)))
    return tuple(dict.fromkeys(stale))


def rivals_by_fact(proposal: Proposal, wishes: Sequence[Wish]) -> Mapping[str, list[int]]:
    """The other open proposals that wish to change the same facts, by the facts' names."""
    mine: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        mine[wish.name].append(wish)
    found: dict[str, set[int]] = defaultdict(set)
    for part in in_parts(list(mine)):
        for other in Wish.objects.rivals_of(proposal, part):
            if not all(other.stands_beside(own.action, own.cells) for own in mine[other.name]):
                found[other.name].add(other.proposal_id)
    return {name: sorted(numbers) for name, numbers in found.items()}


def _is_stale(wish: Wish, now: Standing | None) -> bool:
    if wish.action == Action.CONTRADICT and wish.base_id is None:
        # Said of a fact that was only proposed then: that it is on record now was waited for.
        held, seen = _cells(now).get(wish.cells.get("field", ""), ""), wish.cells.get("recorded")
        return now is not None and held != seen
    if now and wish.kind == "source" and wish.action == Action.RECORD:
        # Another proposal brought the very same source meanwhile.
        return any(now.cells.get(name, "") != text for name, text in wish.cells.items())
    return (now.base if now else None) != wish.base_id


def _as_seen(
    proposal: Proposal, wishes: Iterable[Wish]
) -> Mapping[tuple[int | None, str], Standing]:
    """The facts as the authors of the wishes saw them."""
    names: dict[int, list[str]] = defaultdict(list)
    for wish in wishes:
        if wish.base_id is not None:
            names[wish.base_id].append(wish.name)
    return {
        (base, name): standing
        for base, named in names.items()
        for name, standing in standing_facts(proposal.program_id, named, base).items()
    }


def _values(
    wish: Wish, before: Standing | None, base: Standing | None, now: Standing | None
) -> Iterator[Field]:
    """Every cell that says something, before or after."""
    old, seen, current = _cells(before), _cells(base), _cells(now)
    kept = {} if wish.action == Action.RETRACT else (old or seen)
    after = {} if wish.action == Action.RETRACT else {**kept, **wish.cells}
    for name in columns_of(wish.kind):
        texts = old.get(name, ""), after.get(name, ""), seen.get(name, ""), current.get(name, "")
        if any(texts):
            yield Field(name, texts[0], texts[1], texts[0] != texts[1], texts[2], texts[3])


def _disputed(
    wish: Wish,
    before: Standing | None,
    base: Standing | None,
    now: Standing | None,
    promised: Cells,
) -> Iterator[Field]:
    """The cells of the contradiction; what the record holds on the field, then, seen and now.

    Of a fact that is only proposed: what is proposed.
    """
    field = wish.cells.get("field", "")
    held, seen, current = (_cells(one).get(field, "") for one in (before, base, now))
    held = held or promised.get(field, "")
    for name in DISPUTE:
        if name == "recorded":
            yield Field(name, held, held, False, seen, current)
        elif text := wish.cells.get(name, ""):
            yield Field(name, "", text, True, "", "")


def _promised(proposal: Proposal, wishes: Sequence[Wish], now: Facts) -> dict[str, Cells]:
    """The cells of facts that are disputed and only proposed so far."""
    disputed = (wish.name for wish in wishes if wish.action == Action.CONTRADICT)
    names = [name for name in dict.fromkeys(disputed) if name not in now]
    found: dict[str, Cells] = {}
    for part in in_parts(names):
        for wish in Wish.objects.promising(proposal.program_id, part):
            found.setdefault(wish.name, wish.cells)
    return found


def _cells(standing: Standing | None) -> Cells:
    return standing.cells if standing else {}


def _in_order(wish: Wish) -> Cells:
    """The wish's own cells in the order of the file: a database need not keep it."""
    columns = DISPUTE if wish.action == Action.CONTRADICT else columns_of(wish.kind)
    return {name: wish.cells[name] for name in columns if name in wish.cells}


def _disputes(facts: Sequence[int]) -> Mapping[int, tuple[Dispute, ...]]:
    """What stands against each fact now, by its id."""
    found: dict[int, tuple[Dispute, ...]] = {}
    for part in in_parts(facts):
        cited = Citation.objects.current().filter(contradicts=True, fact_id__in=part)
        for one in cited.select_related("source").order_by("pk"):
            found[one.fact_id] = (*found.get(one.fact_id, ()), dispute_of(one))
    return found
