"""/mail/stop/<token>/: the link under every mail that stops mail, without signing in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from jurisdictions.record.people.mail_stops import person_of, stop_mail
from jurisdictions.web.account.page import render_account


# Mail programs press the button for their reader (RFC 8058); the signed link is the authority.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def mail_stop(request: HttpRequest, token: str) -> HttpResponse:
    """A button. POST stops the mail of the link's person."""
    if person_of(token) is None:
        raise Http404
    done = request.method == "POST" and stop_mail(token=token)
    return render_account(request, "account/mail_stop.html", {"done": done})
