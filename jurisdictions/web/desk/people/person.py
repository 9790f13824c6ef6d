"""/desk/people/<id>/: one person's roles, given and ended; shut out and let in again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as noop
from django.views.decorators.http import require_http_methods

from jurisdictions.read.keeping.people import PersonDetail, person_detail
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, NotAllowed, covers, may
from jurisdictions.record.people.roles import LastAdministrator, end_role, give_role
from jurisdictions.record.people.suspending import (
    remove_second_factors,
    resume_person,
    suspend_person,
)
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.people.forms import RoleForm
from jurisdictions.web.desk.people.view import DOOR, administered

DONE = {
    "give": noop("The role was given."),
    "end": noop("The role was ended."),
    "suspend": noop("Suspended, and signed out everywhere."),
    "resume": noop("Let in again."),
    "remove-factors": noop("The second factors were removed; new ones must be set up."),
}
BAD = 400


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page()
def person(request: HttpRequest, actor: Actor, person: int) -> HttpResponse:
    """The person. POST does one of DONE."""
    found = person_detail(person, get_language() or "en")
    regions = administered(actor)
    if found is None:
        raise Http404
    if not any(covers(own, role.geoid) for own in regions for role in found.row.held) and (
        NATION not in regions
    ):
        raise NotAllowed(DOOR, NATION)
    if request.method != "POST":
        return _page(request, actor, found, RoleForm())
    act = request.POST.get("act", "")
    if act == "give":
        return _give(request, actor, found)
    return _act(request, actor, found, act)


def _give(request: HttpRequest, actor: Actor, found: PersonDetail) -> HttpResponse:
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _page(request, actor, found, form, status=BAD)
    told = form.cleaned_data
    try:
        give_role(
            person=found.row.person_id,
            role=told["role"],
            geoid=told["region"],
            by=actor,
            at=now(),
        )
    except Refused as refused:
        # The region and the role were looked at above: what is left concerns the person.
        said = "; ".join(fault.reason for fault in refused.faults)
        return _page(request, actor, found, form, fault=("give", said), status=BAD)
    return _done(request, found, "give")


def _act(request: HttpRequest, actor: Actor, found: PersonDetail, act: str) -> HttpResponse:
    deed: Callable[..., None]
    about: dict[str, Any]
    match act:
        case "end":
            held = {str(role.role_id): role.role_id for role in found.row.held}
            if (role := held.get(request.POST.get("role", ""))) is None:
                return _done(request, found, "end")
            deed, about = end_role, {"role": role}
        case "suspend" | "resume" | "remove-factors":
            deeds = {
                "suspend": suspend_person,
                "resume": resume_person,
                "remove-factors": remove_second_factors,
            }
            reason = request.POST.get("reason", "")
            deed, about = deeds[act], {"person": found.row.person_id, "reason": reason}
        case _:
            raise Http404
    try:
        deed(**about, by=actor, at=now())
    except Refused as refused:
        fault = "; ".join(fault.reason for fault in refused.faults)
        return _page(request, actor, found, RoleForm(), fault=(act, fault), status=BAD)
    except LastAdministrator:
        fault = gettext(
            "This is the last administrator: make somebody else one first, or nobody could invite "
            "people any more."
        )
        return _page(request, actor, found, RoleForm(), fault=(act, fault), status=BAD)
    return _done(request, found, act)


def _done(request: HttpRequest, found: PersonDetail, act: str) -> HttpResponse:
    messages.success(request, gettext(DONE[act]))
    return redirect("person", person=found.row.person_id)


def _page(
    request: HttpRequest,
    actor: Actor,
    found: PersonDetail,
    form: RoleForm,
    *,
    fault: tuple[str, str] = ("", ""),
    status: int = 200,
) -> HttpResponse:
    """The page; `fault` is the act that was refused and why."""
    row = found.row
    own = row.person_id == actor.person_id
    keeps = all(may(actor, DOOR, role.geoid) for role in row.held)
    context = {
        "found": found,
        "person": row,
        "form": form,
        "endable": {role.role_id for role in row.held if may(actor, DOOR, role.geoid)},
        "is_own": own,
        "may_shut_out": keeps and not own and row.left_at is None,
        "refused_act": fault[0],
        "fault": fault[1],
        "reason": request.POST.get("reason", ""),
    }
    return render_desk(request, actor, "desk/people/person.html", context, status=status)
