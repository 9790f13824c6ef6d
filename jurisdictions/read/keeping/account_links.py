"""Links that open an account once: to another password."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import User
from django.urls import reverse

from jurisdictions.read.keeping.people import account_of


def reset_path(account: int, address: str) -> str:
    """The path of the page for another password, in the active language.

    "" when the account was suspended or is gone, or does not have the address any more.
    """
    if account_of(address) != account:
        return ""
    user = User.objects.get(pk=account)
    key = default_token_generator.make_token(user)
    parts = {"uidb36": user_pk_to_url_str(user), "key": key}
    return reverse("account_reset_password_from_key", kwargs=parts)
