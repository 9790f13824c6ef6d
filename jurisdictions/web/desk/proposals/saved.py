"""/desk/proposals/views/: keep a view of the queue under a name, share it, delete it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor, NotAllowed
from jurisdictions.record.views import delete_view, save_view
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.frame.page import desk_page
from jurisdictions.web.desk.proposals.asked import view_of


@desk_page()
def views(request: HttpRequest, actor: Actor) -> HttpResponse:
    """POST: save the view that one looks at, or delete one of one's own; back to the queue."""
    if not actor.regions(CONTRIBUTOR):
        region = min((region for _role, region in actor.roles), default=NATION)
        raise NotAllowed("proposals.read", region)
    asked = view_of(request.POST.get("in", ""), actor)
    if request.method == "POST":
        _act(request, actor, asked.query)
    return HttpResponseRedirect(asked.href(), status=303)


def _act(request: HttpRequest, actor: Actor, query: str) -> None:
    if request.POST.get("do") == "delete":
        delete_view(view=whole_number(request.POST.get("view", ""), 0), by=actor)
        messages.success(request, _("The view is deleted."))
        return
    name, shared = request.POST.get("name", ""), "shared" in request.POST
    try:
        save_view(name=name, query=query, shared=shared, by=actor)
        messages.success(request, _("The view is saved."))
    except Refused as refused:
        messages.error(request, " ".join(fault.sentence for fault in refused.faults))
