"""/api/v1/proposals/: propose with a token, and see what became of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, ClassVar

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from jurisdictions.api.parameters import (
    DEFAULT_LANGUAGE,
    language_of,
    one_of,
    refuse_unknown,
    single,
    whole_number,
)
from jurisdictions.api.problems import BadParameter, too_many_parameters
from jurisdictions.api.throttle import Allowance, TooMany, spend, spend_of_token, tell
from jurisdictions.api.writing import described, refusals
from jurisdictions.api.writing.answers import proposal_answer, tried_answer
from jurisdictions.api.writing.bodies import NoJSON, read_body
from jurisdictions.api.writing.refusals import Refusal
from jurisdictions.read.keeping.sent_proposals import (
    SentProposal,
    count_of,
    sent_proposal,
    sent_proposals,
)
from jurisdictions.record.people.tokens import Bearer, NoToken, TokenReachesNothing, bearer_of
from jurisdictions.record.sending import (
    LONGEST_KEY,
    KeyUsed,
    send_proposal,
    try_proposal,
)

STATUSES = ("open", "asked", "accepted", "rejected", "withdrawn")
A_PAGE, LARGEST_PAGE = 50, 100
LARGEST_BODY = 1_000_000
"""Bytes of a call: far more than the wishes that one may hold."""


class TokenView(APIView):
    """An address that a token opens, and nothing else: no cookie counts, no other site reads it."""

    http_method_names = ["get", "head"]
    parameters: ClassVar[tuple[str, ...]] = ()
    allowance: Allowance | None = None
    bearer: Bearer

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer in the language asked for; no answer is kept by anybody."""
        try:
            language = language_of(request.GET)
        except BadParameter:
            language = DEFAULT_LANGUAGE
        except TooManyFieldsSent:
            return too_many_parameters()
        with translation.override(language):
            response = super().dispatch(request, *args, **kwargs)
        response["Content-Language"] = language
        response["Cache-Control"] = "no-store"
        if self.allowance:
            tell(response, self.allowance)
        return response

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Count the call of its network, look at its token, count the token's."""
        super().initial(request, *args, **kwargs)
        try:
            self.allowance = spend(request)
            self.bearer = _bearer(request)
            self.allowance = spend_of_token(self.bearer.token_id)
        except TooMany as stopped:
            self.allowance = stopped.allowance
            raise
        refuse_unknown(request.query_params, (*self.parameters, "lang"))
        language_of(request.query_params)

    def get_exception_handler(self) -> Any:
        """What tells a refusal."""
        return refusals.refusal_response

    def row(self, proposal: int) -> SentProposal:
        """A proposal of the token's person within its reach; raises Http404."""
        bearer = self.bearer
        found = sent_proposal(bearer.actor.person_id, bearer.geoid, proposal)
        if found is None:
            raise Http404(_("You have no such proposal where this token reaches."))
        return found


def _bearer(request: Request) -> Bearer:
    scheme, _blank, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not secret.strip():
        raise refusals.no_token()
    try:
        return bearer_of(secret.strip(), at=now())
    except NoToken:
        raise refusals.no_token() from None
    except TokenReachesNothing as over:
        raise Refusal(HTTPStatus.FORBIDDEN, str(over)) from None


@described.proposals
class ProposalsView(TokenView):
    """One's own proposals; POST makes one."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: Request) -> Response:
        """A page of one's own proposals, the newest first."""
        query = request.query_params
        status = single(query, "status")
        one_of(query, "status", STATUSES)
        size = min(whole_number(query, "page_size", A_PAGE), LARGEST_PAGE)
        before = whole_number(query, "before", 0)
        of = self.bearer.actor.person_id, self.bearer.geoid
        found = sent_proposals(*of, status=status, before=before, most=size + 1)
        part = found[:size]
        answer = {
            "count": count_of(*of, status),
            "next": _next(request, part[-1].proposal_id) if len(found) > size else None,
            "results": [proposal_answer(request, one) for one in part],
        }
        return Response(answer, content_type="application/json")

    def post(self, request: Request) -> Response:
        """Propose what the body wishes, once for each Idempotency-Key; or only try it."""
        key = _key(request)
        sent, dry_run = _read(request)
        if dry_run:
            tried = try_proposal(sent=sent, bearer=self.bearer, at=now())
            return Response(tried_answer(tried), content_type="application/json")
        try:
            made = send_proposal(sent=sent, key=key, bearer=self.bearer, at=now())
        except KeyUsed:
            said = _("This Idempotency-Key was used for something else that was sent.")
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, said) from None
        answer = proposal_answer(request, self.row(made.proposal))
        response = Response(answer, status=HTTPStatus.CREATED, content_type="application/json")
        response["Location"] = f"{request.path}{made.proposal}/"
        if made.again:
            response["Idempotency-Replayed"] = "true"
        return response

    @property
    def parameters(self) -> tuple[str, ...]:  # type: ignore[override] # by the method
        """What the address takes: filters to read, nothing to write."""
        return ("status", "before", "page_size") if self.request.method != "POST" else ()


@described.proposal
class ProposalView(TokenView):
    """One of one's own proposals."""

    def get(self, request: Request, proposal: int) -> Response:
        """The proposal and what became of it."""
        answer = proposal_answer(request, self.row(proposal))
        return Response(answer, content_type="application/json")


def _next(request: Request, last: int) -> str:
    query = request.GET.copy()
    query["before"] = str(last)
    return str(request.build_absolute_uri(f"{request.path}?{query.urlencode()}"))


def _key(request: Request) -> str:
    key = request.headers.get("Idempotency-Key", "").strip()
    if len(key) > LONGEST_KEY or not key.isprintable():
        said = _("Idempotency-Key is a text of at most %(most)d signs.") % {"most": LONGEST_KEY}
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, said)
    return key


def _read(request: Request) -> Any:
    if request.content_type.partition(";")[0].strip().casefold() != "application/json":
        said = _("Send the body as application/json.")
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, said)
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
            raise RequestDataTooBig
        return read_body(request.body)
    except RequestDataTooBig:
        said = _("The body is larger than a megabyte: send several proposals.")
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said) from None
    except NoJSON as wrong:
        said = _("The body is no JSON object: %(why)s.") % {"why": wrong}
        raise Refusal(HTTPStatus.BAD_REQUEST, said) from None
