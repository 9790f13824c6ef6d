"""The tokens of the links in mails to followers: made from a seed and SECRET_KEY, kept as hashes.

Who reads the database alone can make none; every mail to a follower has the same link to leave by.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from hmac import new as keyed
from secrets import token_urlsafe

from django.conf import settings
from django.utils.crypto import constant_time_compare

from jurisdictions.models import Follower

CONFIRM, LEAVE = "confirm", "leave"
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Seeded:
    """A new seed, with the hashes of the tokens that come of it."""

    seed: str
    confirm_hash: str
    leave_hash: str


def seeded() -> Seeded:
    """A seed that nobody can guess: 256 bits."""
    seed = token_urlsafe(32)
    made = {purpose: next(_tokens(purpose, seed)) for purpose in (CONFIRM, LEAVE)}
    return Seeded(seed, hash_of(made[CONFIRM]), hash_of(made[LEAVE]))


def token_of(follower: Follower, purpose: str) -> str:
    """What a follower's link carries, made with the key of then; raise LookupError once it is lost.

    SECRET_KEY_FALLBACKS are tried as well.
    """
    kept = _hash_for(follower, purpose)
    for token in _tokens(purpose, follower.seed):
        if constant_time_compare(hash_of(token), kept):
            return token
    message = "The key is lost with which the links of a follower were made: SECRET_KEY_FALLBACKS"
    raise LookupError(message)


def follower_with(token: str, purpose: str) -> Follower | None:
    """Whose link it is; None when it is nobody's, or no longer."""
    if not token.isascii() or len(token) > _LONGEST:
        return None
    told = hash_of(token)
    found = Follower.objects.filter(**{f"{purpose}_hash": told}).first()
    # The database compared hashes; nothing that takes another time for another token decides.
    same = found is not None and constant_time_compare(_hash_for(found, purpose), told)
    return found if same else None


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


def _hash_for(follower: Follower, purpose: str) -> str:
    return follower.confirm_hash if purpose == CONFIRM else follower.leave_hash


def _tokens(purpose: str, seed: str) -> Iterator[str]:
    """The token under the key of now, then under those before."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        made = keyed(key.encode(), f"follow by mail:{purpose}:{seed}".encode(), sha256).digest()
        yield urlsafe_b64encode(made).decode().rstrip("=")
