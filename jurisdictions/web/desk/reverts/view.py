"""/desk/changes/<id>/revert/ and /desk/facts/<name>/revert/: look at it first, then revert."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.keeping.histories import fact_history
from jurisdictions.read.keeping.history_rows import FactHistory
from jurisdictions.read.keeping.record_changes import RecordChange, latest_change, record_changes
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.record.changing.wishes import CORRECT, RECORD, RETRACT, WishDraft
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.preview import Effect
from jurisdictions.record.proposing.revert_jobs import AT_ONCE, look_at_revert
from jurisdictions.record.proposing.revert_preview import (
    changes_since,
    preview_revert_change,
    preview_revert_fact,
)
from jurisdictions.record.proposing.reverts import Reverted, revert_change, revert_fact
from jurisdictions.web.desk.forms.tasks import edition_of, told_moment
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.preview.effect import effect_context
from jurisdictions.web.desk.preview.wishes import WishTold, told_wish
from jurisdictions.web.desk.proposals.context import titles_of
from jurisdictions.web.desk.reverts.large import large_revert, order_of
from jurisdictions.web.desk.suggest.ends import after_at

LARGEST, SHOWN = 2**63, 30


@dataclass(frozen=True, slots=True)
class Undoing:
    """What is to be undone: how it is called, what it would do, and doing it."""

    heading: str
    told: str
    look: Callable[[], Effect]
    act: Callable[[str], Reverted]
    until: int
    with_later: bool = False


@desk_page()
def change(request: HttpRequest, actor: Actor, change: int) -> HttpResponse:
    """Undo a whole change."""
    as_of = edition_of()
    found = record_changes([change]).get(change) if change < LARGEST else None
    if found is None:
        raise Http404
    slug = as_of.program.slug
    seen = whole_number(request.GET.get("seen", ""), None)
    if large := _large(request, actor, slug, found, seen):
        return large
    undoing = Undoing(
        _("Revert a change"),
        told_moment(found),
        look=lambda: preview_revert_change(
            program=slug, change=change, by=actor, at=now(), seen=seen
        ),
        act=lambda reason: revert_change(
            program=slug, change=change, reason=reason, by=actor, at=now(), seen=seen
        ),
        until=change - 1,
        with_later=seen is not None,
    )
    return _page(request, actor, as_of, undoing)


def _large(
    request: HttpRequest, actor: Actor, program: str, found: RecordChange, seen: int | None
) -> HttpResponse | None:
    """The page of a change of thousands of facts, if nothing stands against reverting it."""
    change = found.change_id
    try:
        facts = look_at_revert(program=program, change=change, by=actor, seen=seen)
    except (Conflict, Refused):
        return None  # told as for any other
    if facts <= AT_ONCE:
        return None
    order = order_of(program, change, seen, request, actor)
    return large_revert(request, actor, order, told_moment(found), facts)


@desk_page()
def fact(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """Let a fact stand as it did once a change was made."""
    as_of = edition_of()
    slug, said = as_of.program.slug, request.GET.get("to", "")
    history = fact_history(name, slug)
    until = whole_number(said, None)
    if history is None or until is None:
        raise Http404
    undoing = Undoing(
        _("Let a fact stand as it did before"),
        told_moment(history.versions[0].change),
        look=lambda: preview_revert_fact(
            program=slug, name=name, to_change=until, by=actor, at=now()
        ),
        act=lambda reason: revert_fact(
            program=slug, name=name, to_change=until, reason=reason, by=actor, at=now()
        ),
        until=until,
    )
    return _page(request, actor, as_of, undoing)


def _page(request: HttpRequest, actor: Actor, as_of: AsOf, undoing: Undoing) -> HttpResponse:
    """GET: what would stand again. POST: revert, unless something stands against it."""
    wrong = ""
    # Read before the facts are: what changes in between then counts as unseen.
    query = {**request.GET.dict(), "seen": str(latest_change())}
    try:
        if request.method == "POST":
            done = undoing.act(request.POST.get("reason", ""))
            told = _("Reverted, and published as edition %(number)d.") % {"number": done.edition}
            messages.success(request, told)
            return HttpResponseRedirect(_after(done, actor, as_of), status=303)
    except Refused as refused:
        wrong = " ".join(fault.reason for fault in refused.faults if fault.column == "reason")
    except Conflict:
        pass  # told below, as it is before anybody tries
    try:
        effect = undoing.look()
    except Conflict:
        told = _("Some of its facts were changed since.")
        later = _later(undoing, as_of)
        return _cannot(request, actor, undoing, told, later=later, with_them=f"?{urlencode(query)}")
    if effect.faults:
        told = _("It cannot be reverted: others rest on what it recorded.")
        reasons = [fault.sentence for fault in effect.faults]
        return _cannot(request, actor, undoing, told, reasons=reasons)
    names = [name for name, _outcome in effect.outcomes]
    context = {
        "undoing": undoing,
        "wishes": list(_told(names[:SHOWN], undoing.until, as_of)),
        "more": max(0, len(names) - SHOWN),
        "later": _later(undoing, as_of) if undoing.with_later else [],
        "wrong": wrong,
        "typed": request.POST.get("reason", ""),
        **effect_context(effect, as_of),
    }
    return render_desk(request, actor, "desk/reverts/page.html", context)


def _cannot(
    request: HttpRequest,
    actor: Actor,
    undoing: Undoing,
    told: str,
    *,
    later: Sequence[str] = (),
    with_them: str = "",
    reasons: Sequence[str] = (),
) -> HttpResponse:
    """Why it cannot be done: what was done to its facts since, or what rests on the facts."""
    context = {
        "undoing": undoing,
        "cannot": told,
        "later": later,
        "with_them": with_them,
        "reasons": reasons,
    }
    return render_desk(request, actor, "desk/reverts/page.html", context)


def _later(undoing: Undoing, as_of: AsOf) -> list[str]:
    """What was done to its facts since, the latest first."""
    numbers = changes_since(program=as_of.program.slug, change=undoing.until + 1)
    found = record_changes(numbers[:SHOWN])
    told = [told_moment(found[number]) for number in numbers[:SHOWN]]
    more = len(numbers) - len(told)
    if more:
        said = ngettext("And %(count)d more change.", "And %(count)d more changes.", more)
        told.append(said % {"count": more})
    return told


def _told(names: Sequence[str], until: int, as_of: AsOf) -> Iterator[WishTold]:
    """Each fact, as it stands and as it would stand again; of several also whose it is."""
    known = places_of(as_of) if len(names) > 1 else {}
    for name in names:
        history = fact_history(name, as_of.program.slug)
        if history is None:
            continue
        now_cells, then = history.versions[0].cells, _cells_after(history, until)
        action = RECORD if not now_cells else CORRECT if then else RETRACT
        wish = WishDraft(action, history.kind, name, then)
        told = told_wish(wish, now_cells, titles_of(history.sources))
        place = known.get(history.geoid)
        yield replace(told, place=place.label if place else "")


def _cells_after(history: FactHistory, until: int) -> dict[str, str]:
    for version in history.versions:
        if version.change.change_id <= until:
            return dict(version.cells)
    return {}


def _after(done: Reverted, actor: Actor, as_of: AsOf) -> str:
    """The facts of the place, where the desk tells that it is done."""
    history = fact_history(done.facts[0], as_of.program.slug)
    return after_at(history.geoid if history else "", actor)
