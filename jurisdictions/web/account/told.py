"""What allauth tells people, in our words: messages of pages, reasons for a refusal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

MESSAGES = {
    "account/messages/email_confirmation_failed.txt": _("Another account has this address."),
    "account/messages/email_confirmation_sent.txt": _("We sent a link to the new address."),
    "account/messages/email_confirmed.txt": _("The address is confirmed."),
    "account/messages/email_deleted.txt": _("The old address stays."),
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _("The password was changed."),
    "account/messages/password_set.txt": _("The password was set."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes."),
    "mfa/messages/totp_activated.txt": _("The authenticator app is on."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app is off."),
    "mfa/messages/webauthn_added.txt": _("The key was added."),
    "mfa/messages/webauthn_removed.txt": _("The key was removed."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
}
"""By the template that allauth would render; of what is not here nothing is said."""

ACCOUNT_REFUSALS = {
    "account_inactive": _("This account is suspended."),
    "duplicate_email": _("This is your address already."),
    "email_password_mismatch": _("No account has this address and this password."),
    "email_taken": _("Another account has this address."),
    "enter_current_password": _("This is not the password that you have now."),
    "incorrect_code": _("This code does not fit. Each works for about a minute, and once."),
    "incorrect_password": _("This is not your password."),
    "invalid_or_expired_key": _("This link does not work any more."),
    "invalid_login": _("No account has this address and this password."),
    "invalid_password_reset": _("This link does not work any more."),
    "max_email_addresses": _("You have %d addresses already."),
    "rate_limited": _("That was tried too often. Wait some minutes, then try again."),
    "same_as_current": _("This is what it is now: write another."),
    "too_many_login_attempts": _("That was tried too often. Wait some minutes, then try again."),
    "unknown_email": _("No account has this address."),
    "unverified_primary_email": _("Your address must be confirmed first."),
}


def wait_text(seconds: int) -> str:
    """How long to wait before another password is tried, and what can be done at once."""
    told = ngettext(
        "That was tried too often from here. Wait %(seconds)d second, then try again; or choose "
        "another password by a link that we mail to you, and sign in with it.",
        "That was tried too often from here. Wait %(seconds)d seconds, then try again; or choose "
        "another password by a link that we mail to you, and sign in with it.",
        seconds,
    )
    return told % {"seconds": seconds}


FACTOR_REFUSALS = {
    "add_email_blocked": _("Take your second factor away before you change the address."),
    "cannot_delete_authenticator": _(
        "This is your only second factor, and reviewers and administrators need one: "
        "add another first."
    ),
    "cannot_generate_recovery_codes": _("Set up an authenticator app or a key first."),
    "incorrect_code": _("This code or key does not fit. Codes work for about a minute, and once."),
    "unverified_email": _("Your address must be confirmed first."),
}
WAYS = {
    "reauthenticate": _("With the password"),
    "mfa_reauthenticate": _("With a code"),
    "mfa_reauthenticate:webauthn": _("With a passkey or security key"),
}
"""Ways to say once more who one is."""
