"""How allauth behaves here: nobody signs up without an invitation, no address is kept."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.timezone import now

from jurisdictions.read.keeping.people import language_of
from jurisdictions.record.jobs.account_mails import AccountMail, ask_account_mail
from jurisdictions.render.mails.letters import account_mail
from jurisdictions.web.account.attempts import Attempt
from jurisdictions.web.account.devices import device_of
from jurisdictions.web.account.told import ACCOUNT_REFUSALS, MESSAGES, WAYS, wait_text
from jurisdictions.web.site.addresses import absolute, in_language

SALT = "jurisdictions.web.accounts.adapter"
"""Networks are counted under this name; another would forget who tried how often."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth carries no types
    """Accounts by invitation only; mails and messages in our words."""

    error_messages = {**DefaultAccountAdapter.error_messages, **ACCOUNT_REFUSALS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed: an account is made on the page of an invitation."""
        del request
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The reader's network under a keyed hash: enough to count attempts by."""
        network = truncate_ip(super().get_client_ip(request))
        return salted_hmac(SALT, network).hexdigest()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt, and have whoever tries too often wait; raises ValidationError."""
        address = str(credentials.get("email") or credentials.get("username") or "").lower()
        device = device_of(request, address)
        self._attempt = Attempt(address, self.get_client_ip(request), device, now())
        if seconds := self._attempt.seconds_to_wait():
            raise ValidationError(wait_text(seconds), code="too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Whose password it is, or None; the right one does not count as an attempt."""
        user = super().authenticate(request, **credentials)
        if user:
            self._attempt.take_back()
        return user

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to say once more who one is."""
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": WAYS[way["id"]]} for way in ways]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell something on the next page; what we have no words for is not told."""
        del message_context
        if said := message or MESSAGES.get(message_template or ""):
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Have a mail sent about an account, in the language of the person or else of the page."""
        language = language_of(email) or translation.get_language() or "en"
        with translation.override(language):
            mail = account_mail(template_prefix, self._link(context, language))
        ask_account_mail(AccountMail(email, mail.subject, mail.body), at=now())

    def _link(self, context: dict[str, Any], language: str) -> str:
        """The address that the mail is about, in its language, on the site's own host."""
        link = context.get("password_reset_url") or context.get("activate_url")
        path = in_language(urlsplit(link).path, language) if link else "/"
        return absolute(self.request, path)
