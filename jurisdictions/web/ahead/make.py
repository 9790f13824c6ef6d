"""Makes answers ahead, until all are made or what stands is another."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.utils.timezone import localdate

from jurisdictions.read.asking import ask_each
from jurisdictions.web.ahead.asking import answer_to
from jurisdictions.web.ahead.wanted import wanted
from jurisdictions.web.site.kept.middleware import watch
from jurisdictions.web.site.kept.question import PACKED_AHEAD

CODINGS = ("br, gzip", "gzip", "")
"""What is asked for by each of them, where a view packs its answers itself."""
BEST = CODINGS[0]
"""What browsers take. For who takes less, what is kept in that form is packed anew."""
STILL_MADE = 503
TRIES = 10
"""How often something is asked for that is still being made: as long as it may take at most."""
log = logging.getLogger(__name__)


def make_ahead() -> int:
    """Ask for everything, the most wanted first; how many answers there are.

    Ends early when what stands is another than at the beginning: that will be asked for anew.
    """
    known = watch().known()
    programs = list(ask_each(today=localdate()))
    word, made = known.newest.word if known else "", 0
    application = get_wsgi_application()
    for path in _each_once(wanted(programs, lambda path: answer_to(application, path, BEST)[1])):
        now = watch().known()
        if watch().away or now is None or now.newest.word != word:
            break
        # What a view packs itself, as best it can, is kept in each form.
        for coding in CODINGS if path.startswith(PACKED_AHEAD) else (BEST,):
            status = _asked(application, path, coding)
            made += status == 200
            if status >= 500:
                log.warning("%s could not be made ahead: %s", path, status)
    return made


def _asked(application: Callable[..., Any], path: str, coding: str) -> int:
    """The status of the answer; what is being typeset is asked for until it is made."""
    for _again in range(TRIES):
        status, _body = answer_to(application, path, coding)
        if status != STILL_MADE or not path.partition("?")[0].endswith(".pdf"):
            break
    return status


def _each_once(paths: Iterator[str]) -> Iterator[str]:
    met: set[str] = set()
    for path in paths:
        if path not in met:
            met.add(path)
            yield path
