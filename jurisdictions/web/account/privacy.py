"""What allauth must not keep or tell: where people sign in from, whose address is known."""

from __future__ import annotations

from typing import Any

from allauth.account import auth_backends
from allauth.core.internal import ratelimit
from django.apps import apps
from django.core.cache import caches
from django.db.models.signals import pre_save
from django.utils.connection import ConnectionProxy

from jurisdictions.read.keeping.signing_in import owners_of

COUNTS = "limits"
"""The cache that counts attempts, by its name in settings: never written to a file."""
NOWHERE = "0.0.0.0"  # noqa: S104 - said of a session, listened on by nobody


def install() -> None:
    """Count attempts where all that is counted is; keep no address with a session.

    allauth asks the database once more for an address of nobody: the processor's time told it.
    """
    ratelimit.cache = ConnectionProxy(caches, COUNTS)
    auth_backends.filter_users_by_email = _owners
    session = apps.get_model("usersessions", "UserSession")
    pre_save.connect(_forget_address, sender=session, dispatch_uid="forget-address")


def _owners(email: str, **_: Any) -> list[Any]:
    return list(owners_of(email))


def _forget_address(instance: Any, **_: Any) -> None:
    instance.ip = NOWHERE
