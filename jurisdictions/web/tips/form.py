"""Forms that anybody may send: no account, no cookie; a signed, dated token stands in for one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db import OperationalError
from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.public.networks import give_back, seconds_to_wait
from jurisdictions.web.site.networks import network_of

YOUNGEST_SECONDS = 3
"""Who sends sooner than this did not read the form."""
OLDEST_SECONDS = 6 * 3600
TRAP = "homepage"
"""A field that people neither see nor hear: what fills it in is a program."""
TOKEN = "token"  # noqa: S105 - the name of a field
BAD, TOO_MANY, AWAY = 400, 429, 503
AWAY_SECONDS = 60
log = logging.getLogger(__name__)
SALT = "jurisdictions.web.public_form"
"""Tokens were sealed under this name before: forms that stand open stay good."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the form says when it comes back: its status, a message, a fault for each field."""

    status: int
    token: str
    message: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    wait: int = 0


def token_for(form: str) -> str:
    """A token for a form, dated now; `form` tells it from every other form."""
    return TimestampSigner(salt=SALT).sign(form).removeprefix(f"{form}:")


def send(request: HttpRequest, door: str, form: str, act: Callable[[], object]) -> Answer | None:
    """Do what the form asks for; None when it was done, else what the form says on coming back.

    `door` tells by which count of the network's messages it goes. Nothing that was written is
    lost: the page shows it again, with a token that can be used.
    """
    if refused := _refused(request, form):
        return refused
    # One moment for all: a message is taken off the count that it was put on.
    network, at = network_of(request), now()
    if wait := seconds_to_wait(door, network, most=settings.PUBLIC_MESSAGES, at=at):
        return Answer(TOO_MANY, token_for(form), _wait_text(wait), wait=wait)
    try:
        act()
    except Refused as wrong:
        give_back(door, network, at=at)
        return Answer(BAD, token_for(form), faults=_by_field(wrong.faults))
    except (OperationalError, OSError):  # a full disk, a database that is busy or away
        log.exception("A message of the public could not be kept")
        give_back(door, network, at=at)
        said = _("Your message could not be kept just now. What you wrote is still here.")
        again = _("Send it again in a minute.")
        return Answer(AWAY, token_for(form), f"{said} {again}", wait=AWAY_SECONDS)
    return None


def _refused(request: HttpRequest, form: str) -> Answer | None:
    """Why the form cannot be taken as it was sent: its token, or the trap."""
    token = request.POST.get(TOKEN, "")
    signer = TimestampSigner(salt=SALT)
    signed = f"{form}:{token}"
    try:
        signer.unsign(signed, max_age=OLDEST_SECONDS)
    except SignatureExpired:
        said = _("The form was open for too long. What you wrote is still here: send it again.")
        return Answer(BAD, token_for(form), said)
    except BadSignature:
        said = _("The form was incomplete. What you wrote is still here: send it again.")
        return Answer(BAD, token_for(form), said)
    if _is_younger(signer, signed):
        said = _("That was faster than a person writes. Wait a moment, then send it again.")
        # The same token: it has aged by the time the button is pressed again.
        return Answer(BAD, token, said)
    if request.POST.get(TRAP, ""):
        said = _("A field that is to stay empty was filled in. It is empty now: send it again.")
        return Answer(BAD, token, said)
    return None


def _is_younger(signer: TimestampSigner, signed: str) -> bool:
    try:
        signer.unsign(signed, max_age=YOUNGEST_SECONDS)
    except SignatureExpired:
        return False
    return True


def _by_field(faults: tuple[Fault, ...] | list[Fault]) -> dict[str, str]:
    found: dict[str, str] = {}
    for fault in faults:
        found.setdefault(fault.column, fault.reason)
    return found


def _wait_text(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return ngettext(
        "As many messages as are taken in an hour came from your network. What you wrote is still "
        "here: send it again in %(minutes)d minute.",
        "As many messages as are taken in an hour came from your network. What you wrote is still "
        "here: send it again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}
