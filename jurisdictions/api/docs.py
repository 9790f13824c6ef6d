"""The page that describes the API: written out by the server, and to be tried in the browser."""

from __future__ import annotations

import json
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurisdictions.api.agency_views import PROGRAM
from jurisdictions.api.described_parameters import ASKING
from jurisdictions.api.parameters import DEFAULT_LANGUAGE
from jurisdictions.api.problems import titles
from jurisdictions.api.writing.refusals import TITLES
from jurisdictions.read.editions import newest_edition
from jurisdictions.record.sending import MOST_WISHES


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The page, in the language that `lang` names; an unknown one gets English."""
    given = request.GET.get("lang", "")
    language = given if given in dict(settings.LANGUAGES) else DEFAULT_LANGUAGE
    with translation.override(language):
        schema_url = f"{reverse('api-schema')}?lang={language}"
        context = {
            "canonical": request.build_absolute_uri(f"{request.path}?lang={language}"),
            "languages": [_language(request, code) for code in dict(settings.LANGUAGES)],
            "examples": _examples(),
            "parameters": ASKING.values(),
            "problems": _problems(),
            "limit": {"requests": settings.API_REQUESTS, "seconds": settings.API_WINDOW_SECONDS},
            "proposals": _proposals(),
            "schema_url": schema_url,
            "wiring": {"schema": schema_url},
        }
        response = render(request, "api/docs.html", context)
    response["Content-Language"] = language
    response["Cache-Control"] = "public, max-age=3600"
    return response


def _language(request: HttpRequest, code: str) -> dict[str, str]:
    name = translation.get_language_info(code)["name_local"]
    return {
        "code": code,
        "name": name.capitalize(),
        "url": request.build_absolute_uri(f"{request.path}?lang={code}"),
    }


def _examples() -> list[dict[str, str]]:
    place, day = {"geoid": "06075"}, "date=2010-06-08"
    return [
        {"url": f"{reverse('api-summary')}?{day}", "says": _("The nation on a day")},
        {
            "url": f"{reverse('api-status')}?{day}&state=CA&status=active-over-objection",
            "says": _("Every place on a day"),
        },
        {
            "url": f"{reverse('api-place', kwargs=place)}?{day}",
            "says": _("One place on a day, and why"),
        },
        {"url": reverse("api-timeline", kwargs=place), "says": _("One place through time")},
        {
            "url": f"{reverse('api-changes')}?from=2010-06-08&to=2011-08-05&state=CA",
            "says": _("Which places changed status between two days, and why"),
        },
        {
            "url": f"{reverse('api-facts', kwargs={'kind': 'opt_out'})}?state=CA",
            "says": _("The facts of one kind"),
        },
        {
            "url": f"{reverse('api-places')}?state=CA&fields=geoid,label",
            "says": _("The jurisdictions on record"),
        },
        {"url": reverse("api-sources"), "says": _("The sources")},
        {"url": reverse("api-editions"), "says": _("The editions")},
        {"url": reverse("api-programs"), "says": _("The programs")},
        *_of_agencies(),
    ]


def _of_agencies() -> list[dict[str, str]]:
    """Addresses that only a program with agencies answers: none where it is not published."""
    if newest_edition(PROGRAM) is None:
        return []
    return [
        {
            "url": f"{reverse('api-agencies')}?state=TX&in_force_on=2026-05-18",
            "says": _("The law enforcement agencies"),
        },
        {
            "url": f"{reverse('api-agreements')}?on_list=2026-05-18&page_size=100",
            "says": _("The agreements that agencies signed with ICE"),
        },
    ]


def _proposals() -> dict[str, object]:
    """What the part on proposing shows: an example that could be sent, and the limits."""
    wish = {
        "action": "correct",
        "fact": "activation:17089",
        "cells": {"activated_on": "2010-01-05", "source": "ice_activated_list"},
    }
    body = {
        "program": settings.DEFAULT_PROGRAM,
        "title": "Kane County’s day",
        "reason": "ICE’s list gives another day.",
        "wishes": [wish],
        "dry_run": True,
    }
    return {
        "url": reverse("api-proposals"),
        "body": json.dumps(body, ensure_ascii=False, indent=2),
        "tokens": reverse("account-tokens"),
        "most": MOST_WISHES,
        "requests": settings.TOKEN_REQUESTS,
    }


def _problems() -> list[dict[str, str]]:
    """Each kind of problem, at the anchor that its `type` points to."""
    told = {
        HTTPStatus.BAD_REQUEST: _(
            "A parameter is unknown, is given twice where it can stand only once, or its value"
            " cannot be used. The answer names it; nothing is passed over silently."
        ),
        HTTPStatus.UNAUTHORIZED: _("Proposals alone ask for a token: none came that counts."),
        HTTPStatus.FORBIDDEN: _(
            "The token, or the role of its person, does not reach that far, or a second factor is"
            " missing."
        ),
        HTTPStatus.NOT_FOUND: _("No place has this geoid, or there is no such address."),
        HTTPStatus.METHOD_NOT_ALLOWED: _(
            "The API is read only: GET, HEAD and OPTIONS. Proposals alone are sent, with POST."
        ),
        HTTPStatus.NOT_ACCEPTABLE: _("The Accept header leaves out JSON."),
        HTTPStatus.CONFLICT: _("A fact was changed since “base”: look at it and send it again."),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _("A proposal is a megabyte at most."),
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: _("A proposal is sent as application/json."),
        HTTPStatus.UNPROCESSABLE_ENTITY: _(
            "What was proposed cannot be read, or would change nothing: nothing was kept. “faults”"
            " lists every wish at fault, by its number from 1, with the field and the reason."
        ),
        HTTPStatus.TOO_MANY_REQUESTS: _(
            "Your network asked too often. Retry-After says how many seconds to wait."
        ),
        HTTPStatus.INTERNAL_SERVER_ERROR: _("An error of the tracker. It has been logged."),
        HTTPStatus.SERVICE_UNAVAILABLE: _(
            "The first edition is not published yet. Try again in half a minute."
        ),
    }
    named = {**titles(), **TITLES}
    return [
        {
            "anchor": "bad-parameter" if status == HTTPStatus.BAD_REQUEST else str(status.value),
            "title": f"{status.value} {named[status]}",
            "says": says,
        }
        for status, says in told.items()
    ]
