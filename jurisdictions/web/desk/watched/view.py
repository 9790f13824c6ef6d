"""/desk/watched/: addresses of sources that the worker looks at, and what came from them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurisdictions.read.keeping.watched import WatchRow, looks_at, watch_of, watched
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.faults import Refused
from jurisdictions.record.lists import programs_with_lists
from jurisdictions.record.people.permissions import EDITOR, Actor, NotAllowed, demand
from jurisdictions.record.watching.comparing import compared_look, copy_to_open
from jurisdictions.record.watching.tending import (
    DOOR,
    begin_watch,
    look_now,
    resume_watch,
    stop_watch,
    take_list,
)
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.watched.context import (
    choices,
    looks_told,
    outcome_text,
    told,
    watching_is_on,
)
from jurisdictions.web.site.addresses import address

BAD = 400
DAILY = 24
BIGGEST = 2**63


@desk_page()
def watched_sources(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: all that is watched, and a form for more. POST: watch an address."""
    _demand_somewhere(actor)
    if request.method != "POST":
        return _list(request, actor)
    try:
        made = begin_watch(
            program=spoken_for(),
            address=request.POST.get("address", ""),
            kind=request.POST.get("kind", "page"),
            hours=_hours(request),
            title=request.POST.get("title", ""),
            by=actor,
            at=now(),
        )
    except Refused as wrong:
        return _list(request, actor, [(fault.column, fault.reason) for fault in wrong.faults])
    return HttpResponseRedirect(address("watched-source", {}, watch=made), status=303)


def _demand_somewhere(actor: Actor) -> None:
    """Raise NotAllowed for who edits nowhere."""
    if not actor.regions(EDITOR):
        raise NotAllowed(DOOR, NATION)


def _hours(request: HttpRequest) -> int:
    written = request.POST.get("hours", str(DAILY))
    return int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 0


def _list(
    request: HttpRequest, actor: Actor, faults: list[tuple[str, str]] | None = None
) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    context = {
        "watched": [told(row, actor) for row in watched(spoken_for())],
        "on": watching_is_on(),
        "faults": faults or [],
        "fields": [name for name, _reason in faults or []],
        "written": {name: asked.get(name, "") for name in ("address", "title", "kind")},
        "choices": list(choices(_hours(request) if faults else DAILY)),
        "reads_lists": spoken_for() in programs_with_lists(),
    }
    return render_desk(request, actor, "desk/watched/page.html", context, BAD if faults else 200)


@desk_page()
def watched_source(request: HttpRequest, actor: Actor, watch: int) -> HttpResponse:
    """GET: one address, and what came from it. POST: look now, stop, go on, take a list."""
    row = _row(actor, watch)
    if request.method != "POST":
        return _watch(request, actor, row)
    try:
        return HttpResponseRedirect(_act(request, actor, row), status=303)
    except Refused as wrong:
        return _watch(request, actor, row, [(f.column, f.sentence) for f in wrong.faults])


def _row(actor: Actor, watch: int) -> WatchRow:
    _demand_somewhere(actor)
    row = watch_of(spoken_for(), watch) if watch < BIGGEST else None
    if row is None:
        raise Http404
    return row


def _act(request: HttpRequest, actor: Actor, row: WatchRow) -> str:
    """Do what was asked; answers where to go. Who may not is told before anything is locked."""
    demand(actor, DOOR, row.geoid)
    watch, here = row.watch_id, address("watched-source", {}, watch=row.watch_id)
    match request.POST.get("act"):
        case "look":
            look_now(watch=watch, by=actor, at=now())
            messages.success(request, _("It is looked at now: come back in a minute."))
        case "stop":
            stop_watch(watch=watch, by=actor)
        case "resume":
            resume_watch(watch=watch, hours=_hours(request), by=actor, at=now())
        case "take":
            look = request.POST.get("look", "")
            number = int(look) if look.isascii() and look.isdigit() and len(look) < 18 else 0
            upload = take_list(watch=watch, look=number, by=actor)
            return address("desk-list", {}, upload=upload)
        case _:
            raise Http404
    return here


def _watch(
    request: HttpRequest,
    actor: Actor,
    row: WatchRow,
    faults: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    looks = looks_at(row.watch_id)
    context = {
        "one": told(row, actor),
        "on": watching_is_on(),
        "looks": looks_told(looks),
        "choices": list(choices(row.hours)),
        "faults": faults or [],
    }
    return render_desk(request, actor, "desk/watched/watch.html", context, BAD if faults else 200)


@desk_page()
def watched_look(request: HttpRequest, actor: Actor, watch: int, look: int) -> HttpResponse:
    """What came with one look: the changed passages, old beside new."""
    row = _row(actor, watch)
    found = next((one for one in looks_at(watch) if one.look_id == look), None)
    if found is None:
        raise Http404
    context = {
        "one": told(row, actor),
        "look": found,
        "outcome": outcome_text(found.outcome),
        "compared": compared_look(watch, look),
    }
    return render_desk(request, actor, "desk/watched/look.html", context)


@require_safe
@desk_page()
def watched_copy(request: HttpRequest, actor: Actor, watch: int, look: int) -> HttpResponse:
    """The copy that came with a look, as it came: a download that no browser opens as a page."""
    del request
    _row(actor, watch)
    found = copy_to_open(watch, look) if look < BIGGEST else None
    if found is None:
        raise Http404
    name, content = found
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
