"""Whose password is compared when somebody signs in: the same work for an address of nobody."""

from __future__ import annotations

from functools import lru_cache
from secrets import token_urlsafe

from django.contrib.auth.hashers import get_hasher, make_password
from django.contrib.auth.models import User
from django.db.models import Q


def owners_of(email: str) -> list[User]:
    """The one account to try: of who confirmed the address, else of whom it was given to.

    For an address of nobody, one that is kept nowhere and whose password nobody knows. Two queries.
    """
    email = email.lower()
    mine = Q(emailaddress__email=email) | Q(email=email)
    rows = User.objects.filter(mine).values_list(
        "pk", "emailaddress__verified", "emailaddress__email"
    )
    ranked = [(not (confirmed and said == email), pk) for pk, confirmed, said in rows]
    number = min(ranked, default=(True, 0))[1]
    found = User.objects.filter(pk=number).first()
    return [found or User(password=_password_of_nobody(get_hasher().algorithm, _cost()))]


def _cost() -> int:
    return int(getattr(get_hasher(), "iterations", 0))


@lru_cache(maxsize=4)
def _password_of_nobody(_algorithm: str, _cost: int) -> str:
    """Made once for each way of hashing: comparing with it costs what any other does."""
    return make_password(token_urlsafe(32))
