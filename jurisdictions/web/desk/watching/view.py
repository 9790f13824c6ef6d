"""/desk/watching/: what one watches; begins to watch what a link names, and stops."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.interests import interest_offered, interests_of
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.interests import can_watch, stop_watching, watch_it
from jurisdictions.record.people.permissions import Actor
from jurisdictions.web.desk.frame.page import desk_page, render_desk


@desk_page()
def watching(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET lists it, and offers what `sort` and `key` name. POST begins or stops."""
    program, language = spoken_for(), get_language() or "en"
    if request.method == "POST":
        _carry_out(request, actor, program)
        return redirect("watching")
    sort, key = request.GET.get("sort", ""), request.GET.get("key", "")
    watched = interests_of(actor.person_id, program, language)
    offered = None
    if can_watch(program, sort, key, actor):
        offered = interest_offered(program, sort, key, language)
    context = {
        "watched": watched,
        "offered": offered,
        "is_watched": (sort, key) in {(one.sort, one.key) for one in watched},
    }
    return render_desk(request, actor, "desk/watching/page.html", context)


def _carry_out(request: HttpRequest, actor: Actor, program: str) -> None:
    given = request.POST
    if given.get("do") == "stop":
        chosen = given.get("interest", "")
        stop_watching(interest=int(chosen) if chosen.isdecimal() else 0, by=actor)
        messages.success(request, _("You watch it no longer."))
        return
    try:
        watch_it(program=program, sort=given.get("sort", ""), key=given.get("key", ""), by=actor)
    except Refused as refused:
        messages.error(request, " ".join(fault.sentence for fault in refused.faults))
    else:
        messages.success(request, _("You watch it: you get an e-mail when something changes."))
