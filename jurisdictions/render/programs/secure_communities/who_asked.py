"""A request not to take part, in words: whose it was, when it was made, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow, PlaceRow, SpanRow
from jurisdictions.render.words.fact_days import fact_when
from jurisdictions.status.programs.secure_communities.vocabulary import OptOutStepKind


@dataclass(frozen=True, slots=True)
class Request:
    """The request behind an objection: whether it is the state's and not the place's own.

    `first` is the step with which the objection arose, `again` a later one, where that decides.
    """

    of_state: bool
    first: FactRow | None
    again: FactRow | None

    @classmethod
    def of(cls, span: SpanRow, place: PlaceRow) -> Request:
        """The request among the reasons of a span; of its answers only where it is not there."""
        steps = [fact for fact in span.reasons if fact.kind == "opt_out"]
        asked = [fact for fact in steps if fact.word == OptOutStepKind.REQUESTED]
        behind = asked or steps
        return cls(
            of_state=bool(behind) and behind[0].geoid != place.geoid,
            first=asked[0] if asked else None,
            again=asked[-1] if len(asked) > 1 else None,
        )


def open_request(request: Request) -> str:
    """That it had no answer yet, as a clause: a step that asks made it so."""
    made = _made(request, dated=True)
    if request.of_state:
        return _("the state's request not to take part, %(made)s, had no answer yet") % made
    return _("a request not to take part, %(made)s, had no answer yet") % made


def overruled_request(request: Request) -> str:
    """That it had been made before, as a clause."""
    made = _made(request, dated=True)
    if request.of_state:
        return _("the state's request not to take part had been %(made)s") % made
    return _("a request not to take part had been %(made)s") % made


def decided_request(request: Request, outcome: str, when: str, *, dated: bool = False) -> str:
    """What became of it and when, as a clause; `dated` also says when it was made."""
    said = {**_made(request, dated=dated), "outcome": outcome % {"when": when}}
    if request.of_state:
        if said["made"]:
            return _("the state's request not to take part, %(made)s, %(outcome)s") % said
        return _("the state's request not to take part %(outcome)s") % said
    if said["made"]:
        return _("the request not to take part, %(made)s, %(outcome)s") % said
    return _("the request not to take part %(outcome)s") % said


def _made(request: Request, *, dated: bool) -> dict[str, str]:
    """When and by whom it was made: "made on May 4, 2011 by Governor Pat Quinn"; else ""."""
    first, again = request.first, request.again
    if first is None:
        return {"made": ""}
    said = {"when": fact_when(first) if dated else "", "by": first.by}
    told = ""
    if said["when"] and first.by:
        told = _("made %(when)s by %(by)s") % said
    elif said["when"]:
        told = _("made %(when)s") % said
    elif first.by:
        told = _("made by %(by)s") % said
    if told and dated and again:
        told = _("%(made)s and again %(when)s") % {"made": told, "when": fact_when(again)}
    return {"made": told}
