"""Send an invitation's link, and keep it for one look: nobody can read it anywhere afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext

from jurisdictions.record.jobs.account_mails import AccountMail, ask_account_mail
from jurisdictions.record.people.invitations import Invited
from jurisdictions.render.mails.letters import invitation_mail
from jurisdictions.web.site.addresses import absolute

KEPT = "invitation_link"


def send_invitation(request: HttpRequest, invited: Invited) -> None:
    """Mail the link, and show it once on the next page of people."""
    with translation.override(invited.language):
        path = reverse("invitation", kwargs={"secret": invited.secret})
    link = absolute(request, path)
    request.session[KEPT] = {"email": invited.email, "link": link}
    mail = invitation_mail(link, invited)
    ask_account_mail(AccountMail(invited.email, mail.subject, mail.body), at=now())
    messages.success(
        request, gettext("The invitation is on its way. Should it not arrive, hand the link over.")
    )


def link_just_made(request: HttpRequest) -> dict[str, str] | None:
    """The address and the link of the invitation just made; the next look finds none."""
    kept: dict[str, str] | None = request.session.pop(KEPT, None)
    return kept
