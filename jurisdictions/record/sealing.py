"""Texts locked away with SECRET_KEY: of no use to whoever reads the database alone."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

__all__ = ["InvalidToken", "seal", "unseal"]


def seal(what: str, text: str) -> str:
    """The text under a key for `what`, such as "second factors"."""
    return _box(what).encrypt(text.encode()).decode()


def unseal(what: str, sealed: str) -> str:
    """What `seal` locked away; SECRET_KEY_FALLBACKS open it too. Raises InvalidToken."""
    return _box(what).decrypt(sealed.encode()).decode()


def _box(what: str) -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(what, key)) for key in keys])


def _derived(what: str, key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"{what}:{key}".encode()).digest())
