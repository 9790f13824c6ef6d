"""/.well-known/security.txt: whom to tell of a weakness (RFC 9116), as far as the operator said."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

GOOD_FOR = timedelta(days=90)
"""The file is made when it is asked for; who keeps a copy asks again after so long."""
NOBODY = (
    "The operator of this copy of the tracker has named no contact (OPERATOR_EMAIL), so there is "
    "no security.txt.\n"
)
PLAIN = "text/plain; charset=utf-8"


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    """The file; 404 with the reason where there is nobody to be told."""
    del request
    email = settings.OPERATOR["email"]
    if not email:
        return HttpResponse(NOBODY, status=404, content_type=PLAIN)
    return HttpResponse(written(email, settings.SITE_URL, now()), content_type=PLAIN)


def written(email: str, site: str, moment: datetime) -> str:
    """The lines of the file; `site` is the public address, "" where nobody said."""
    until = (moment + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    languages = ", ".join(code for code, _name in settings.LANGUAGES)
    lines = [
        f"Contact: mailto:{email}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {languages}",
    ]
    if site.startswith("https://"):
        # RFC 9116 asks for https: another address is left out.
        lines.append(f"Canonical: {site}{reverse('security-txt')}")
    return "\n".join(lines) + "\n"
