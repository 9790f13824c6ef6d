"""What a form says that is there already: told before it is sent, with the way to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.proposing.recognising import Recognized, recognized
from jurisdictions.render.words.cell_texts import column_text
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.status.kinds import FactKind
from jurisdictions.web.site.addresses import address


@dataclass(frozen=True, slots=True)
class ThereAlready:
    """What a wish would say again, in a sentence, and where it is said."""

    what: str
    told: str
    href: str
    link: str


def recognized_context(
    program: str, wishes: Sequence[WishDraft], proposal: int
) -> Mapping[str, object]:
    """What desk/preview/page.html reads: what is there already, and whether nothing else is."""
    found = recognized(program, wishes, proposal)
    return {
        "there": [_told(one, wishes[one.position]) for one in found],
        "nothing_new": _is_nothing_new(found, wishes),
    }


def refuse_nothing_new(program: str, wishes: Sequence[WishDraft], proposal: int = 0) -> None:
    """Raise Refused where all that is wished is there already, word for word and source."""
    found = recognized(program, wishes, proposal)
    if _is_nothing_new(found, wishes):
        one = _told(found[0], wishes[found[0].position])
        raise Refused([Fault("", 0, "", "", f"{one.what}: {one.told}")])


def _is_nothing_new(found: Sequence[Recognized], wishes: Sequence[WishDraft]) -> bool:
    known = {one.position for one in found if one.is_nothing_new}
    asked = {at for at, wish in enumerate(wishes) if wish.kind != FactKind.SOURCE or wish.name}
    return bool(asked) and asked <= known


def _told(one: Recognized, wish: WishDraft) -> ThereAlready:
    where = (
        address("proposal", {}, proposal=one.proposal)
        if one.proposal
        else address("fact-history", {}, name=one.name)
    )
    link = (
        _("Proposal %(number)d") % {"number": one.proposal} if one.proposal else _("See the fact")
    )
    what = fact_title(one.kind, wish.cells) if not wish.name else column_text("fact")
    return ThereAlready(what, _sentence(one), where, link)


def _sentence(one: Recognized) -> str:
    if one.differs:
        columns = ", ".join(column_text(name) for name in one.differs)
        said = (
            _("an open proposal says something like it, and differs in: %(columns)s.")
            if one.proposal
            else _("the record has something like it, and differs in: %(columns)s.")
        )
        return said % {"columns": columns}
    if not one.same_source:
        if one.proposal:
            return _("an open proposal says the same, from another source.")
        return _("the record says the same, from another source.")
    if one.proposal:
        return _("an open proposal says the same.")
    return _("the record says the same.")
