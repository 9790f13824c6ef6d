"""Every refusal and failure as application/problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.log import log_response
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException

from jurisdictions.api.throttle import Allowance, TooMany
from jurisdictions.read.asking import BadAsk, NothingPublished
from jurisdictions.read.finding import OldCode
from jurisdictions.render.files.problem import PROBLEM, problem_bytes

RETRY_SECONDS = 30


class BadParameter(Exception):
    """A parameter of the query that cannot be used: its name, and why in the reader's language.

    `message` is a sentence of its own, where BadAsk ends one that begins with the parameter.
    """

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.message = message


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """What `error` looks like to a program: the framework's exception hook, for every view here."""
    request = context["request"]
    if isinstance(error, OldCode):
        return _old_code(error, request)
    told = _told(error, request)
    if told is None:
        return _failure(error, request)
    status, detail = told
    response = problem(status, detail, parameter=getattr(error, "parameter", None))
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = str(RETRY_SECONDS)
    if isinstance(error, TooMany):
        response["Retry-After"] = str(error.allowance.reset)
    return response


def _told(error: Exception, request: HttpRequest) -> tuple[HTTPStatus, str] | None:
    """Status and detail of a refusal; None for a failure of ours."""
    match error:
        case BadParameter() | BadAsk():
            return HTTPStatus.BAD_REQUEST, _bad_text(error, request)
        case NothingPublished() | OperationalError() | InterfaceError():
            return HTTPStatus.SERVICE_UNAVAILABLE, _away_text(error)
        case TooMany():
            return HTTPStatus.TOO_MANY_REQUESTS, _too_many_text(error.allowance)
        case Http404():
            return HTTPStatus.NOT_FOUND, str(error) or _("There is nothing here.")
        case APIException():
            return HTTPStatus(error.status_code), str(error.detail)
        case _:
            return None


def problem(
    status: HTTPStatus,
    detail: str,
    *,
    parameter: str | None = None,
    title: str = "",
    faults: Sequence[Mapping[str, Any]] | None = None,
) -> HttpResponse:
    """A problem document; `parameter` is the part of the query at fault, null for none.

    `faults`: what is wrong with what was sent, one by one.
    """
    kind = "bad-parameter" if status is HTTPStatus.BAD_REQUEST else str(status.value)
    told = title or titles().get(status, status.phrase)
    document = problem_bytes(
        status.value, told, detail, kind=kind, parameter=parameter, faults=faults
    )
    response = HttpResponse(document, status=status.value, content_type=PROBLEM)
    response["Cache-Control"] = "no-store"
    return response


def _bad_text(error: BadParameter | BadAsk, request: HttpRequest) -> str:
    """What is wrong; a BadAsk ends a sentence that begins with the parameter and its value."""
    if isinstance(error, BadParameter):
        return error.message
    return _("%(parameter)s “%(value)s” %(message)s") % {
        "parameter": error.parameter,
        "value": request.GET.get(error.parameter, "").strip(),
        "message": error.message,
    }


def _away_text(error: Exception) -> str:
    if isinstance(error, NothingPublished):
        return _("No edition is published yet.")
    return _(
        "The record cannot be reached at the moment. The main pages, and whatever was read before,"
        " can still be read. Try again in a minute."
    )


def _old_code(error: OldCode, request: HttpRequest) -> HttpResponse:
    """On to the one place that the code stands for, or a refusal that names them all."""
    if len(error.places) == 1:
        there = request.get_full_path().replace(f"/{error.code}/", f"/{error.places[0].geoid}/", 1)
        return HttpResponsePermanentRedirect(there)
    said = _("“%(code)s” is a code of another time. What it stands for lies in: %(places)s.")
    places = "; ".join(f"{place.geoid} {place.label}" for place in error.places)
    return problem(HTTPStatus.NOT_FOUND, said % {"code": error.code, "places": places})


def _too_many_text(allowance: Allowance) -> str:
    return _(
        "Your network has used up its %(limit)s requests. It gets as many again in %(wait)s"
        " seconds. Requests with If-None-Match that are answered 304 do not count."
    ) % {"limit": allowance.limit, "wait": allowance.reset}


def too_many_parameters() -> HttpResponse:
    """The refusal of a query that is not even read."""
    return problem(
        HTTPStatus.BAD_REQUEST,
        _("The query has more than %(most)s parameters.")
        % {"most": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS},
    )


def titles() -> dict[HTTPStatus, str]:
    """The title of each kind of problem, in the language of the moment."""
    return {
        HTTPStatus.BAD_REQUEST: _("Bad parameter"),
        HTTPStatus.NOT_FOUND: _("Not found"),
        HTTPStatus.METHOD_NOT_ALLOWED: _("Method not allowed"),
        HTTPStatus.NOT_ACCEPTABLE: _("Not available in that form"),
        HTTPStatus.TOO_MANY_REQUESTS: _("Too many requests"),
        HTTPStatus.INTERNAL_SERVER_ERROR: _("Server error"),
        HTTPStatus.SERVICE_UNAVAILABLE: _("Not available at the moment"),
    }


def _failure(error: Exception, request: HttpRequest) -> HttpResponse:
    # The framework would log and signal an error that left the view; this one is answered here.
    got_request_exception.send(sender=None, request=request)
    response = problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, _("Something went wrong on our side. It has been logged.")
    )
    log_response(
        "%s: %s", response.reason_phrase, request.path,
        response=response, request=request, exception=error,
    )  # fmt: skip
    return response
