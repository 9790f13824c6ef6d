"""What stands around every picture that is shown elsewhere: where it is from, of which day."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import LICENCE
from jurisdictions.web.map.pressed import scheme_asked
from jurisdictions.web.site.addresses import absolute


def embed_frame(request: HttpRequest, as_of: AsOf | None, full: str) -> dict[str, object]:
    """The context that templates/embeds/base.html reads; `full` is the path of the whole page."""
    href = absolute(request, full)
    return {
        "as_of": as_of,
        "full": href,
        "host": urlsplit(href).netloc,
        "scheme": shown_scheme(request.GET) if as_of else "",
        "licence": LICENCE,
    }


def shown_scheme(query: QueryDict) -> str:
    """The scheme that is asked for; "" for the reader's own; raise BadAsk for none that is."""
    return scheme_asked(query) if query.get("scheme", "").strip() else ""
