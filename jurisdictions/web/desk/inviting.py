"""Send an invitation's link, and keep it for one look: nobody can read it anywhere afterwards."""

from __future__ import annotations

import logging

from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from jurisdictions.record.people.invitations import Invited
from jurisdictions.render.mails import invitation_mail
from jurisdictions.web.addresses import absolute

KEPT = "invitation_link"
logger = logging.getLogger(__name__)


def send_invitation(request: HttpRequest, invited: Invited) -> None:
    """Mail the link, and show it once on the next page of people."""
    with translation.override(invited.language):
        path = reverse("invitation", kwargs={"secret": invited.secret})
    link = absolute(request, path)
    request.session[KEPT] = {"email": invited.email, "link": link}
    mail = invitation_mail(link, invited)
    try:
        EmailMessage(mail.subject, mail.body, to=[invited.email]).send()
    except OSError:  # of which smtplib's errors are a kind
        logger.exception("An invitation could not be sent")
        messages.error(request, gettext("The e-mail could not be sent: hand the link over."))
    else:
        messages.success(request, gettext("The invitation was sent."))


def link_just_made(request: HttpRequest) -> dict[str, str] | None:
    """The address and the link of the invitation just made; the next look finds none."""
    kept: dict[str, str] | None = request.session.pop(KEPT, None)
    return kept
