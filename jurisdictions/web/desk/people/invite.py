"""/desk/people/invite/ and what is done with invitations: sent again, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from jurisdictions.read.keeping.invitations import invitation_row
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.invitations import invite as offer
from jurisdictions.record.people.invitations import renew_invitation, withdraw_invitation
from jurisdictions.record.people.permissions import Actor
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.people.forms import InviteForm
from jurisdictions.web.desk.people.inviting import send_invitation
from jurisdictions.web.desk.people.view import administered
from jurisdictions.web.site.forms import tell_faults


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page()
def invite(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form. POST invites."""
    administered(actor)
    language = get_language() or "en"
    said = request.POST if request.method == "POST" else None
    form = InviteForm(said, initial={"language": language, "role": "contributor"})
    if form.is_valid():
        told = form.cleaned_data
        try:
            invited = offer(
                email=told["email"],
                roles=[(told["role"], told["region"])],
                language=told["language"],
                by=actor,
                at=now(),
            )
        except Refused as refused:
            tell_faults(form, refused)
        else:
            send_invitation(request, invited)
            return redirect("people")
    return render_desk(request, actor, "desk/people/invite.html", {"form": form})


@require_POST
@desk_page()
def invitation_act(request: HttpRequest, actor: Actor, invitation: int) -> HttpResponse:
    """Send it again with another link, or take it back."""
    administered(actor)
    if invitation_row(invitation, at=now(), language="en") is None:
        raise Http404
    match request.POST.get("act"):
        case "renew":
            try:
                send_invitation(
                    request, renew_invitation(invitation=invitation, by=actor, at=now())
                )
            except Refused as refused:
                messages.error(request, "; ".join(fault.reason for fault in refused.faults))
        case "withdraw":
            withdraw_invitation(invitation=invitation, by=actor, at=now())
            messages.success(request, gettext("The invitation was taken back."))
        case _:
            raise Http404
    return redirect("people")
