"""Serves what is published from kept bytes, before sessions and the database are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import cast

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string

from jurisdictions.operating.metrics.counting import BEFORE, HIT, MISS, count_kept
from jurisdictions.read.newest import newest
from jurisdictions.shelf.marked import is_marked
from jurisdictions.shelf.nudge import nudge
from jurisdictions.shelf.shelf import Shelf
from jurisdictions.web.site.compression import codings
from jurisdictions.web.site.kept.answers import KeptAnswer, answer_of, find_answer, put_answer
from jurisdictions.web.site.kept.away import away_answer
from jurisdictions.web.site.kept.meanwhile import AtWork, names_before
from jurisdictions.web.site.kept.question import Question, question_of
from jurisdictions.web.site.kept.watch import Known, Watch

READING = ("GET", "HEAD")
WRITING = ("POST", "PUT", "PATCH", "DELETE")
WORTH_KEEPING = (200, 301)
FAILED = 500
WORDS_WHILE_AWAY = 3
"""Earlier words whose answers serve when the database is away and there is nothing newer."""
ALWAYS = frozenset({"/healthz", "/metrics"})
"""Addresses that tell how the tracker is, also when its database is away."""
LARGEST = 32_000_000
"""Bytes of an answer that is gathered to be kept while it is being sent."""
Next = Callable[[HttpRequest], HttpResponseBase]
Counter = Callable[[HttpRequest, HttpResponseBase], bool]


def answers_folder() -> Path:
    """Where answers are kept, and the sign that something was written."""
    return Path(settings.DATA_DIR) / "answers"


@cache
def watch() -> Watch:
    """The watch of what is newest: one for each process."""
    folder = answers_folder()
    return Watch(newest, folder.with_name("newest"), folder)


@cache
def _counters() -> tuple[tuple[str, Counter], ...]:
    """Beginnings of addresses whose answers are counted, and what counts them."""
    told: dict[str, str] = settings.COUNTED_ANSWERS
    return tuple((path, import_string(name)) for path, name in told.items())


class KeptAnswersMiddleware:
    """Keeps marked answers under their question and what stands, and gives them to who asks again.

    Who is signed in gets pages made anew: they may say more to them. Who comes while this process
    makes others anew gets what was kept before the last change, or waits for who makes the same.
    When the database is away everybody gets what is kept, and what is not is answered 503.
    """

    def __init__(self, get_response: Next) -> None:
        if not settings.ANSWERS_QUOTA:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.at_work = AtWork()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING:
            return self._other(request)
        known = watch().known()
        question = question_of(request) if known else None
        if found := _whole(request, question, known):
            return found
        if watch().silent and request.path not in ALWAYS:
            return away_answer(request)
        asked = None if _is_signed_in(request) else question
        response = self._anew(request, asked, known) if asked and known else self._made(request)
        if response.status_code >= FAILED and (kept := _find(request, question, known)):
            return _for_who_is_signed_in(kept.given(request))
        return response

    def _anew(self, request: HttpRequest, asked: Question, known: Known) -> HttpResponseBase:
        """What was kept before, if others are made, what another makes just now, or one made."""
        if self.at_work.busy and (before := _before(request, asked, known)):
            return before
        with self.at_work.making(asked.name(known.newest.word)) as waited:
            if waited and (found := _whole(request, asked, known)):
                return found
            response = self.get_response(request)
            _keep(request, response, asked, known)
        return response

    def _made(self, request: HttpRequest) -> HttpResponseBase:
        with self.at_work.making(None):
            return self.get_response(request)

    def _other(self, request: HttpRequest) -> HttpResponseBase:
        response = self._made(request)
        if request.method in WRITING:
            nudge(answers_folder())
        return response


def _shelf() -> Shelf:
    return Shelf(answers_folder(), settings.ANSWERS_QUOTA)


def _is_signed_in(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _whole(
    request: HttpRequest, question: Question | None, known: Known | None
) -> HttpResponse | None:
    """The kept answer that is all that this reader could get; None where one is to be made."""
    kept = _find(request, question, known)
    if not kept or not _is_for(request, kept, question):
        return None
    if (found := _given(kept, request)) is None:
        return None
    count_kept(HIT)
    return _for_who_is_signed_in(found) if _is_signed_in(request) else found


def _find(
    request: HttpRequest, question: Question | None, known: Known | None
) -> KeptAnswer | None:
    if question is None or known is None:
        return None
    if not watch().away:
        found = find_answer(_shelf(), question.names(known.newest.word))
    else:
        words = (known.newest.word, *known.earlier[:WORDS_WHILE_AWAY])
        others = list(question.otherwise())
        names = (name for word in words for one in others for name in one.names(word))
        found = find_answer(_shelf(), names)
    if not found:
        return None
    given = found.for_who_takes(_taken(request))
    if question.coding == "gzip" and given is not found and not watch().away:
        # Packing takes as long as hundreds of kept answers: it is done once.
        put_answer(_shelf(), question.name(known.newest.word), given, request.get_full_path())
    return given


def _before(request: HttpRequest, question: Question, known: Known) -> HttpResponse | None:
    """What was answered before what stands now came to stand, if not long ago."""
    found = find_answer(_shelf(), names_before(question, known))
    given = _given(found.for_who_takes(_taken(request)), request) if found else None
    if given:
        count_kept(BEFORE)
    return given


def _taken(request: HttpRequest) -> set[str]:
    """The codings that a reader's program opens."""
    return codings(request.headers.get("Accept-Encoding", ""))


def _is_for(reader: HttpRequest, kept: KeptAnswer, question: Question | None) -> bool:
    """Whether it is the best that this reader can have while the database answers."""
    if not kept.is_page:
        return True
    heavy = kept.header("content-encoding") == "gzip" and question and question.coding == "br"
    return not _is_signed_in(reader) and (not heavy or watch().away)


def _given(kept: KeptAnswer, request: HttpRequest) -> HttpResponse | None:
    """The answer; None for a reader who has used up what one network may ask."""
    response = kept.given(request)
    for path, admit in _counters():
        counted = request.path.startswith(path) and response.status_code == kept.status
        if counted and not admit(request, response):
            return None
    return response


def _for_who_is_signed_in(response: HttpResponse) -> HttpResponse:
    """What somebody sees who may just have changed it is asked for again each time."""
    if "immutable" not in response.get("Cache-Control", ""):
        response["Cache-Control"] = "private, no-cache"
    return response


def _keep(
    request: HttpRequest, response: HttpResponseBase, question: Question, known: Known
) -> None:
    if request.method != "GET" or not _is_for_everybody(response, question):
        return
    count_kept(MISS)
    name = question.name(known.newest.word)
    if isinstance(response, StreamingHttpResponse):
        parts = cast(Iterable[bytes], response.streaming_content)
        response.streaming_content = _gathered(response, parts, name, request.get_full_path())
    elif isinstance(response, HttpResponse):
        path = request.get_full_path()
        put_answer(_shelf(), name, answer_of(response, response.content), path)


def _is_for_everybody(response: HttpResponseBase, question: Question) -> bool:
    told = response.get("Cache-Control", "")
    packed = response.get("Content-Encoding", "")
    return (
        is_marked(response)
        and response.status_code in WORTH_KEEPING
        and not response.cookies
        and "no-" not in told
        and "private" not in told
        and (not packed or bool(question.coding))
    )


def _gathered(
    response: HttpResponseBase, parts: Iterable[bytes], name: str, path: str
) -> Iterator[bytes]:
    """The parts as they come; all of them are kept once the last one was sent."""
    gathered: list[bytes] = []
    size = 0
    for part in parts:
        size += len(part)
        if size <= LARGEST:
            gathered.append(part)
        else:
            gathered.clear()
        yield part
    if size <= LARGEST:
        put_answer(_shelf(), name, answer_of(response, b"".join(gathered)), path)
