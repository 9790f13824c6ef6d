"""/desk/people/: who keeps the record in the administrator's regions, and who is invited."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from jurisdictions.read.keeping.followers import followers
from jurisdictions.read.keeping.invitations import invitations
from jurisdictions.read.keeping.people import people_rows
from jurisdictions.record.people.permissions import ADMINISTRATOR, Actor, NotAllowed
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.people.inviting import link_just_made

DOOR = "people.administer"


def administered(actor: Actor) -> frozenset[str]:
    """The regions whose people the actor keeps; raises NotAllowed when there is none."""
    regions = actor.regions(ADMINISTRATOR)
    if not regions:
        raise NotAllowed(DOOR, NATION)
    return regions


@require_safe
@desk_page()
def people(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The people and the open invitations."""
    regions, language = administered(actor), get_language() or "en"
    context = {
        "people": people_rows(regions, language),
        "invitations": invitations(regions, at=now(), language=language),
        "just_made": link_just_made(request),
        "followers": followers(),
    }
    return render_desk(request, actor, "desk/people/page.html", context)
