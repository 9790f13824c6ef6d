"""Why a call that writes is refused, as problems: each with its status, and its faults."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurisdictions.api.problems import problem, problem_response
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict

WWW = 'Bearer realm="tracker"'


class Refusal(Exception):
    """A call that is refused. `faults` are what is wrong with the wishes, one by one."""

    def __init__(
        self, status: HTTPStatus, detail: str, faults: Sequence[dict[str, Any]] = ()
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults = status, detail, tuple(faults)


TITLES = {
    HTTPStatus.UNAUTHORIZED: gettext_lazy("No valid token"),
    HTTPStatus.FORBIDDEN: gettext_lazy("Not allowed"),
    HTTPStatus.CONFLICT: gettext_lazy("Changed meanwhile"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: gettext_lazy("Too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: gettext_lazy("Not JSON"),
    HTTPStatus.UNPROCESSABLE_ENTITY: gettext_lazy("Refused: nothing was proposed"),
}


def of_faults(faults: Sequence[Fault]) -> Refusal:
    """The refusal of what was sent: every fault with its wish, its field and the reason."""
    told = [
        {
            "wish": fault.row or None,
            "field": fault.column,
            "value": fault.value,
            "reason": fault.reason,
        }
        for fault in faults
    ]
    detail = _("Nothing was proposed. “faults” says what is wrong, one by one.")
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, told)


def of_conflict(said: str, facts: Sequence[str]) -> Refusal:
    """The refusal of wishes on facts that were changed since."""
    told = [{"wish": None, "field": "base", "value": fact, "reason": said} for fact in facts]
    return Refusal(HTTPStatus.CONFLICT, said, told)


def not_allowed(refused: NotAllowed) -> Refusal:
    """The refusal of a place that the token, or its person, does not reach."""
    said = _("The token does not reach %(geoid)s: it proposes only where it was made for.")
    return Refusal(HTTPStatus.FORBIDDEN, said % {"geoid": refused.geoid})


def no_token() -> Refusal:
    """The refusal of a call without a token that counts."""
    said = _(
        "Send a valid token of yours as “Authorization: Bearer …”. Tokens are made on the page of"
        " your account; one that expired or was revoked, or whose person was shut out, is none."
    )
    return Refusal(HTTPStatus.UNAUTHORIZED, said)


def refusal_response(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """A refusal with its faults; all else as the API tells it."""
    match error:
        case Refusal():
            told = error
        case Refused():
            told = of_faults(error.faults)
        case Conflict():
            told = of_conflict(str(error), error.facts)
        case NotAllowed():
            told = not_allowed(error)
        case _:
            return problem_response(error, context)
    title = str(TITLES.get(told.status, ""))
    response = problem(told.status, told.detail, title=title, faults=told.faults if title else None)
    if told.status is HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = WWW
    return response
