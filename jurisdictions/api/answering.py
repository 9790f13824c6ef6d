"""What every address of the API does alike: language, parameters, freshness, limits, CORS."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, ClassVar, TypeVar

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from jurisdictions.api.freshness import cache_control, etag_of
from jurisdictions.api.labels import LABELS, labels_asked, with_labels
from jurisdictions.api.links import link_header
from jurisdictions.api.parameters import (
    ASKING,
    DEFAULT_LANGUAGE,
    language_of,
    refuse_unknown,
    single,
    sparse_fields,
)
from jurisdictions.api.problems import BadParameter, too_many_parameters
from jurisdictions.api.question import Question
from jurisdictions.api.throttle import Allowance, TooMany, spend, tell
from jurisdictions.read.asking import ask
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.labelled import LABEL
from jurisdictions.shelf.marked import mark

EXPOSED = (
    "ETag, Link, Retry-After, Content-Language, "
    "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"
)
Row = TypeVar("Row")
Shape = Callable[[Row], dict[str, Any]]


def opened(response: HttpResponseBase) -> HttpResponseBase:
    """The answer, readable by a script of any other site."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = EXPOSED
    return response


class OpenView(APIView):
    """Read only, open to every site, in the language that `lang` names and no header does."""

    http_method_names = ["get", "head", "options"]
    allowance: Allowance | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer in the language asked for; a bad `lang` is refused in the default one."""
        try:
            language = language_of(request.GET)
        except BadParameter:
            language = DEFAULT_LANGUAGE
        except TooManyFieldsSent:
            return opened(too_many_parameters())
        with translation.override(language):
            response = super().dispatch(request, *args, **kwargs)
        response["Content-Language"] = language
        if self.allowance:
            tell(response, self.allowance)
        return opened(response)

    def options(self, *_args: Any, **_kwargs: Any) -> Response:
        """What a browser asks before another site's script may read an answer."""
        response = Response(status=204)
        response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Allow-Headers"] = "Accept, Cache-Control, If-None-Match"
        response["Access-Control-Max-Age"] = "86400"
        return response

    def spend(self) -> None:
        """Count this request once; raises TooMany."""
        if self.allowance is None:
            try:
                self.allowance = spend(self.request)
            except TooMany as stopped:
                self.allowance = stopped.allowance
                raise

    def handle_exception(self, exc: Exception) -> Response:
        """A refusal is counted too: else wrong addresses could be tried without end."""
        try:
            self.spend()
        except TooMany as stopped:
            exc = stopped
        return super().handle_exception(exc)


class AnswerView(OpenView):
    """An answer from a published edition; a subclass names its parameters and builds it."""

    asking: ClassVar[tuple[str, ...]] = ASKING
    parameters: ClassVar[tuple[str, ...]] = ()

    def get(self, request: Request, **kwargs: str) -> HttpResponse:
        """The answer, or 304 to a reader who has it, which is not counted.

        Raises what `problem_response` understands.
        """
        refuse_unknown(request.query_params, self.taken())
        as_of = self.asked(request)
        etag = self.tag(as_of, request)
        response = get_conditional_response(request, etag=etag)
        if response is None:
            self.spend()
            answer = self.answer(Question(as_of, request, **kwargs))
            response = Response(answer, content_type="application/json")
            if links := link_header(answer):
                response["Link"] = links
        response["ETag"] = etag
        response["Cache-Control"] = cache_control(as_of, request)
        mark(response)
        return response

    def taken(self) -> tuple[str, ...]:
        """Every parameter that the address takes."""
        return (*self.parameters, *self.asking)

    def asked(self, request: Request) -> AsOf:
        """The edition and the day that the query asks for."""
        query = request.query_params
        return ask(
            program=single(query, "program"),
            edition=single(query, "edition"),
            date=single(query, "date"),
            known=single(query, "known"),
            language=language_of(query),
            today=timezone.localdate(),
        )

    def tag(self, as_of: AsOf, request: Request) -> str:
        """The ETag of the answer."""
        return etag_of(as_of, request)

    def answer(self, question: Question) -> dict[str, Any]:
        """What this address says."""
        raise NotImplementedError


@cache
def members_of_row(row: type[Serializer[Any]]) -> tuple[str, ...]:
    """The names of a documented row's members, in order."""
    return tuple(row().fields)


class ListView(AnswerView):
    """An answer with rows, of which a reader may want some members only (`fields`)."""

    row: ClassVar[type[Serializer[Any]]]
    """The documented row: its members are those that `fields` may name."""

    def taken(self) -> tuple[str, ...]:
        """Those of any answer, and labels."""
        return (*super().taken(), LABELS)

    def row_of(self, as_of: AsOf) -> type[Serializer[Any]]:
        """The documented row in the words of the program asked for."""
        del as_of
        return self.row

    def wanted(self, question: Question) -> frozenset[str]:
        """The members of a row that are wanted; raises BadParameter for one that no row has."""
        known = members_of_row(self.row_of(question.as_of))
        return frozenset(sparse_fields(question.request.query_params, known) or known)

    def shaped(self, question: Question, shape: Shape[Row]) -> Shape[Row]:
        """`shape`, without the members that are not wanted; raises BadParameter.

        With `labels`, each member that holds a word is followed by what people call it.
        """
        wanted = self.wanted(question)
        cut = shape
        if len(wanted) != len(members_of_row(self.row_of(question.as_of))):
            cut = _cut(shape, wanted)
        if not labels_asked(question.request.query_params):
            return cut
        return lambda row: with_labels(cut(row))


def _cut(shape: Shape[Row], wanted: Collection[str]) -> Shape[Row]:
    """`shape` with the members that are wanted and their labels."""
    return lambda row: {
        name: said
        for name, said in shape(row).items()
        if name in wanted or name.removesuffix(LABEL) in wanted
    }
