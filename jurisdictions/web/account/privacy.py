"""What allauth must not keep: where people sign in from."""

from __future__ import annotations

from typing import Any

from allauth.core.internal import ratelimit
from django.apps import apps
from django.core.cache import caches
from django.db.models.signals import pre_save
from django.utils.connection import ConnectionProxy

COUNTS = "limits"
"""The cache that counts attempts, by its name in settings: never written to a file."""
NOWHERE = "0.0.0.0"  # noqa: S104 - said of a session, listened on by nobody


def install() -> None:
    """Count attempts where all that is counted is; keep no address with a session."""
    ratelimit.cache = ConnectionProxy(caches, COUNTS)
    session = apps.get_model("usersessions", "UserSession")
    pre_save.connect(_forget_address, sender=session, dispatch_uid="forget-address")


def _forget_address(instance: Any, **_: Any) -> None:
    instance.ip = NOWHERE
