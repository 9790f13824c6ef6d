"""What readers send is cleaned before a page looks at it: addresses always, forms at their door."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container

from django.http import HttpRequest, HttpResponse, QueryDict

from jurisdictions.record.cleaning import clean, taken_text

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ONLY_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+")
_UNSHOWN = "\ufffd"


class CleanAddressMiddleware:
    """Cleans the parameters of an address; nothing lies at a path that holds controls.

    Each is written as the sign for what cannot be shown, so that pages and the API say in their own
    way that there is nothing, and no database is asked for a NUL. Of the API's parameters one that
    holds nothing else is written so too: it was given, and is no value.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _CONTROL.search(request.path_info):
            request.path_info = _CONTROL.sub(_UNSHOWN, request.path_info)
        # What is not plain is percent-encoded: most addresses are told by one look.
        if "%" in request.META.get("QUERY_STRING", ""):
            kept = _marked(request.GET) if request.path_info.startswith("/api/") else request.GET
            request.GET = cleaned(kept, Counter())  # type: ignore[assignment] # immutable
        return self.get_response(request)


def _marked(sent: QueryDict) -> QueryDict:
    """The same parameters; the sign for what cannot be shown where a value is controls alone."""
    found = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        found.setlist(name, [_UNSHOWN if _ONLY_CONTROL.fullmatch(one) else one for one in values])
    return found


def clean_sent(request: HttpRequest, but: Container[str] = ()) -> list[str]:
    """Clean what a form sent, but for fields such as passwords; answers what was done, in words."""
    taken: Counter[str] = Counter()
    request.POST = cleaned(request.POST, taken, but)  # type: ignore[assignment] # immutable too
    return taken_text(taken)


def cleaned(sent: QueryDict, taken: Counter[str], but: Container[str] = ()) -> QueryDict:
    """The same fields with clean texts, immutable; `taken` counts what went."""
    found = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        kept = values if name in but else [clean(str(value), taken) for value in values]
        found.setlist(name, kept)
    found._mutable = False  # noqa: SLF001 - Django has no other way to seal one
    return found
