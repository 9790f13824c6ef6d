"""Addresses of pages: which two lead to the same, which is of a copy in the Internet Archive."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/(?P<moment>\d{4,14})(?:[a-z]{2}_)?/(?P<page>https?:/{1,2}.+)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmpid|_ga|__twitter_impression",
    re.IGNORECASE,
)
"""What a link carries of who passed it on; the page is the same without."""


def address_key(url: str) -> str:
    """What two addresses of one page have in common; "" for none.

    Without scheme, `www.`, the archive before it, a slash or an anchor at its end, and marks by
    which clicks are counted.
    """
    page = archived_page(url.strip()) or url.strip()
    if "://" not in page:
        return ""
    try:
        parts = urlsplit(page)
        host, port = (parts.hostname or "").casefold().removeprefix("www."), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    at = f":{port}" if port and port not in (80, 443) else ""
    kept = [pair for pair in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(pair[0])]
    asked = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{host}{at}{parts.path.rstrip('/')}{asked}".casefold()


def same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to the same page."""
    return bool(address_key(one)) and address_key(one) == address_key(other)


def archived_page(url: str) -> str:
    """The address of which an address of the Internet Archive is a copy; "" for any other."""
    found = _ARCHIVED.fullmatch(url)
    return re.sub(r"^(https?):/{1,2}", r"\1://", found["page"]) if found else ""
