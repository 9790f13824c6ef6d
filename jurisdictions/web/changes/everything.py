"""What feeds and calendars share: all that there is to follow, and whose names they bear."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.timezone import localdate
from django.utils.translation import get_language

from jurisdictions.read.asking import ask_each
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf
from jurisdictions.web.changes.followed import Followed, followed
from jurisdictions.web.site.addresses import absolute


def of_each() -> Iterator[tuple[AsOf, Followed]]:
    """Each program with all that is to be followed of it; addresses are made for that program."""
    for as_of in ask_each(language=get_language() or "en", today=localdate()):
        with in_program(as_of.program.slug):
            yield as_of, followed(as_of, QueryDict())


def host_of(request: HttpRequest) -> str:
    """The host under whose name things are called for ever."""
    return urlsplit(absolute(request, "/")).hostname or "localhost"
