"""Second factors: who must keep one, and how their secrets are stored."""

from __future__ import annotations

import base64
import logging
from secrets import token_bytes
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext

from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import needs_second_factor
from jurisdictions.record.sealing import InvalidToken, seal, unseal
from jurisdictions.web.account.told import FACTOR_REFUSALS

SEALED = "second factors"
logger = logging.getLogger(__name__)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth carries no types
    """Keeps the last factor of those whose role needs one; keeps secrets encrypted."""

    error_messages = {**DefaultMFAAdapter.error_messages, **FACTOR_REFUSALS}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of a reviewer or an administrator."""
        actor = actor_of(authenticator.user_id)
        if actor is None or not needs_second_factor(actor):
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id)
        codes = Authenticator.Type.RECOVERY_CODES
        return bool(others.exclude(pk=authenticator.pk).exclude(type=codes).exists())

    def encrypt(self, text: str) -> str:
        """A secret as it is stored: of no use without SECRET_KEY."""
        return seal(SEALED, text)

    def decrypt(self, encrypted_text: str) -> str:
        """A secret as it is used; those from before a change of key need SECRET_KEY_FALLBACKS."""
        try:
            return unseal(SEALED, encrypted_text)
        except InvalidToken:
            logger.error("A second factor was stored under a SECRET_KEY that is not known any more")
            # Nobody's code fits a secret that nobody knows; an empty one could be guessed.
            return base64.b32encode(token_bytes(20)).decode()

    def generate_authenticator_name(self, user: Any, type: str) -> str:  # noqa: A002 - allauth's
        """What a new key is called unless its owner says otherwise."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Key %(number)d") % {"number": number}

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.email)


@login_required
def remove_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a passkey or security key, unless it is the last factor and has to stay."""
    key = get_object_or_404(Authenticator, pk=pk, user_id=request.user.pk)
    if not SecondFactorAdapter().can_delete_authenticator(key):
        messages.error(request, FACTOR_REFUSALS["cannot_delete_authenticator"])
        return redirect("mfa_index")
    answer: HttpResponse = remove_webauthn(request, pk=pk)
    return answer
