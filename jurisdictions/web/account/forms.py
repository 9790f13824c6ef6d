"""allauth's forms in our words: what a field is called, what helps to fill it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.forms import PasswordInput
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jurisdictions.read.keeping.people import account_of
from jurisdictions.record.counts import count_one, passing_key
from jurisdictions.record.jobs.account_mails import AccountMail, ask_account_mail
from jurisdictions.web.site.cleaned import cleaned

EMAIL, PASSWORD = _("E-mail address"), _("Password")
NEW_PASSWORD, AGAIN = _("New password"), _("The same again")
PASSWORD_RULE = _(
    "At least 12 characters, not only digits, and none that everybody uses. Some unrelated words "
    "are easy to remember."
)
HOUR = 3600
MOST_LINKS = 5
"""Links to another password that one address is mailed in an hour."""
Words = Mapping[str, tuple[str | Promise, str | Promise]]


class InOurWords:
    """A form whose fields carry the labels and helps of `words`, and no placeholders.

    What was written is cleaned, as in every form; passwords are kept to the letter.
    """

    words: Words = {}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        fields: dict[str, Any] = self.fields  # type: ignore[attr-defined] # of the form beside it
        for name, field in fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]
        sent: Any = getattr(self, "data", None)
        if isinstance(sent, QueryDict):
            kept = {n for n, f in fields.items() if isinstance(f.widget, PasswordInput)}
            self.data = cleaned(sent, Counter(), kept)


class LoginForm(InOurWords, account.LoginForm):  # type: ignore[misc] # allauth carries no types
    words: Words = {
        "login": (EMAIL, ""),
        "password": (PASSWORD, ""),
        "remember": (_("Stay signed in on this device for two weeks"), ""),
    }


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    words: Words = {"password": (PASSWORD, "")}


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    words: Words = {"email": (EMAIL, "")}

    def clean_email(self) -> str:
        """The address as it is compared; whose it is is looked up once, when the link is asked."""
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **named: Any) -> str:
        """Have a link mailed by the queue: the same work and words for an address of nobody."""
        del request, named
        address: str = self.cleaned_data["email"]
        moment, language = now(), get_language() or "en"
        key = passing_key("reset", address, at=moment, window=HOUR)
        account, enough = account_of(address), count_one(key, HOUR) > MOST_LINKS
        wanted = AccountMail(address, account=account, language=language)
        ask_account_mail(AccountMail() if enough or not account else wanted, at=moment)
        return address


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    words: Words = {"password1": (NEW_PASSWORD, PASSWORD_RULE), "password2": (AGAIN, "")}


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    words: Words = {
        "oldpassword": (_("The password that you have now"), ""),
        "password1": (NEW_PASSWORD, PASSWORD_RULE),
        "password2": (AGAIN, ""),
    }


class ChangeEmailForm(InOurWords, account.AddEmailForm):  # type: ignore[misc]
    words: Words = {
        "email": (_("New address"), _("We send a link there; the change holds once it is opened."))
    }


CODE = {"code": (_("Code"), _("From your authenticator app, or one of your recovery codes."))}


class AuthenticateForm(InOurWords, mfa.AuthenticateForm):  # type: ignore[misc]
    words: Words = CODE


class CodeAgainForm(InOurWords, mfa.ReauthenticateForm):  # type: ignore[misc]
    words: Words = CODE


class ActivateTOTPForm(InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    words: Words = {"code": (_("Code of six digits"), "")}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


NAME = (_("Name of the key"), _("So that you can tell them apart: “Work laptop”, “Blue key”."))


class AddKeyForm(InOurWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    words: Words = {
        "name": NAME,
        "passwordless": (
            _("Sign in with it alone, without the password"),
            _("The device then asks for a fingerprint, a face or a PIN."),
        ),
    }


class RenameKeyForm(InOurWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    words: Words = {"name": NAME}
